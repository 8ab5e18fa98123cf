import type { EmpfaengerArt, Kategorie, Sprache, Zweck } from "../zwecke.ts";
import { AR, FA } from "./ar-fa.ts";
import { DE, DE_LEICHT } from "./de.ts";
import { EN, ES } from "./en-es.ts";
import { PL, TR } from "./pl-tr.ts";
import { RU, UK } from "./ru-uk.ts";

/**
 * What the sheet says by itself, around the text that the Träger released. Translated with care, not officially checked; the sheet
 * says so. German is printed where something is missing nowhere: every language has every word.
 */
export type Worte = {
  readonly titel: string;
  readonly wozu: string;
  readonly anWen: string;
  readonly angaben: string;
  readonly gilt: string;
  readonly bisWiderruf: string;
  readonly ortDatum: string;
  readonly person: string;
  readonly sorge: string;
  readonly kind: string;
  readonly erklaert: string;
  readonly nichtGeprueft: string;
  readonly nurDeutsch: string;
  readonly zweck: Readonly<Record<Zweck, string>>;
  readonly empfaenger: Readonly<Record<EmpfaengerArt, string>>;
  readonly kategorie: Readonly<Record<Kategorie, string>>;
};

export const WORTE: Readonly<Record<Sprache, Worte>> = {
  de: DE,
  de_leicht: DE_LEICHT,
  ar: AR,
  en: EN,
  es: ES,
  fa: FA,
  pl: PL,
  ru: RU,
  tr: TR,
  uk: UK,
};
