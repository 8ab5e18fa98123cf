import { z } from "zod";
import { day, optionalId, optionalLine } from "../../../platform/fields.ts";
import { tagText } from "../../../platform/span.ts";
import { VERSTAENDIGUNG_EINGABE } from "../../verstaendigung/model/angabe.ts";
import { uhr, uhrText } from "./uhr.ts";

export const STAENDE = {
  geplant: "geplant",
  wahrgenommen: "wahrgenommen",
  abgesagt: "abgesagt",
  nicht_erschienen: "nicht erschienen",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = ["geplant", "wahrgenommen", "abgesagt", "nicht_erschienen"] as const satisfies readonly Stand[];

/** Why an appointment cannot become that, in a sentence; undefined where it can. */
export function hindernis(von: Stand, nach: Stand): string | undefined {
  if (nach === "geplant") return von === "geplant" ? "Dieser Termin ist geplant." : undefined;
  if (von === "geplant") return undefined;
  return `Dieser Termin ist schon ${STAENDE[von]}. Nehmen Sie das zuerst zurück.`;
}

const MINUTES = "Geben Sie die Dauer in Minuten an, von 5 bis 720.";
const WAS = {
  tag: day("Geben Sie den Tag an.", "ahead"),
  beginn: uhr("Geben Sie die Uhrzeit an."),
  dauer: z
    .string(MINUTES)
    .trim()
    .regex(/^\d{1,3}$/, MINUTES)
    .transform(Number)
    .refine((n) => n >= 5 && n <= 720, MINUTES),
  standort: optionalId("Wählen Sie den Standort."),
  raum: optionalLine(60),
  betreff: optionalLine(120),
  ...VERSTAENDIGUNG_EINGABE,
};

export const NeuerTermin = z.object({ person: optionalId(), ...WAS });
export type NeuerTermin = z.output<typeof NeuerTermin>;

export const TerminAngaben = z.object({ ...WAS, grund: optionalLine(300) });
export type TerminAngaben = z.output<typeof TerminAngaben>;

export const StandEingabe = z.object({
  nach: z.enum(["abgesagt", "nicht_erschienen", "geplant"], "Wählen Sie, was aus dem Termin wurde."),
  grund: optionalLine(300),
});
export type StandEingabe = z.output<typeof StandEingabe>;

/** Part of a day in a calendar, in minutes. */
type Spanne = { readonly id: string; readonly tag: string; readonly beginn: number; readonly ende: number };

/** Ids of those that are at the same time as another one. It is told, and nobody is kept from it. */
export function ueberschnitten(all: readonly Spanne[]): ReadonlySet<string> {
  const together = (a: Spanne, b: Spanne) => a.id !== b.id && a.tag === b.tag && a.beginn < b.ende && b.beginn < a.ende;
  return new Set(all.filter((a) => all.some((b) => together(a, b))).map(({ id }) => id));
}

/** The sentence of a step in the history. */
export type SchrittWort = { readonly stand: Stand; readonly tag: string; readonly beginn: number };
const wann = ({ tag, beginn }: SchrittWort) => `${tagText(tag)}, ${uhrText(beginn)} Uhr`;
export function schrittText(schritt: SchrittWort, vorher: SchrittWort | undefined): string {
  if (vorher === undefined) return `ausgemacht für ${wann(schritt)}`;
  if (schritt.stand !== vorher.stand) return schritt.stand === "geplant" ? "wieder geplant" : STAENDE[schritt.stand];
  return wann(schritt) === wann(vorher) ? "Angaben geändert" : `verlegt von ${wann(vorher)} auf ${wann(schritt)}`;
}
