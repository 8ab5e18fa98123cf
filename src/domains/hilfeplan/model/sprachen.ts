import { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";
import { AR } from "./texte/ar.ts";
import { DE_LEICHT } from "./texte/de-leicht.ts";
import { DE } from "./texte/de.ts";
import { EN } from "./texte/en.ts";
import { ES } from "./texte/es.ts";
import { FA } from "./texte/fa.ts";
import type { Texte } from "./texte/form.ts";
import { PL } from "./texte/pl.ts";
import { RU } from "./texte/ru.ts";
import { TR } from "./texte/tr.ts";
import { UK } from "./texte/uk.ts";

/** The languages of the copy for the person, each with the texts of the form. */
export const SPRACHEN = {
  de: { ...DRUCKSPRACHEN.de, texte: DE },
  de_leicht: { ...DRUCKSPRACHEN.de_leicht, texte: DE_LEICHT },
  ar: { ...DRUCKSPRACHEN.ar, texte: AR },
  en: { ...DRUCKSPRACHEN.en, texte: EN },
  es: { ...DRUCKSPRACHEN.es, texte: ES },
  fa: { ...DRUCKSPRACHEN.fa, texte: FA },
  pl: { ...DRUCKSPRACHEN.pl, texte: PL },
  ru: { ...DRUCKSPRACHEN.ru, texte: RU },
  tr: { ...DRUCKSPRACHEN.tr, texte: TR },
  uk: { ...DRUCKSPRACHEN.uk, texte: UK },
} as const satisfies Readonly<Record<Drucksprache, { readonly texte: Texte }>>;

export { DRUCKSPRACHE as SPRACHE, type Drucksprache as Sprache } from "../../codelisten/model/druck-sprachen.ts";

/** German is what the program says; every other language is a translation that a Träger releases. */
export const UEBERSETZUNGEN: readonly Drucksprache[] = DRUCKSPRACHE.filter((one) => one !== "de");

/** Letters that only one of the languages in Latin or Cyrillic script has. */
const BUCHSTABEN: readonly (readonly [RegExp, string])[] = [
  [/[äöüßÄÖÜ]/u, "de"],
  [/[ąćęłńśźżĄĆĘŁŃŚŹŻ]/u, "pl"],
  [/[ğışĞİŞ]/u, "tr"],
  [/[ñ¿¡áéíóú]/u, "es"],
];

/**
 * In which language somebody wrote, as far as the letters tell: for the voice that reads it out, and for its direction. Latin letters
 * that tell nothing are German, which most is written in.
 * @param dokument the language of the copy: what could be it is taken for it
 */
export function schriftspracheOf(
  text: string,
  dokument: string,
): { readonly lang: string; readonly dir: "ltr" | "rtl" } {
  const first = /\p{L}/u.exec(text)?.[0] ?? "a";
  if (/\p{Script=Arabic}/u.test(first)) {
    const persisch = /[پچژگکی]/u.test(text);
    return { lang: dokument === "ar" || dokument === "fa" ? dokument : persisch ? "fa" : "ar", dir: "rtl" };
  }
  if (/\p{Script=Hebrew}/u.test(first)) return { lang: "he", dir: "rtl" };
  if (/\p{Script=Cyrillic}/u.test(first)) {
    const ukrainisch = /[іїєґІЇЄҐ]/u.test(text);
    return { lang: dokument === "ru" || dokument === "uk" ? dokument : ukrainisch ? "uk" : "ru", dir: "ltr" };
  }
  const known = BUCHSTABEN.filter(([letters]) => letters.test(text)).map(([, lang]) => lang);
  return { lang: known.includes(dokument) ? dokument : "de", dir: "ltr" };
}
