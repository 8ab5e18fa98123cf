import { readFileSync } from "node:fs";
import { schluessel } from "./schluessel.ts";

/** What a word is to its code; `unklar`: it could be several, so it is only a guess. db/woerter/README.md tells people. */
const ALS = ["wort", "anfang", "ende", "kuerzel", "unklar"] as const;
type Als = (typeof ALS)[number];

/** The words of one code, as keys. */
export type Wortsorten = Readonly<Record<Als, readonly string[]>>;
export type Wortliste = ReadonlyMap<string, Wortsorten>;

/** What a list may hold. `codes`: where the program knows them; those of code lists are compared by a test. */
export type Wortregel = {
  readonly als: readonly Als[];
  readonly codes?: readonly string[];
  /** Whether a word may stand for several codes: a head can mean more than one thing. */
  readonly mehrdeutig?: boolean;
};

const KEINE: Wortsorten = { wort: [], anfang: [], ende: [], kuerzel: [], unklar: [] };
const KOPF = "code;als;wort";
const CODE = /^[A-Za-z0-9_:+-]+$/;

/** The words of a code, none where the list has none. */
export const wortsorten = (liste: Wortliste, code: string): Wortsorten => liste.get(code) ?? KEINE;

/** Takes a list apart. @throws WordListWrong with a German sentence that names file and line */
export function parseWortliste(datei: string, text: string, regel: Wortregel): Wortliste {
  const [kopf, ...lines] = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  if (kopf !== KOPF) throw wrong(datei, 1, `Die erste Zeile muss „${KOPF}“ heißen.`);
  const liste = new Map<string, Wortsorten>();
  const known = new Map<string, { readonly code: string; readonly nr: number }[]>();
  for (const [i, line] of lines.entries()) {
    if (line === "" && i === lines.length - 1) break;
    const nr = i + 2;
    const { code, als, wort, problem } = parseLine(line, regel);
    if (problem !== undefined) throw wrong(datei, nr, problem);
    const before = known.get(`${als};${wort}`) ?? [];
    const same = before.find((one) => one.code === code) ?? (isOpen(als, regel) ? undefined : before[0]);
    if (same !== undefined) throw wrong(datei, nr, `„${wort}“ steht schon in Zeile ${same.nr} bei „${same.code}“.`);
    known.set(`${als};${wort}`, [...before, { code, nr }]);
    const sorten = wortsorten(liste, code);
    liste.set(code, { ...sorten, [als]: [...sorten[als], wort] });
  }
  return liste;
}

const isOpen = (als: Als, { mehrdeutig = false }: Wortregel): boolean => mehrdeutig || als === "unklar";

type Line = { readonly code: string; readonly als: Als; readonly wort: string; readonly problem?: string };

function parseLine(line: string, regel: Wortregel): Line {
  const [code = "", sorte = "", wort = "", ...more] = line.split(";");
  const als = regel.als.find((one) => one === sorte);
  const said = { code, als: als ?? "wort", wort };
  if (code === "" || sorte === "" || wort === "" || more.length > 0) {
    return { ...said, problem: `Jede Zeile braucht genau drei Angaben: ${KOPF}.` };
  }
  if (als === undefined) return { ...said, problem: `„${sorte}“ gibt es hier nicht, nur: ${regel.als.join(", ")}.` };
  if (!CODE.test(code) || regel.codes?.includes(code) === false) {
    return { ...said, problem: `Den Kode „${code}“ gibt es nicht.` };
  }
  const key = schluessel(wort);
  if (key !== wort) return { ...said, problem: `„${wort}“ schreibt sich hier „${key}“.` };
  return said;
}

/** A word list that says something no program understands; the message is the sentence for whoever changed it. */
export class WordListWrong extends Error {
  override readonly name = "WordListWrong";
}

const wrong = (datei: string, nr: number, satz: string): WordListWrong =>
  new WordListWrong(`Wortliste db/woerter/${datei}.csv, Zeile ${nr}: ${satz}`);

const FOLDER = new URL("../../../db/woerter/", import.meta.url);

/**
 * Reads a list of db/woerter. To be called while modules load: then root is not yet given up, and a list that cannot be
 * understood stops the start, not the reading of somebody's file.
 */
export const readWortliste = (datei: string, regel: Wortregel): Wortliste =>
  parseWortliste(datei, readFileSync(new URL(`${datei}.csv`, FOLDER), "utf8"), regel);
