import { z } from "zod";

/** What kind of employer a Träger is. */
export const TRAEGER_ARTEN = {
  kreis: "Kreis oder kreisfreie Stadt",
  kommune: "Stadt oder Gemeinde",
  wohlfahrt: "Wohlfahrtsverband",
} as const;
export type TraegerArt = keyof typeof TRAEGER_ARTEN;

const tooLong = (max: number) => `Das ist zu lang. Höchstens ${max} Zeichen passen hinein.`;

/** A line that must be filled. */
export const line = (max: number, missing: string) => z.string(missing).trim().min(1, missing).max(max, tooLong(max));

/** A line that may stay empty; null then. */
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .default("")
    .transform((text) => (text === "" ? null : text));

/** A check box; missing means no. */
const checked = z
  .literal("ja")
  .optional()
  .transform((value) => value === "ja");

const ags = z.string("Wählen Sie die Kommune.").regex(/^\d{8}$/, "Wählen Sie die Kommune.");

export const traegerEingabe = z.object({
  name: line(120, "Geben Sie den Namen des Trägers an."),
  art: z.enum(["kreis", "kommune", "wohlfahrt"], "Wählen Sie, was für ein Träger das ist."),
});
export type TraegerEingabe = z.output<typeof traegerEingabe>;

export const traegerAenderung = traegerEingabe.extend({ aktiv: checked });
export type TraegerAenderung = z.output<typeof traegerAenderung>;

const standort = z.object({ ags, name: line(120, "Geben Sie den Namen des Standorts an.") });

export const standortEingabe = standort.extend({ traegerId: z.uuid("Wählen Sie den Träger.") });
export type StandortEingabe = z.output<typeof standortEingabe>;

export const standortAenderung = standort.extend({ aktiv: checked });
export type StandortAenderung = z.output<typeof standortAenderung>;

const kommune = z.object({
  name: line(100, "Geben Sie den Namen der Kommune an."),
  plz: optionalLine(5).refine((plz) => plz === null || /^\d{5}$/.test(plz), "Eine Postleitzahl hat fünf Ziffern."),
  jugendamt: optionalLine(100),
  ebh: optionalLine(100),
  abh: optionalLine(100),
});

export const neueKommune = kommune.extend({
  ags: z
    .string("Geben Sie den Schlüssel an.")
    .regex(/^\d{8}$/, "Der amtliche Schlüssel einer Kommune hat acht Ziffern."),
});
export type NeueKommune = z.output<typeof neueKommune>;

export const kommuneEingabe = kommune.extend({ aktiv: checked });
export type KommuneEingabe = z.output<typeof kommuneEingabe>;
