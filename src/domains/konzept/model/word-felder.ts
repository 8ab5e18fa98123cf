/** A Handlungsfeld as headings name it. */
export type Feld = { readonly code: string; readonly name: string; readonly kurz: string };

/** A chapter of a concept that the Kreis has: what it is called there, and which Handlungsfeld it is about. */
export type Bekannt = { readonly titel: string; readonly handlungsfeld: string | null };

/** What else tells which Handlungsfeld a chapter is about: concepts with their chapters in order, and what somebody chose by title. */
export type Wissen = {
  readonly konzepte: readonly (readonly Bekannt[])[];
  readonly gewaehlt: ReadonlyMap<string, string | null>;
};
export const OHNE_WISSEN: Wissen = { konzepte: [], gewaehlt: new Map() };

/** A chapter of a Word file by its heading, with how many of the five parts its own headings name. */
export type Kopf = { readonly titel: string; readonly teile: number };

export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[–—-]/g, "-")
    .replaceAll(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();

/** One part may be a chance; with two of them a chapter is made as one about a Handlungsfeld. */
const GEGLIEDERT = 2;

type Gefunden = string | null | undefined;

const einzig = (codes: readonly string[]): string | undefined => {
  const [one, ...others] = new Set(codes);
  return others.length === 0 ? one : undefined;
};

/** By what it is called: like a Handlungsfeld, as somebody chose, or as a chapter of a concept that the Kreis has. */
function nachNamen(titel: string, felder: readonly Feld[], { konzepte, gewaehlt }: Wissen): Gefunden {
  const called = felder.find(({ name, kurz }) => [name, kurz].some((one) => bare(one) === bare(titel)))?.code;
  if (called !== undefined) return called;
  const chosen = gewaehlt.get(titel);
  if (chosen !== undefined) return chosen;
  const known = konzepte.flat().filter((one) => bare(one.titel) === bare(titel));
  const open = new Set(felder.map(({ code }) => code));
  return einzig(known.flatMap(({ handlungsfeld }) => handlungsfeld ?? []).filter((code) => open.has(code)));
}

/**
 * By where it stands: between the same two as a chapter of a known concept whose Handlungsfeld nothing in the file is about. Only where
 * that is one chapter here and one there, and no concept says otherwise.
 */
function nachStelle(at: number, koepfe: readonly Kopf[], found: readonly Gefunden[], { konzepte }: Wissen): Gefunden {
  const before = found.findLastIndex((code, i) => i < at && typeof code === "string");
  const next = found.findIndex((code, i) => i > at && typeof code === "string");
  const end = next === -1 ? koepfe.length : next;
  const here = koepfe.filter(({ teile }, i) => i > before && i < end && found[i] === undefined && teile > 0);
  if (here.length !== 1 || (before === -1 && next === -1)) return undefined;
  const codes = konzepte.flatMap((konzept) => {
    const placeOf = (i: number, none: number) =>
      i === -1 ? none : konzept.findIndex(({ handlungsfeld }) => handlungsfeld === found[i]);
    const [von, bis] = [placeOf(before, -1), placeOf(next, konzept.length)];
    if ((before !== -1 && von === -1) || bis === -1) return [];
    const between = konzept.slice(von + 1, bis).flatMap(({ handlungsfeld }) => handlungsfeld ?? []);
    const gone = between.filter((code) => !found.includes(code));
    return gone.length === 1 ? gone : [];
  });
  return einzig(codes);
}

/**
 * Which Handlungsfeld each chapter of a Word file is about, in their order; null for none. Undefined: it is made like one about a
 * Handlungsfeld, and nothing says which. Then somebody has to.
 */
export function felderVon(koepfe: readonly Kopf[], felder: readonly Feld[], wissen: Wissen): Gefunden[] {
  const named = koepfe.map(({ titel }) => nachNamen(titel, felder, wissen));
  return koepfe.map(({ teile }, i) => {
    const found = named[i] ?? (teile === 0 || named[i] === null ? null : nachStelle(i, koepfe, named, wissen));
    return found ?? (named[i] === null || teile < GEGLIEDERT ? null : undefined);
  });
}
