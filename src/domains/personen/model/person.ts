import { z } from "zod";
import { day, optional, optionalCode, text } from "../../../platform/fields.ts";
import { kontaktKennung } from "./kontakt.ts";
import { several } from "../../../platform/form.ts";

/**
 * A name as it was typed, in any script. Either of first and last name may be "" (a pseudonym, a single name); the rest is often
 * missing. Several given names stand in `vorname`, one behind the other.
 */
export const PersonName = z.object({
  vorname: z.string(),
  nachname: z.string(),
  /** What stands before the family name: al-, von, de. */
  zusatz: z.string().optional(),
  /** What somebody is called. */
  rufname: z.string().optional(),
  /** The whole name in its own script. */
  original: z.string().optional(),
  /** Former family names, or whole names where that was all another one. */
  frueher: z.array(z.string()).optional(),
});
export type PersonName = z.output<typeof PersonName>;

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" ");

/** The name as it is read: first name first. */
export const fullName = ({ vorname, zusatz, nachname }: PersonName): string =>
  // A particle with a hyphen belongs to the word behind it.
  zusatz?.endsWith("-") === true && nachname !== ""
    ? joined(vorname, zusatz + nachname)
    : joined(vorname, zusatz, nachname);

/** The name as every list, page and print has it: nobody forgets that this person must not be found. */
export const marked = (name: string, gesperrt: boolean): string => (gesperrt ? `${name} (Auskunftssperre)` : name);

/** A name that somebody may be looked for by, and what kind of name it is where it is not the usual one. */
export type Namensform = { readonly name: string; readonly art?: string };

/** All names of a person: the usual one first, then how she is called, in her own script, and what she was called before. */
export function namesOf(name: PersonName): Namensform[] {
  const { vorname, rufname = "", original = "", frueher = [] } = name;
  const called = rufname === "" ? [] : [{ name: fullName({ ...name, vorname: rufname }), art: "Rufname" }];
  const script = original === "" ? [] : [{ name: original, art: "Originalschrift" }];
  const before = frueher.map((one) => ({
    name: /\s/u.test(one) ? one : joined(vorname, one),
    art: "früherer Name",
  }));
  return [{ name: fullName(name) }, ...called, ...script, ...before];
}

/** So long a first or last name may be. */
export const NAME_LENGTH = 100;
/** Marks that only steer how a line is shown; the two joiners are part of how Persian and Indian names are spelt. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** What is left of a name when all is taken away that nobody sees. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const visible = (typed: string): string => {
  const name = typed.replaceAll(UNSEEN, "").trim();
  return VISIBLE.test(name) ? name : "";
};

/** Several names in one line. */
export const namesPart = z
  .string()
  .transform(visible)
  .pipe(text(2 * NAME_LENGTH))
  .default("");

/** A part of a name; "" where nothing is typed that anybody sees. */
export const namePart = z.string().transform(visible).pipe(text(NAME_LENGTH)).default("");

export const FROM_LIST = "Wählen Sie einen Eintrag aus der Liste.";

/** Whoever was born before does not come any more; it is mostly a year typed with two digits. */
const EARLIEST_BIRTH = "1900-01-01";

export const birthDay = optional(
  day(undefined, "birth").refine(
    (born) => born >= EARLIEST_BIRTH,
    "Prüfen Sie das Geburtsjahr: Es muss 1900 oder später sein.",
  ),
);

/** The forms of codes. */
export const ALTER_KODE = /^\d{1,2}(-\d{1,2}|\+)$/;
export const STAAT_KODE = /^\d{3}$/;
export const SPRACH_KODE = /^[a-z]{2,3}$/;

/**
 * What is asked about a person, by field name. Every page that asks for a person uses these names and may spread the
 * shape into its own schema; all of it may be missing, `personProblem` says what must be there. Codes are those of the
 * code lists, dates ISO days.
 */
