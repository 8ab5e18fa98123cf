import { z } from "zod";

/** How far the contact went. 0 Fachanfrage, 1 anonymous, 2 with a person; decides what may be stored. */
export const STUFEN = ["0", "1", "2"] as const;

/** Where it took place: a site (its Kommune follows from it) or, without one, a Kommune. */
export const Ort = z.union([
  z.object({ art: z.literal("standort"), id: z.string() }),
  z.object({ art: z.literal("kommune"), ags: z.string() }),
]);
export type Ort = z.output<typeof Ort>;

/**
 * What is coded about a consultation and needed for the figures. Codes are those of the code lists, null where not told;
 * way of contact and duration are missing only where an old list did not tell them.
 * No name, no text: this part may be kept as the presets of the next one.
 */
export const Kodes = z.object({
  stufe: z.enum(STUFEN),
  ort: Ort,
  kontaktweg: z.string().nullable(),
  themen: z.array(z.string()),
  sprache: z.string().nullable(),
  verstaendigung: z.string().nullable(),
  dauerMin: z.number().nullable(),
  ergebnis: z.string().nullable(),
  neuzuweisung: z.boolean(),
  personenzahl: z.number(),
  herkunftsgruppe: z.string().nullable(),
  altersgruppe: z.string().nullable(),
});
export type Kodes = z.output<typeof Kodes>;

/** Those with one code out of one list: field of the form, column and code list have the same name. */
export const KODEFELDER = [
  "kontaktweg",
  "sprache",
  "verstaendigung",
  "ergebnis",
  "herkunftsgruppe",
  "altersgruppe",
] as const satisfies readonly (keyof Kodes)[];

/** A whole consultation: `am` is its day (ISO), `personen` are ids, `notiz` is "" where nothing was written. */
export type Beratungsdaten = Kodes & {
  readonly am: string;
  readonly personen: readonly string[];
  readonly notiz: string;
};

/** Whether a stage may hold who came. Below 2 nothing that identifies is stored (stages of contact). */
export const istMitPerson = (stufe: string): boolean => stufe === "2";

/**
 * Leaves out what the stage may not or need not hold: below 2 no persons; at 2 no coarse groups, because the persons
 * themselves say it, and they are counted instead of typed.
 */
export function nachStufe<D extends Beratungsdaten>(daten: D): D {
  return istMitPerson(daten.stufe)
    ? { ...daten, herkunftsgruppe: null, altersgruppe: null, personenzahl: Math.max(1, daten.personen.length) }
    : { ...daten, personen: [] };
}

const YEARS_BACK = 2;

/** Two years before a day, both ISO. 29 February becomes 28. */
export function frueheste(heute: string): string {
  const day = `${Number(heute.slice(0, 4)) - YEARS_BACK}${heute.slice(4)}`;
  return day.endsWith("-02-29") ? day.replace("-29", "-28") : day;
}

/** What speaks against a day of consultation, as a sentence; undefined when nothing does. Both are ISO days. */
export function datumProblem(am: string, heute: string): string | undefined {
  if (am > heute) return "Das Datum darf nicht in der Zukunft liegen.";
  if (am < frueheste(heute)) return "Das Datum liegt mehr als zwei Jahre zurück. Prüfen Sie das Jahr.";
  return undefined;
}

/**
 * Whose key seals the note: the one person's, so that erasing the person erases it too; the consultation's own where there
 * are several; the employer's where it is about nobody.
 */
export function schluesselArt(daten: Pick<Beratungsdaten, "stufe" | "personen">): "person" | "beratung" | "traeger" {
  if (!istMitPerson(daten.stufe)) return "traeger";
  return daten.personen.length === 1 ? "person" : "beratung";
}

/** How exactly the log tells when: below stage 2 only the day, a time would say when an anonymous person was there. */
export const genauigkeit = (stufe: string): { genau?: "tag" } => (istMitPerson(stufe) ? {} : { genau: "tag" });

/** The last day before `heute` that is no Saturday or Sunday; ISO days. Holidays are not known here. */
export function letzterArbeitstag(heute: string): string {
  const day = new Date(`${heute}T12:00:00Z`);
  do {
    day.setUTCDate(day.getUTCDate() - 1);
  } while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return day.toISOString().slice(0, 10);
}
