import type { Drucksprache } from "../../../codelisten/model/druck-sprachen.ts";
import { AR, FA } from "./ar-fa.ts";
import { DE, DE_LEICHT } from "./de.ts";
import { EN, ES } from "./en-es.ts";
import { GRUPPEN, type Gruppe, type Saetze, type Satz } from "./form.ts";
import { PL, TR } from "./pl-tr.ts";
import { RU, UK } from "./ru-uk.ts";

/** The phrase book. Translated with care, not officially checked; each sheet and page says so. */
export const SATZBUCH: Readonly<Record<Drucksprache, Saetze>> = {
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

export const GRUPPE = [
  "beginn",
  "verstehen",
  "anliegen",
  "angaben",
  "weiter",
  "antworten",
] as const satisfies readonly Gruppe[];

export const saetzeOf = (gruppe: Gruppe): readonly Satz[] => GRUPPEN[gruppe];

/** Every sentence in the order of the talk. */
export const SATZ: readonly Satz[] = GRUPPE.flatMap(saetzeOf);

export const gruppeOf = (satz: Satz): Gruppe => GRUPPE.find((one) => saetzeOf(one).includes(satz)) ?? "beginn";
