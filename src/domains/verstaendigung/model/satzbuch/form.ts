/** The sentences of the phrase book by subject, in the order of a first talk. The last group is for the person to point at. */
export const GRUPPEN = {
  beginn: ["willkommen", "setzen", "wer_ich_bin", "kostenlos", "vertraulich", "entscheidet_nicht"],
  verstehen: [
    "sprache",
    "deutsch",
    "uebersetzen",
    "frau_oder_mann",
    "geraet",
    "langsam",
    "noch_einmal_sagen",
    "zeigen",
    "kein_kind",
  ],
  anliegen: [
    "wobei",
    "brief",
    "deutschkurs",
    "wohnung",
    "arbeit",
    "geld",
    "schule",
    "gesundheit",
    "papiere",
    "familie",
    "heute",
  ],
  angaben: ["name", "geburt", "wohnort", "kinder", "erreichen", "nicht_antworten"],
  weiter: ["moment", "anrufen", "termin", "mitbringen", "fragen", "danke"],
  antworten: ["ja", "nein", "weiss_nicht", "erklaeren", "nicht_sprechen", "pause", "arzt"],
} as const;

export type Gruppe = keyof typeof GRUPPEN;
export type Satz = (typeof GRUPPEN)[Gruppe][number];

/** One language: every sentence, the headings, and what the sheet says of itself. */
export type Saetze = {
  readonly titel: string;
  readonly gruppen: Readonly<Record<Gruppe, string>>;
  readonly saetze: Readonly<Record<Satz, string>>;
  /** Said where no authority has checked the translation. */
  readonly nichtGeprueft: string;
};