export const PersonEingabe = z.object({
  person_vorname: namePart,
  person_nachname: namePart,
  person_geburtsdatum: birthDay,
  person_kontakt: optional(
    text(NAME_LENGTH).refine(
      (typed) => kontaktKennung(typed) !== undefined,
      "Geben Sie eine Telefonnummer mit Vorwahl oder eine E-Mail-Adresse an. Alles andere ergänzen Sie später unter „Erreichbarkeit“.",
    ),
  ),
  person_altersgruppe: optionalCode(FROM_LIST, ALTER_KODE),
  person_kommune: optionalCode(FROM_LIST, /^\d{8}$/),
  person_staatsangehoerigkeit: optionalCode(FROM_LIST, STAAT_KODE),
  person_sprachen: several(z.string().regex(/^([a-z]{2,3})?$/, FROM_LIST)),
});
export type PersonEingabe = z.output<typeof PersonEingabe>;

export const typedName = (eingabe: Pick<PersonEingabe, "person_vorname" | "person_nachname">): PersonName => ({
  vorname: eingabe.person_vorname,
  nachname: eingabe.person_nachname,
});

/** What a form says about a name. */
type TypedNames = Pick<PersonEingabe, "person_vorname" | "person_nachname"> & {
  readonly zusatz: string;
  readonly rufname: string;
  readonly original: string;
  /** Several, with commas between them. */
  readonly frueher: string;
};

/** The whole name of a form; parts that stayed empty are missing. */
export function namePartsOf({ zusatz, rufname, original, frueher, ...eingabe }: TypedNames): PersonName {
  const before = frueher
    .split(/[,;،]/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return {
    ...typedName(eingabe),
    ...(zusatz === "" ? {} : { zusatz }),
    ...(rufname === "" ? {} : { rufname }),
    ...(original === "" ? {} : { original }),
    ...(before.length === 0 ? {} : { frueher: before }),
  };
}

/** The chosen languages, each once, in the order of the form. */
export const languagesOf = (eingabe: PersonEingabe): string[] => [
  ...new Set(eingabe.person_sprachen.filter((language) => language !== "")),
];

/** What a form says about a birth. */
export type TypedBirth = Pick<PersonEingabe, "person_geburtsdatum" | "person_altersgruppe"> & {
  readonly geburtsjahr?: string | null;
};

type Problem = { readonly field: string; readonly message: string };

/** What speaks against recording this person, with the field it is about; undefined when nothing does. `today`: ISO day. */
export function personProblem(
  eingabe: TypedBirth & Pick<PersonEingabe, "person_vorname" | "person_nachname">,
  today: string,
): Problem | undefined {
  if (fullName(typedName(eingabe)) === "") {
    return { field: "person_vorname", message: "Geben Sie einen Namen oder ein Kürzel an." };
  }
  return birthProblem(eingabe, today);
}

function birthProblem({ geburtsjahr = null, ...eingabe }: TypedBirth, today: string): Problem | undefined {
  const { person_geburtsdatum: day, person_altersgruppe: band } = eingabe;
  if (day !== null && day > today) {
    return { field: "person_geburtsdatum", message: "Das Geburtsdatum darf nicht in der Zukunft liegen." };
  }
  if (geburtsjahr !== null && geburtsjahr > today.slice(0, 4)) {
    return { field: "geburtsjahr", message: "Das Geburtsjahr darf nicht in der Zukunft liegen." };
  }
  if (day !== null && geburtsjahr !== null) {
    return { field: "geburtsjahr", message: "Geben Sie entweder das Geburtsdatum oder das Jahr an, nicht beides." };
  }
  if ((day ?? geburtsjahr) !== null && band !== null) {
    const what = day === null ? "das Geburtsjahr" : "das Geburtsdatum";
    return {
      field: "person_altersgruppe",
      message: `Geben Sie entweder ${what} oder die Altersgruppe an, nicht beides.`,
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
