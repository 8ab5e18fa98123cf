import { gunzipSync } from "node:zlib";
import { CLASSES } from "../../db/field-classes.ts";
import { TABLES } from "../../db/tables/index.ts";
import type { Place } from "../../src/platform/tresor.ts";

/** What was sealed, by its column as the registry of fields names it: `kim.person.name`. */
export type Versiegelt = Map<string, { readonly texts: Set<string>; readonly bytes: Uint8Array[] }>;

/** Notes what is sealed while it is being sealed, whatever room does it. */
export function notes(seen: Versiegelt) {
  const at = ({ table, column }: Place) => {
    const spot = `${table}.${column}`;
    const known = seen.get(spot) ?? { texts: new Set(), bytes: [] };
    seen.set(spot, known);
    return known;
  };
  return {
    text: (place: Place, plain: string) => void at(place).texts.add(plain),
    bytes: (place: Place, plain: Uint8Array) => void at(place).bytes.push(Uint8Array.from(plain)),
  };
}

type Sealed = { readonly table: string; readonly column: string; readonly kind: keyof typeof LONG };

/** Every column that the registry says is sealed and can be opened again. */
export const SEALED: readonly Sealed[] = TABLES.flatMap(({ name, columns }) =>
  Object.entries(columns).flatMap(([column, { kind }]) =>
    kind === "inhalt" || kind === "kennung" ? [{ table: name, column, kind }] : [],
  ),
);
/** Whatever is sealed under another class would be overlooked here. */
export const OTHERS = Object.entries(CLASSES).flatMap(([kind, { sealed, secret }]) =>
  sealed && !secret && kind !== "inhalt" && kind !== "kennung" ? [kind] : [],
);
const KIND = new Map(SEALED.map(({ table, column, kind }) => [`${table}.${column}`, kind]));

/** So long that nothing else says the same by chance: what somebody wrote, and a name, a number or an address. */
const LONG = { inhalt: 16, kennung: 8 };
const GZIP = 0x1f8b;
const SAMPLE = 40;

/** Words with a space, a digit or an @ between them, in pieces that no quoting cuts; one alone may be a word of everybody. */
const piecesOf = (text: string, long: number): string[] =>
  (text.match(/[^\n\r\t"\\{}[\]]+/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => one.length >= long && /\p{L}{2}|^[\d,; ]{20}/u.test(one) && /[\s\d@]/.test(one));

type Inhalt = { readonly texts: ReadonlySet<string>; readonly bytes: readonly Uint8Array[] };

/** What is written in a column, packed or not. */
export const writtenIn = ({ texts, bytes }: Inhalt): string[] => [
  ...texts,
  ...bytes
    .map((one) => Buffer.from(one))
    .filter((one) => one.length > 2 && one.readUInt16BE(0) === GZIP)
    .map((one) => gunzipSync(one).toString("utf8")),
];

/** What is unmistakable of it. */
export const textsOf = (spot: string, inhalt: Inhalt): Set<string> =>
  new Set(writtenIn(inhalt).flatMap((text) => piecesOf(text, LONG[KIND.get(spot) ?? "inhalt"])));

/** And of its files: some bytes out of the middle, where they are not all alike. */
export const samplesOf = ({ bytes }: { readonly bytes: readonly Uint8Array[] }): Buffer[] =>
  bytes.flatMap((one) => {
    const from = Math.floor(one.length / 2);
    const sample = Buffer.from(one.subarray(from, from + SAMPLE));
    return sample.length === SAMPLE && new Set(sample).size > SAMPLE / 3 ? [sample] : [];
  });

const TAG = "ein Tag oder ein Jahr steht auch anderswo";
const NUMMER = "eine Nummer, wie sie auch eine Stelle hat";
const KURZ = "nur ein Wort oder zwei, die auch anderswo stehen";
const LEER = "bleibt in den erfundenen Akten leer";
/** Sealed columns of which nothing unmistakable can be looked for, and why. */
export const OHNE_NADEL: Readonly<Record<string, string>> = {
  "kim.person.geburtsdatum": TAG,
  "kim.person.geburtsjahr": TAG,
  "kim.zuweisung_mensch.geburtsdatum": TAG,
  "kim.zuweisung_mensch.kontakt": NUMMER,
  "kim.sprachmittler.telefon": NUMMER,
  "kim.sprachmittler.notiz": KURZ,
  "kim.vereinbarung.wer": KURZ,
  "kim.hilfeplan_schritt.wer_name": KURZ,
  "kim.hilfeplan_bewertung.bemerkung": KURZ,
  "kim.beratung_fassung.notiz": LEER,
  "kim.einwilligung.zeuge": LEER,
  "kim.erneuerung.von_wer": LEER,
  "kim.erneuerung.frei_wer": LEER,
  "kim.lebensbereich_fassung.bedarf": LEER,
  "kim.lebensbereich_fassung.ressourcen": LEER,
  "kim.lebensbereich_fassung.wunsch": LEER,
  "kim.termin_schritt.grund": LEER,
  "kim.uebernahme.befund": LEER,
  "kim.uebernahme.entscheidungen": LEER,
  "kim.verbindung.notiz": LEER,
  "kim.verweis_schritt.notiz": LEER,
  "kim.wort.wort": LEER,
  "kim.zusammenfuehrung.werte": LEER,
};
