import type { Sprache } from "../../../einwilligungen/model/zwecke.ts";
import { AR, FA } from "./ar-fa.ts";
import { EN, ES } from "./en-es.ts";
import { PL, TR } from "./pl-tr.ts";
import { RU, UK } from "./ru-uk.ts";

/** What the slip says by itself. Translated with care, not officially checked; the slip says so. */
export type Worte = {
  readonly titel: string;
  readonly stelle: string;
  readonly angebot: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly zeiten: string;
  readonly termin: string;
  readonly mitbringen: string;
  readonly zeigen: string;
  readonly fragen: string;
  readonly nichtGeprueft: string;
};

export const DE: Worte = {
  titel: "Hier bekommen Sie Hilfe",
  stelle: "Stelle",
  angebot: "Angebot",
  anschrift: "Adresse",
  telefon: "Telefon",
  email: "E-Mail",
  zeiten: "Geöffnet",
  termin: "Ihr Termin",
  mitbringen: "Bringen Sie mit",
  zeigen: "Zeigen Sie dieses Blatt dort vor.",
  fragen: "Bei Fragen hilft Ihnen Ihre Beratung:",
  nichtGeprueft: "Übersetzung der Wörter auf diesem Blatt: nicht amtlich geprüft.",
};

const DE_LEICHT: Worte = {
  titel: "Hier hilft man Ihnen",
  stelle: "Dorthin gehen Sie",
  angebot: "Das gibt es dort",
  anschrift: "Die Adresse",
  telefon: "Die Telefon-Nummer",
  email: "Die E-Mail-Adresse",
  zeiten: "Dann ist offen",
  termin: "Ihr Termin",
  mitbringen: "Das bringen Sie mit",
  zeigen: "Zeigen Sie dort dieses Blatt.",
  fragen: "Haben Sie Fragen? Dann fragen Sie Ihre Beratung:",
  nichtGeprueft: "Kein Amt hat die Wörter auf diesem Blatt geprüft.",
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
