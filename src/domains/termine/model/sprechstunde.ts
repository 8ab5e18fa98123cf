import { z } from "zod";
import { day, id, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { IN_ORDER, inOrder } from "../../../platform/span.ts";
import type { Serie } from "./serie.ts";
import { uhr } from "./uhr.ts";

/** How often, as it is chosen: every week, every second, or a weekday of the month. */
export const RHYTHMEN = {
  woche: "jede Woche",
  zwei_wochen: "jede zweite Woche",
  monat_1: "die erste im Monat",
  monat_2: "die zweite im Monat",
  monat_3: "die dritte im Monat",
  monat_4: "die vierte im Monat",
  monat_l: "die letzte im Monat",
} as const;
const RHYTHMUS = ["woche", "zwei_wochen", "monat_1", "monat_2", "monat_3", "monat_4", "monat_l"] as const;

const ENDE = "Die Sprechstunde endet, bevor sie beginnt.";

export const SprechstundeEingabe = z
  .object({
    standort: id("Wählen Sie den Standort."),
    raum: optionalLine(60),
    wochentag: z.enum(["1", "2", "3", "4", "5", "6", "7"], "Wählen Sie den Wochentag."),
    rhythmus: z.enum(RHYTHMUS, "Wählen Sie, wie oft."),
    beginn: uhr("Geben Sie an, wann sie beginnt."),
    ende: uhr("Geben Sie an, wann sie endet."),
    von: day("Geben Sie den ersten Tag an.", "ahead"),
    bis: optionalDay("Geben Sie den letzten Tag an.", "ahead"),
  })
  .refine(({ beginn, ende }) => beginn < ende, { path: ["ende"], message: ENDE })
  .refine(inOrder, IN_ORDER);
export type SprechstundeEingabe = z.output<typeof SprechstundeEingabe>;

export const AusfallEingabe = z.object({ tag: day("Geben Sie an, welcher Tag ausfällt.", "ahead") });

/** What is chosen as the series that it means. */
export function serieOf({ rhythmus, wochentag, von, bis }: SprechstundeEingabe): Serie {
  const of = { wochentag: Number(wochentag), ab: von, bis };
  if (rhythmus === "woche" || rhythmus === "zwei_wochen") return { ...of, rhythmus, woche: null };
  const n = rhythmus.slice(-1);
  return { ...of, rhythmus: "monat", woche: n === "l" ? -1 : Number(n) };
}

export const rhythmusOf = ({ rhythmus, woche }: Pick<Serie, "rhythmus" | "woche">): string =>
  rhythmus === "monat" ? `monat_${woche === -1 ? "l" : woche}` : rhythmus;
