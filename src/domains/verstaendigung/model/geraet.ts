import { z } from "zod";
import { day, id, line, optionalId, optionalLine } from "../../../platform/fields.ts";
import { kodesIn } from "./pool.ts";

export const ZUSTAENDE = {
  bereit: "bereit",
  reparatur: "in Reparatur",
  verloren: "verloren",
  ausgemustert: "ausgemustert",
} as const;
export type Zustand = keyof typeof ZUSTAENDE;
export const ZUSTAND = ["bereit", "reparatur", "verloren", "ausgemustert"] as const satisfies readonly Zustand[];
export const zustandOf = (stored: string | null): Zustand => ZUSTAND.find((one) => one === stored) ?? "bereit";

export const GeraetEingabe = z.object({
  name: line(60, "Geben Sie an, wie das Gerät heißt."),
  inventar: optionalLine(60),
  standort: id("Wählen Sie den Standort."),
  sprachen: kodesIn,
  zustand: z.enum(ZUSTAND, "Wählen Sie den Zustand."),
  hinweis: optionalLine(300),
});
export type GeraetEingabe = z.output<typeof GeraetEingabe>;

/** To somebody of the team, or to somebody else by name. */
export const AusleiheEingabe = z
  .object({
    konto: optionalId("Wählen Sie, wer das Gerät bekommt."),
    wer: optionalLine(120),
    seit: day("Geben Sie an, seit wann.", "back"),
    bis: day("Geben Sie an, bis wann es zurück sein soll.", "ahead"),
  })
  .refine(({ konto, wer }) => (konto === null) !== (wer === null), {
    path: ["konto"],
    message: "Wählen Sie jemanden aus dem Team, oder schreiben Sie darunter, wer es sonst bekommt; nicht beides.",
  })
  .refine(({ seit, bis }) => seit <= bis, { path: ["bis"], message: "Der Tag der Rückgabe liegt vor dem ersten Tag." });
export type AusleiheEingabe = z.output<typeof AusleiheEingabe>;

export const RueckgabeEingabe = z.object({
  zurueck: day("Geben Sie an, wann es zurückkam.", "back"),
  zustand: z.enum(["bereit", "reparatur", "verloren"], "Wählen Sie, wie es zurückkam."),
});
export type RueckgabeEingabe = z.output<typeof RueckgabeEingabe>;

/** Where a device is today. `bis` is the day it is due (ISO); null where it is not lent. */
export function lageOf(
  zustand: Zustand,
  bis: string | null,
  heute: string,
): "da" | "verliehen" | "ueberfaellig" | "weg" {
  if (bis !== null) return bis < heute ? "ueberfaellig" : "verliehen";
  return zustand === "bereit" ? "da" : "weg";
}
