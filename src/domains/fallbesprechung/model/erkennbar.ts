import { findIdentifying } from "../../beratungen/model/warnung.ts";
import { type KnownWords, LEAST_LETTERS, type NamePart, nameParts } from "../../personen/model/namen.ts";
import { GLEICHER_NAME, compareParts, mayScore } from "../../personen/model/namensvergleich.ts";

/** Who must not be told by a text: names in any script, and the number of the case as it stands on letters. */
export type Wer = { readonly namen: readonly string[]; readonly aktenzeichen: string | null };

/** What else is looked for, and what it is called. */
export type Muster = { readonly muster: RegExp; readonly was: string };

/** A spot in a text that tells who it is about. `wo` is the spot with what stands around it. */
export type Spur = { readonly start: number; readonly text: string; readonly wo: string; readonly was: string };

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
/** Written in the same letters a slip is likelier another word than another spelling. */
const SAME_SCRIPT = 0.9;
const AROUND = 20;

const around = (text: string, start: number, end: number): string => {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const cut = (more: boolean) => (more ? "…" : "");
  const spot = `${before}${text.slice(start, end)}${after}`.replaceAll(/\s+/gu, " ");
  return `${cut(start > AROUND)}${spot}${cut(end + AROUND < text.length)}`;
};

/** A name in the genitive is one as well. */
const GENITIVE = /['’]?s$/u;

function isNameIn(word: string, names: readonly NamePart[], known: KnownWords): boolean {
  const bare = word.replace(GENITIVE, "");
  const forms = bare === word || bare.length < LEAST_LETTERS ? [word] : [word, bare];
  const parts = forms.flatMap((form) => nameParts(form, known));
  return parts.some((part) =>
    names.some((name) => {
      const least = part.schrift === name.schrift ? SAME_SCRIPT : GLEICHER_NAME;
      return mayScore(part, name, least) && compareParts(part, name).score >= least;
    }),
  );
}

function nummerOf(aktenzeichen: string | null): Muster[] {
  if (aktenzeichen === null) return [];
  const [jahr = "", nummer = ""] = aktenzeichen.split("-");
  const muster = new RegExp(`(?<!\\d)${jahr}\\s*[-–/. ]\\s*0*${String(Number(nummer))}(?!\\d)`, "gu");
  return [{ muster, was: "das Aktenzeichen" }];
}

type Fund = { readonly start: number; readonly end: number; readonly was: string };

const partsOf = (namen: readonly string[], known: KnownWords): NamePart[] =>
  namen.flatMap((name) => nameParts(name, known)).filter(({ wort }) => wort.length >= LEAST_LETTERS);

/** Where names stand in a text, except words that are a name of those as well who may be told. */
function namesIn(text: string, namen: readonly string[], genannt: readonly string[] = []): Fund[] {
  const known: KnownWords = new Map();
  const names = partsOf(namen, known);
  const told = partsOf(genannt, known);
  if (names.length === 0) return [];
  // Most words of a long text stand in it more than once.
  const judged = new Map<string, boolean>();
  const isName = (word: string): boolean => {
    const before = judged.get(word);
    const is = before ?? (word.length >= LEAST_LETTERS && isNameIn(word, names, known) && !isNameIn(word, told, known));
    if (before === undefined) judged.set(word, is);
    return is;
  };
  return [...text.matchAll(WORD)].flatMap((match) => {
    const [word] = match;
    if (!isName(word)) return [];
    return [{ start: match.index, end: match.index + word.length, was: "ein Name der Person oder ihrer Familie" }];
  });
}

const inOrder = (text: string, found: readonly Fund[]): Spur[] =>
  found
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, was }) => ({ start, was, text: text.slice(start, end), wo: around(text, start, end) }));

/**
 * Finds what tells in a text who it is about, in its order: the names of the persons, however they are written; dates of birth,
 * numbers and addresses; the number of the case. A help for whoever writes and no proof of the contrary: stories are not found.
 * @param am the day it is written (ISO)
 * @param auch what else would tell it where the text is going
 */
export function spurenIn(text: string, { namen, aktenzeichen }: Wer, am: string, auch: readonly Muster[] = []): Spur[] {
  const found = namesIn(text, namen);
  for (const { muster, was } of [...nummerOf(aktenzeichen), ...auch])
    for (const match of text.matchAll(muster))
      found.push({ start: match.index, end: match.index + match[0].length, was });
  for (const { stelle, name } of findIdentifying(text, am)) found.push({ ...stelle, was: name });
  return inOrder(text, found);
}

/** The names of some in a text that may tell who the others are. */
export const namenIn = (text: string, namen: readonly string[], genannt: readonly string[]): Spur[] =>
  inOrder(text, namesIn(text, namen, genannt));

const SHOWN = 3;

/** What was found, with its places. */
export function spurenText(spuren: readonly Spur[]): string {
  const places = spuren.slice(0, SHOWN).map(({ wo, was }) => `„${wo}“ (${was})`);
  const more = spuren.length > SHOWN ? ` und ${spuren.length - SHOWN} weitere Stellen` : "";
  return `Daran ist jemand zu erkennen: ${places.join(", ")}${more}.`;
}

/** The same, and what to do about it where names may be meant. */
export const spurenSatz = (spuren: readonly Spur[]): string =>
  `${spurenText(spuren)} Ersetzen Sie es, zum Beispiel durch „Person A“, oder bestätigen Sie unten, dass es niemand Bestimmtes meint.`;
