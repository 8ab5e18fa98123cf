/**
 * The languages that something is printed or shown in for a person: those of the programme's own material and easy German, German first.
 * `name` is how it is called here, `eigen` by those who speak it, `lang` its tag in a file.
 */
export const DRUCKSPRACHEN = {
  de: { name: "Deutsch", eigen: "Deutsch", lang: "de", dir: "ltr" },
  de_leicht: { name: "Leichte Sprache", eigen: "Leichte Sprache", lang: "de", dir: "ltr" },
  ar: { name: "Arabisch", eigen: "العربية", lang: "ar", dir: "rtl" },
  en: { name: "Englisch", eigen: "English", lang: "en", dir: "ltr" },
  es: { name: "Spanisch", eigen: "Español", lang: "es", dir: "ltr" },
  fa: { name: "Persisch", eigen: "فارسی", lang: "fa", dir: "rtl" },
  pl: { name: "Polnisch", eigen: "Polski", lang: "pl", dir: "ltr" },
  ru: { name: "Russisch", eigen: "Русский", lang: "ru", dir: "ltr" },
  tr: { name: "Türkisch", eigen: "Türkçe", lang: "tr", dir: "ltr" },
  uk: { name: "Ukrainisch", eigen: "Українська", lang: "uk", dir: "ltr" },
} as const;

export type Drucksprache = keyof typeof DRUCKSPRACHEN;

/** In the order in which they are offered. */
export const DRUCKSPRACHE = [
  "de",
  "de_leicht",
  "ar",
  "en",
  "es",
  "fa",
  "pl",
  "ru",
  "tr",
  "uk",
] as const satisfies readonly Drucksprache[];
