/** What an orientation is about, in the order in which it mostly matters, each with the theme of counselling that it counts as. */
export const THEMEN = {
  anmeldung: { wort: "Anmeldung im Rathaus", feld: "alltag" },
  leistungen: { wort: "Leistungen zum Leben", feld: "lebensunterhalt" },
  konto: { wort: "Bankkonto", feld: "alltag" },
  krankenversicherung: { wort: "Krankenversicherung", feld: "gesundheit" },
  gesundheit: { wort: "Gesundheit, Arzt, Impfungen", feld: "gesundheit" },
  kita_schule: { wort: "Kita und Schule", feld: "schule" },
  sprachkurs: { wort: "Sprachkurs", feld: "sprache" },
  aufenthalt: { wort: "Aufenthalt, Termine bei der Ausländerbehörde", feld: "aufenthalt" },
  wohnen: { wort: "Wohnen, Unterkunft", feld: "wohnen" },
  arbeit: { wort: "Arbeit und Ausbildung", feld: "arbeit" },
  alltag: { wort: "Alltag: Müll, Fahrkarte, Post", feld: "alltag" },
} as const;
export type Thema = keyof typeof THEMEN;
export const THEMA = [
  "anmeldung",
  "leistungen",
  "konto",
  "krankenversicherung",
  "gesundheit",
  "kita_schule",
  "sprachkurs",
  "aufenthalt",
  "wohnen",
  "arbeit",
  "alltag",
] as const satisfies readonly Thema[];

/** How far a theme is with a household. */
export const THEMENSTAENDE = {
  besprochen: "besprochen",
  erledigt: "erledigt",
  nicht_noetig: "nicht nötig",
} as const;
export type Themenstand = keyof typeof THEMENSTAENDE;
export const THEMENSTAND = ["besprochen", "erledigt", "nicht_noetig"] as const satisfies readonly Themenstand[];
export const isThemenstand = (text: string): text is Themenstand => Object.hasOwn(THEMENSTAENDE, text);

/** The themes of counselling that these count as, each once. */
export const felderOf = (themen: readonly Thema[]): string[] => [...new Set(themen.map((thema) => THEMEN[thema].feld))];

/** The field of a theme in a form, and the fields of all as they stand. */
export const themaFeld = (thema: Thema): string => `thema_${thema}`;
export const themenValues = (themen: ReadonlyMap<Thema, Themenstand>): Readonly<Record<string, string[]>> =>
  Object.fromEntries([...themen].map(([thema, stand]) => [themaFeld(thema), [stand]]));
