import { MITBRINGSEL, MITBRINGEN } from "../../codelisten/model/mitbringen.ts";
import { ORGANISATION_ARTEN, OrganisationEingabe } from "./organisation.ts";

/** The columns of a file with organisations, as its first line names them. Only the first three have to be there. */
export const SPALTEN = [
  "Name",
  "Art",
  "Handlungsfelder",
  "Anschrift",
  "Telefon",
  "E-Mail",
  "Sprachen",
  "Öffnungszeiten",
  "Mitbringen",
] as const;
type Spalte = (typeof SPALTEN)[number];
const PFLICHT = ["Name", "Art", "Handlungsfelder"] as const satisfies readonly Spalte[];

/** One of many in a cell. Names of fields have commas themselves. */
const TRENNER = /\s*[|\n]\s*/u;

type Wort = { readonly code: string; readonly name: string; readonly kurz?: string | null | undefined };
export type Woerter = { readonly handlungsfeld: readonly Wort[]; readonly sprache: readonly Wort[] };

/** A line of the file, read: what it says, or what is wrong with it. */
export type Gelesen = {
  readonly nr: number;
  readonly name: string;
  readonly eingabe: OrganisationEingabe | undefined;
  readonly fehler: readonly string[];
};

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
const worteOf = (words: Readonly<Record<string, string>>): Wort[] =>
  Object.entries(words).map(([code, name]) => ({ code, name }));

const MITBRINGBAR: readonly Wort[] = MITBRINGSEL.map((code) => ({ code, name: MITBRINGEN[code].name }));

/** The codes of the words of a cell, and the words that there is no code for. */
function kodes(cell: string, list: readonly Wort[]): { readonly codes: string[]; readonly fremd: string[] } {
  const find = (word: string) =>
    list.find(({ code, name, kurz }) => [code, name, kurz ?? code].some((one) => plain(one) === plain(word)));
  const words = cell.split(TRENNER).filter((word) => word !== "");
  return {
    codes: words.flatMap((word) => find(word)?.code ?? []),
    fremd: words.filter((word) => find(word) === undefined),
  };
}

/** Where each column stands. Undefined where one is missing that has to be there. */
export function kopfOf(zellen: readonly string[]): ReadonlyMap<Spalte, number> | undefined {
  const heads = zellen.map(plain);
  const at = new Map(SPALTEN.map((name) => [name, heads.indexOf(plain(name))] as const));
  return PFLICHT.some((name) => (at.get(name) ?? -1) < 0) ? undefined : at;
}

/** Reads one line. Nothing is guessed: a word that no list has is told, and the line is left out. */
export function zeileOf(
  nr: number,
  zellen: readonly string[],
  kopf: ReadonlyMap<Spalte, number>,
  { handlungsfeld, sprache }: Woerter,
): Gelesen {
  const cell = (spalte: Spalte): string => zellen[kopf.get(spalte) ?? -1] ?? "";
  const art = kodes(cell("Art"), worteOf(ORGANISATION_ARTEN));
  const felder = kodes(cell("Handlungsfelder"), handlungsfeld);
  const sprachen = kodes(cell("Sprachen"), sprache);
  const mitbringen = kodes(cell("Mitbringen"), MITBRINGBAR);
  const fremd = (spalte: Spalte, words: readonly string[]) =>
    words.map((word) => `„${word}“ bei „${spalte}“ kennt KIM nicht.`);
  const read = OrganisationEingabe.safeParse({
    name: cell("Name"),
    art: art.codes[0] ?? "",
    felder: felder.codes,
    anschrift: cell("Anschrift"),
    telefon: cell("Telefon"),
    email: cell("E-Mail"),
    sprachen: sprachen.codes,
    zeiten: cell("Öffnungszeiten"),
    mitbringen: mitbringen.codes,
    geschlossen_ab: "",
  });
  const unbekannt = [
    ...fremd("Art", art.fremd),
    ...fremd("Handlungsfelder", felder.fremd),
    ...fremd("Sprachen", sprachen.fremd),
    ...fremd("Mitbringen", mitbringen.fremd),
  ];
  // What is empty only because its word is unknown is told once.
  const told = read.success
    ? []
    : read.error.issues
        .filter(({ path }) => !(path[0] === "art" && art.fremd.length > 0))
        .filter(({ path }) => !(path[0] === "felder" && felder.fremd.length > 0))
        .map(({ message }) => message);
  const fehler = [...unbekannt, ...told];
  return { nr, name: cell("Name"), eingabe: read.success && fehler.length === 0 ? read.data : undefined, fehler };
}
