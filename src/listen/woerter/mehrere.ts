import { schluessel } from "./schluessel.ts";
import type { Deutung, Nachschlag, Wortart } from "./verzeichnis.ts";

/** Longer cells are prose and stay whole. */
const LONGEST = 200;

/** One part of a cell and what it stands for; `deutung` undefined when it is not certain. */
export type Teil = { readonly wort: string; readonly deutung: Deutung | undefined };

const SEPARATORS =
  /[,;/|+&\n•·:]|(?:^|\s)(?:und|u\.|sowie|and|et|ve|&|-|–|—)(?=\s)|(?<=[\p{L})])\s*[–—]\s*(?=\p{L})/giu;
const NUMBERED = /^\(?\d{1,2}[.):]\s*(?=\p{L})/u;
const IN_BRACKETS = /^(.*?)\s*[([](.+)[)\]]\s*$/su;

/** Words that say nothing of a theme. */
const EMPTY = new Set(
  schluessel(
    "und bei der die das den dem des zu zur zum im in am an auf von vom mit für wegen hilfe beratung fragen frage thema themen " +
      "unterstützung suche antrag anträge allgemein allgemeine neue neuer neues termin",
  ).split(" "),
);

/** Takes apart what is several words by signs: `/ , ; + und` or a line break. */
export const teile = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((part) => (part ?? "").trim().replace(NUMBERED, ""))
    .filter((part) => part !== "");

/**
 * What a cell with one or more words stands for. The whole is looked up first, for names hold separators themselves
 * (Arbeit/Ausbildung, Bildung 0-6); then its parts; then, for a part of several words, word by word. `sicher` looks a word up.
 */
export function interpretMehrere(sicher: Nachschlag, art: Wortart, text: string): Teil[] {
  if (text.length > LONGEST) return [{ wort: text, deutung: undefined }];
  const plain = text.trim().replace(NUMBERED, "");
  const whole = sicher(art, plain);
  if (whole?.grund === "bezeichnung" || whole?.grund === "entschieden") return [{ wort: plain, deutung: whole }];
  const [, before = "", inside = ""] = IN_BRACKETS.exec(plain) ?? [];
  if (before !== "" && sicher(art, before) !== undefined) {
    // “Sprache (Integrationskurs)” explains itself, “Wohnen (SGB II)” names two.
    const more = interpretMehrere(sicher, art, inside).filter(({ deutung }) => deutung !== undefined);
    return [...interpretMehrere(sicher, art, before), ...more];
  }
  const found = teile(plain);
  if (found.length > 1) return found.flatMap((part) => interpretMehrere(sicher, art, part));
  const single = found[0] ?? plain;
  if (single !== plain) return interpretMehrere(sicher, art, single);
  const words = art === "thema" ? wordByWord(sicher, single) : [];
  return words.length > 0 ? words : [{ wort: single, deutung: whole }];
}

const LONGEST_NAME = 3;

/** The themes among several words without a sign between them: “Wohnung Jobcenter”, “Hilfe bei SGB II”. */
function wordByWord(sicher: Nachschlag, part: string): Teil[] {
  const words = part.split(/\s+/u);
  if (words.length < 2) return [];
  const found: Teil[] = [];
  let at = 0;
  while (at < words.length) {
    const { wort, deutung, length } = spanAt(sicher, words, at);
    if (deutung !== undefined) found.push({ wort, deutung });
    at += length;
  }
  return found;
}

function spanAt(sicher: Nachschlag, words: readonly string[], at: number): Teil & { readonly length: number } {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 1; length--) {
    const wort = words.slice(at, at + length).join(" ");
    const deutung = sicher("thema", wort);
    if (deutung?.grund === "bezeichnung" || deutung?.grund === "entschieden") return { wort, deutung, length };
  }
  const wort = words[at] ?? "";
  return { wort, deutung: EMPTY.has(schluessel(wort)) ? undefined : sicher("thema", wort), length: 1 };
}
