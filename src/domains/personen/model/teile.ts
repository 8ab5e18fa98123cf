import { z } from "zod";
import { optional, optionalCode, optionalDay, optionalLine, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { jaFeld } from "./ja.ts";
import { optionalMonth } from "./monat.ts";
import {
  ALTER_KODE,
  FROM_LIST,
  NAME_LENGTH,
  SPRACH_KODE,
  STAAT_KODE,
  birthDay,
  namePart,
  namesPart,
} from "./person.ts";
import { BASIS, FERTIGKEIT, GESCHLECHT, KONTAKTART, NIVEAU, SPRACHMITTLUNG } from "./worte.ts";

/**
 * What can be recorded about a person, in portions: each is a form of its own. All of it may stay empty but the name. The quick
 * form (`PersonEingabe`) asks for the little that a consultation needs; a field that both have is called the same.
 */

const oneOf = (words: Readonly<Record<string, string>>) => optional(z.enum(Object.keys(words), FROM_LIST));

const YEAR = /^(19|20)\d\d$/;

export const NameEingabe = z.object({
  person_vorname: namePart,
  person_nachname: namePart,
  zusatz: namePart,
  rufname: namePart,
  original: namePart,
  frueher: namesPart,
  geschlecht: oneOf(GESCHLECHT),
  person_geburtsdatum: birthDay,
  geburtsjahr: optional(z.string().regex(YEAR, "Geben Sie das Jahr mit vier Ziffern an.")),
  geburt_geschaetzt: yes,
  person_altersgruppe: optionalCode(FROM_LIST, ALTER_KODE),
  ja: jaFeld,
});
export type NameEingabe = z.output<typeof NameEingabe>;

export const HerkunftEingabe = z.object({
  person_kommune: optionalCode(FROM_LIST, /^\d{8}$/),
  strasse: optionalLine(120),
  plz: optional(z.string().regex(/^\d{5}$/, "Geben Sie die Postleitzahl mit fünf Ziffern an.")),
  ort: optionalLine(80),
  bei: optionalLine(80),
  unterkunftsart: optionalCode(),
  staaten: several(z.string().regex(/^(\d{3})?$/, FROM_LIST)),
  geburtsland: optionalCode(FROM_LIST, STAAT_KODE),
  in_deutschland_seit: optionalMonth(),
  im_kreis_seit: optionalMonth(),
});
export type HerkunftEingabe = z.output<typeof HerkunftEingabe>;

/** So many languages, and ways to reach somebody, fit into their forms. */
export const SPRACHEN_HOECHSTENS = 8;
export const KONTAKTE_HOECHSTENS = 6;

/** What a row of a form is called: `sprache_2_lesen`. */
export const zeile = (was: "sprache" | "kontakt", n: number, feld: string): string => `${was}_${n}_${feld}`;

const numbers = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
const SPRACHZEILEN = numbers(SPRACHEN_HOECHSTENS);
const KONTAKTZEILEN = numbers(KONTAKTE_HOECHSTENS);

/** The fields of numbered rows, as one flat shape. */
const rowsOf = <T extends z.ZodType>(was: "sprache" | "kontakt", rows: readonly number[], fields: Record<string, T>) =>
  Object.fromEntries(rows.flatMap((n) => Object.entries(fields).map(([name, field]) => [zeile(was, n, name), field])));

const NIVEAUS = Object.fromEntries(Object.keys(FERTIGKEIT).map((fertigkeit) => [fertigkeit, oneOf(NIVEAU)]));

export const VerstaendigungEingabe = z.object({
  verstaendigungssprache: optionalCode(FROM_LIST, SPRACH_KODE),
  sprachmittlung: oneOf(SPRACHMITTLUNG),
  ...rowsOf("sprache", SPRACHZEILEN, {
    code: optionalCode(FROM_LIST, SPRACH_KODE),
    basis: oneOf(BASIS),
    ...NIVEAUS,
  }),
  ...rowsOf("sprache", SPRACHZEILEN, { erst: yes }),
});
export type VerstaendigungEingabe = z.output<typeof VerstaendigungEingabe>;

export const ErreichbarEingabe = z.object({
  ...rowsOf("kontakt", KONTAKTZEILEN, {
    art: oneOf(KONTAKTART),
    wert: optionalLine(NAME_LENGTH),
    hinweis: optionalLine(200),
  }),
  ...rowsOf("kontakt", KONTAKTZEILEN, { kein_band: yes }),
});
export type ErreichbarEingabe = z.output<typeof ErreichbarEingabe>;

export const SperreEingabe = z.object({ gesperrt: yes, bis: optionalDay() });
export type SperreEingabe = z.output<typeof SperreEingabe>;

/** A language as it is typed into a row. */
type Sprachzeile = {
  readonly zeile: number;
  readonly code: string;
  readonly erstsprache: boolean;
  readonly basis: string | null;
  readonly hoeren: string | null;
  readonly sprechen: string | null;
  readonly lesen: string | null;
  readonly schreiben: string | null;
};

type Typed = Readonly<Record<string, unknown>>;
const word = (typed: Typed, name: string): string | null => {
  const value = typed[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** The languages of a form, each once, in its order; a row without one says nothing. */
export function sprachzeilen(typed: Typed): Sprachzeile[] {
  const rows = SPRACHZEILEN.flatMap((n): Sprachzeile[] => {
    const of = (feld: string) => word(typed, zeile("sprache", n, feld));
    const code = of("code");
    if (code === null) return [];
    const erstsprache = typed[zeile("sprache", n, "erst")] === true;
    const [hoeren, sprechen, lesen, schreiben] = [of("hoeren"), of("sprechen"), of("lesen"), of("schreiben")];
    return [{ zeile: n, code, erstsprache, basis: of("basis"), hoeren, sprechen, lesen, schreiben }];
  });
  return rows.filter(({ code }, i) => rows.findIndex((one) => one.code === code) === i);
}

/** A way to reach somebody as it is typed into a row. */
type Kontaktzeile = {
  readonly zeile: number;
  readonly art: string | null;
  readonly wert: string | null;
  readonly hinweis: string | null;
  readonly keinBand: boolean;
};

/** The ways of a form, the preferred first; a row in which nothing is typed is none. */
export const kontaktzeilen = (typed: Typed): Kontaktzeile[] =>
  KONTAKTZEILEN.map((n) => {
    const of = (feld: string) => word(typed, zeile("kontakt", n, feld));
    const keinBand = typed[zeile("kontakt", n, "kein_band")] === true;
    return { zeile: n, art: of("art"), wert: of("wert"), hinweis: of("hinweis"), keinBand };
  }).filter(({ art, wert, hinweis, keinBand }) => art !== null || wert !== null || hinweis !== null || keinBand);
