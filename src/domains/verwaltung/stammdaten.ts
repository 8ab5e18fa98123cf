import { z } from "zod";

/** What kind of employer a Träger is. */
export const TRAEGER_ARTEN = {
  kreis: "Kreis oder kreisfreie Stadt",
  kommune: "Stadt oder Gemeinde",
  wohlfahrt: "Wohlfahrtsverband",
} as const;
export type TraegerArt = keyof typeof TRAEGER_ARTEN;

const text = (max: number, missing: string) =>
  z.string(missing).trim().min(1, missing).max(max, `Das ist zu lang; höchstens ${max} Zeichen passen hinein.`);

/** A free line that may stay empty; stored as null then. */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Das ist zu lang; höchstens ${max} Zeichen passen hinein.`)
    .default("")
    .transform((t) => (t === "" ? null : t));

export const traegerEingabe = z.object({
  name: text(120, "Geben Sie den Namen des Trägers an."),
  art: z.enum(["kreis", "kommune", "wohlfahrt"], "Wählen Sie, was für ein Träger das ist."),
});
export type TraegerEingabe = z.output<typeof traegerEingabe>;

export const standortEingabe = z.object({
  traegerId: z.uuid("Wählen Sie den Träger."),
  ags: z.string("Wählen Sie die Kommune.").regex(/^\d{8}$/, "Wählen Sie die Kommune."),
  name: text(120, "Geben Sie den Namen des Standorts an."),
});
export type StandortEingabe = z.output<typeof standortEingabe>;

export const kommuneEingabe = z.object({
  name: text(100, "Geben Sie den Namen der Kommune an."),
  plz: optionalText(5).refine((p) => p === null || /^\d{5}$/.test(p), "Eine Postleitzahl hat fünf Ziffern."),
  jugendamt: optionalText(100),
  ebh: optionalText(100),
  abh: optionalText(100),
});
export type KommuneEingabe = z.output<typeof kommuneEingabe>;
