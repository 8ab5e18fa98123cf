import type { Drucksprache } from "../../../codelisten/model/druck-sprachen.ts";
import { AR, FA } from "./ar-fa.ts";
import { DE, DE_LEICHT } from "./de.ts";
import { EN, ES } from "./en-es.ts";
import type { BlattTexte } from "./form.ts";
import { PL, TR } from "./pl-tr.ts";
import { RU, UK } from "./ru-uk.ts";

export { THEMA, type BlattTexte, themaOf } from "./form.ts";

/** The words of the sheet, in every language that something is printed in. Nobody with an office has checked the translations. */
export const BLATT: Readonly<Record<Drucksprache, BlattTexte>> = {
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
