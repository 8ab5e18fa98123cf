import { z } from "zod";
import { ags, id, line, optionalCode, optionalLine, yes } from "../../../platform/fields.ts";

/** What kind of employer a Träger is. */
export const TRAEGER_ARTEN = {
  kreis: "Kreis oder kreisfreie Stadt",
  kommune: "Stadt oder Gemeinde",
  wohlfahrt: "Wohlfahrtsverband",
} as const;
export type TraegerArt = keyof typeof TRAEGER_ARTEN;

export const TraegerEingabe = z.object({
  name: line(120, "Geben Sie den Namen des Trägers an."),
  art: z.enum(["kreis", "kommune", "wohlfahrt"], "Wählen Sie, was für ein Träger das ist."),
});
export type TraegerEingabe = z.output<typeof TraegerEingabe>;

/** Which data-protection law a Träger answers to. */
export const RECHTSRAHMEN = {
  dsgvo: "DSGVO (Kommunen, AWO, DRK, Parität …)",
  kdg: "KDG (katholische Träger)",
  dsg_ekd: "DSG-EKD (evangelische Träger)",
} as const;

const AGE = "Geben Sie ein Alter zwischen 7 und 17 an.";

export const TraegerAenderung = TraegerEingabe.extend({
  rechtsrahmen: z.enum(["dsgvo", "kdg", "dsg_ekd"], "Wählen Sie das Datenschutzrecht."),
  eigenesWortAb: z
    .string(AGE)
    .trim()
    .regex(/^\d{1,2}$/, AGE)
    .transform(Number)
    .pipe(z.number().min(7, AGE).max(17, AGE)),
  aktiv: yes,
});
export type TraegerAenderung = z.output<typeof TraegerAenderung>;

const standort = z.object({
  ags: ags("Wählen Sie die Kommune."),
  name: line(120, "Geben Sie den Namen des Standorts an."),
});

export const StandortEingabe = standort.extend({ traegerId: id("Wählen Sie den Träger.") });
export type StandortEingabe = z.output<typeof StandortEingabe>;

export const StandortAenderung = standort.extend({ aktiv: yes });
export type StandortAenderung = z.output<typeof StandortAenderung>;

const kommune = z.object({
  name: line(100, "Geben Sie den Namen der Kommune an."),
  plz: optionalCode("Eine Postleitzahl hat fünf Ziffern.", /^\d{5}$/),
  jugendamt: optionalLine(100),
  ebh: optionalLine(100),
  abh: optionalLine(100),
});

export const NeueKommune = kommune.extend({ ags: ags("Der amtliche Schlüssel einer Kommune hat acht Ziffern.") });
export type NeueKommune = z.output<typeof NeueKommune>;

export const KommuneEingabe = kommune.extend({ aktiv: yes });
export type KommuneEingabe = z.output<typeof KommuneEingabe>;
