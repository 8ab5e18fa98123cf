/** A piece of a chapter between two headings. `adresse` leads to its heading. */
export type Abschnitt = {
  readonly adresse: string;
  readonly kapitel: string;
  /** The heading; of what stands before the first one there is none. */
  readonly titel: string | undefined;
  readonly text: string;
};

/** A passage in pieces; those that were looked for are marked. */
export type Stelle = readonly { readonly text: string; readonly gesucht: boolean }[];

export type Fund = Abschnitt & { readonly stelle: Stelle };

const WORD = /[\p{L}\p{N}]+/gu;

/** Umlauts, accents, ß and case make no difference to whoever looks for something. */
const folded = (text: string): string =>
  text.toLocaleLowerCase("de").normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss");

/** The words that are looked for; a single letter says nothing. */
export const suchworte = (text: string): string[] =>
  (text.match(WORD) ?? []).map(folded).filter((word) => word.length > 1);

const has = (text: string, wort: string): boolean => folded(text).includes(wort);

/** So many characters of a passage stand before its first word that was looked for, and after it. */
const BEFORE = 60;
const AFTER = 180;

/** Where a passage may begin or end: never inside a word. */
function passage(text: string, worte: readonly string[]): string {
  const at = [...text.matchAll(WORD)].find(([word]) => worte.some((w) => has(word, w)))?.index ?? 0;
  const begin = at <= BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
  const end = text.length - at <= AFTER ? text.length : text.lastIndexOf(" ", at + AFTER);
  return `${begin === 0 ? "" : "… "}${text.slice(begin, end)}${end === text.length ? "" : " …"}`;
}

/** A text in pieces, the words marked that hold one of those looked for. */
function markiert(text: string, worte: readonly string[]): Stelle {
  const pieces: { text: string; gesucht: boolean }[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!worte.some((w) => has(word, w))) continue;
    pieces.push({ text: text.slice(done, index), gesucht: false }, { text: word, gesucht: true });
    done = index + word.length;
  }
  return [...pieces, { text: text.slice(done), gesucht: false }].filter((piece) => piece.text !== "");
}

/**
 * The pieces that hold every word, those first whose heading does; with the passage around the first word. A word is found
 * inside of others as well: "Liste" in "Strichliste".
 */
export function finde(abschnitte: readonly Abschnitt[], text: string): readonly Fund[] {
  const worte = suchworte(text);
  if (worte.length === 0) return [];
  const heading = ({ titel, kapitel }: Abschnitt) => titel ?? kapitel;
  const named = (a: Abschnitt) => worte.filter((w) => has(heading(a), w)).length;
  return abschnitte
    .filter((a) => worte.every((w) => has(`${a.kapitel} ${a.titel ?? ""} ${a.text}`, w)))
    .filter((a) => worte.some((w) => has(`${heading(a)} ${a.text}`, w)))
    .toSorted((a, b) => named(b) - named(a))
    .map((a) => ({ ...a, stelle: markiert(passage(a.text, worte), worte) }));
}
