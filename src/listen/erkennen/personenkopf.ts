import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste } from "../woerter/wortliste.ts";
import { type Kopfdeutung, interpretKopf } from "./kopf.ts";
import type { Bedeutung } from "./typen.ts";

/** Meanings that only lists of persons and cases have. */
export const PERSONENBEDEUTUNGEN = [
  "geschlecht",
  "telefon",
  "email",
  "seit",
  "fallbeginn",
  "fallende",
  "phase",
  "abschlussgrund",
  "einwilligung",
  "aktenzeichen",
] as const satisfies readonly Bedeutung[];
type Personenbedeutung = (typeof PERSONENBEDEUTUNGEN)[number];

const WORDS = new Map<string, Personenbedeutung>();
const LISTE = readWortliste("personenkopf", { als: ["wort"], codes: PERSONENBEDEUTUNGEN });
for (const bedeutung of PERSONENBEDEUTUNGEN) {
  for (const wort of LISTE.get(bedeutung)?.wort ?? []) WORDS.set(wort, bedeutung);
}

const withoutBrackets = (kopf: string): string => kopf.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, " ");

/** What a head means in a list of persons or cases and nowhere else; undefined for every other head. */
export function personenbedeutung(kopf: string): Personenbedeutung | undefined {
  if (kopf.length > 60) return undefined;
  const plain = kopf.replaceAll(/-\s*\n\s*/gu, "");
  return WORDS.get(schluessel(plain)) ?? WORDS.get(schluessel(withoutBrackets(plain)));
}

/** Heads of a list of persons: no day in it is that of a consultation. */
export function interpretPersonenkopf(kopf: string): readonly Kopfdeutung[] {
  const own = personenbedeutung(kopf);
  if (own !== undefined) return [{ bedeutung: own, staerke: 1 }];
  return interpretKopf(kopf).filter(({ bedeutung }) => bedeutung !== "datum");
}
