import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";
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
