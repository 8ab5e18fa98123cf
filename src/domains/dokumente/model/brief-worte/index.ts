import type { Drucksprache } from "../../../codelisten/model/druck-sprachen.ts";
import { AR, FA } from "./ar-fa.ts";
import { EN, ES } from "./en-es.ts";
import { PL, TR } from "./pl-tr.ts";
import { RU, UK } from "./ru-uk.ts";

/** The letters of the program to a person. */
export type AnPerson = "einladung" | "mitbringen";

/**
 * What a letter to a person says by itself. Translated with care, not officially checked; the page in another language says so. What
 * somebody typed is never translated.
 */
export type BriefWorte = {
  readonly titel: Readonly<Record<AnPerson, string>>;
  readonly anrede: string;
  readonly beginn: Readonly<Record<AnPerson, string>>;
  readonly wann: string;
  readonly wo: string;
  readonly mitbringen: string;
  readonly da: string;
  /** Above lines that the Träger has written in German alone. */
  readonly nurDeutsch: string;
  readonly aufDeutsch: string;
  readonly gruss: string;
  readonly nichtGeprueft: string;
};

export const DE: BriefWorte = {
  titel: { einladung: "Einladung zum Termin", mitbringen: "Was Sie mitbringen" },
  anrede: "Guten Tag",
  beginn: {
    einladung: "wir laden Sie zu einem Gespräch ein:",
    mitbringen: "für Ihr Anliegen brauchen wir Unterlagen von Ihnen.",
  },
  wann: "Wann",
  wo: "Wo",
  mitbringen: "Bitte bringen Sie mit:",
  da: "Das haben wir schon:",
  nurDeutsch: "Das schreiben wir auf Deutsch:",
  aufDeutsch: "Außerdem schreiben wir Ihnen:",
  gruss: "Mit freundlichen Grüßen",
  nichtGeprueft: "Diese Übersetzung ist nicht amtlich geprüft. Im Zweifel gilt der deutsche Brief.",
};

const DE_LEICHT: BriefWorte = {
  titel: { einladung: "Kommen Sie zu einem Gespräch", mitbringen: "Diese Papiere brauchen wir" },
  anrede: "Guten Tag",
  beginn: {
    einladung: "wir möchten mit Ihnen sprechen. Das ist Ihr Termin:",
    mitbringen: "wir wollen Ihnen helfen. Dafür brauchen wir Papiere von Ihnen.",
  },
  wann: "Der Tag",
  wo: "Der Ort",
  mitbringen: "Das bringen Sie mit:",
  da: "Das haben wir schon:",
  nurDeutsch: "Das steht hier nur in schwerem Deutsch:",
  aufDeutsch: "Das schreiben wir Ihnen noch:",
  gruss: "Viele Grüße",
  nichtGeprueft: "Kein Amt hat diese Seite geprüft. Die erste Seite gilt.",
};

export const WORTE: Readonly<Record<Drucksprache, BriefWorte>> = {
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
