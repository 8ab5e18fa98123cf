import { z } from "zod";
import { day, optional, optionalCode, text } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";

/** First and last name as they were typed, in any script. One of the two may be "" (a pseudonym, a single name). */
export const PersonName = z.object({ vorname: z.string(), nachname: z.string() });
export type PersonName = z.output<typeof PersonName>;

/** The name as it is read: first name first. */
export const fullName = (name: PersonName): string =>
  [name.vorname, name.nachname].filter((part) => part !== "").join(" ");

/** So long a first or last name may be. */
export const NAME_LENGTH = 100;
/** Marks that only steer how a line is shown; the two joiners are part of how Persian and Indian names are spelt. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** What is left of a name when all is taken away that nobody sees. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const namePart = z
  .string()
  .transform((typed) => typed.replaceAll(UNSEEN, "").trim())
  .transform((name) => (VISIBLE.test(name) ? name : ""))
  .pipe(text(NAME_LENGTH))
  .default("");

const FROM_LIST = "Wählen Sie einen Eintrag aus der Liste.";

/** Whoever was born before does not come any more; it is mostly a year typed with two digits. */
const EARLIEST_BIRTH = "1900-01-01";

/**
 * What is asked about a person, by field name. Every page that asks for a person uses these names and may spread the
 * shape into its own schema; all of it may be missing, `personProblem` says what must be there. Codes are those of the
 * code lists, dates ISO days.
 */
export const PersonEingabe = z.object({
  person_vorname: namePart,
  person_nachname: namePart,
  person_geburtsdatum: optional(
    day(undefined, "birth").refine(
      (born) => born >= EARLIEST_BIRTH,
      "Prüfen Sie das Geburtsjahr: Es muss 1900 oder später sein.",
    ),
  ),
  person_altersgruppe: optionalCode(FROM_LIST, /^\d{1,2}(-\d{1,2}|\+)$/),
  person_kommune: optionalCode(FROM_LIST, /^\d{8}$/),
  person_staatsangehoerigkeit: optionalCode(FROM_LIST, /^\d{3}$/),
  person_sprachen: several(z.string().regex(/^([a-z]{2,3})?$/, FROM_LIST)),
});
export type PersonEingabe = z.output<typeof PersonEingabe>;

export const typedName = (eingabe: PersonEingabe): PersonName => ({
  vorname: eingabe.person_vorname,
  nachname: eingabe.person_nachname,
});

/** The chosen languages, each once, in the order of the form. */
export const languagesOf = (eingabe: PersonEingabe): string[] => [
  ...new Set(eingabe.person_sprachen.filter((language) => language !== "")),
];

/** What speaks against recording this person, with the field it is about; undefined when nothing does. `today`: ISO day. */
export function personProblem(eingabe: PersonEingabe, today: string): { field: string; message: string } | undefined {
  if (fullName(typedName(eingabe)) === "") {
    return { field: "person_vorname", message: "Geben Sie einen Namen oder ein Kürzel an." };
  }
  if (eingabe.person_geburtsdatum === null) return undefined;
  if (eingabe.person_geburtsdatum > today) {
    return { field: "person_geburtsdatum", message: "Das Geburtsdatum darf nicht in der Zukunft liegen." };
  }
  if (eingabe.person_altersgruppe !== null) {
    return {
      field: "person_altersgruppe",
      message: "Geben Sie entweder das Geburtsdatum oder die Altersgruppe an, nicht beides.",
    };
  }
  return undefined;
}

/** Full years of life on a day; both ISO days. Someone born on 29 February turns a year older on 1 March (§§ 187, 188 BGB). */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** An age band of the code list: full years, both ends included, `bis` null for the last one. */
export type AgeBand = { readonly code: string; readonly von: number; readonly bis: number | null };

/** The band that an age falls into; undefined only where the list has a hole. */
export const bandOf = (bands: readonly AgeBand[], age: number): string | undefined =>
  bands.find((band) => age >= band.von && (band.bis === null || age <= band.bis))?.code;
