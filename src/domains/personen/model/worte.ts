/** Words for what is chosen of a few, by what is stored. */

type Words = Readonly<Record<string, string>>;

export const GESCHLECHT = { w: "weiblich", m: "männlich", d: "divers", ohne: "keine Angabe" } as const;

export const SPRACHMITTLUNG = {
  nein: "nicht nötig",
  manchmal: "bei schwierigen Themen",
  immer: "immer",
} as const;

export const KONTAKTART = {
  mobil: "Mobil",
  festnetz: "Telefon",
  email: "E-Mail",
  messenger: "Messenger",
  ueber: "über jemanden",
} as const;

/** Gemeinsamer Europäischer Referenzrahmen für Sprachen. */
export const NIVEAU = { a0: "keine", a1: "A1", a2: "A2", b1: "B1", b2: "B2", c1: "C1", c2: "C2" } as const;

export const FERTIGKEIT = { hoeren: "Hören", sprechen: "Sprechen", lesen: "Lesen", schreiben: "Schreiben" } as const;

/** How one knows a level. */
export const BASIS = {
  zertifikat: "Zertifikat",
  kurs: "Kurs",
  einschaetzung: "Einschätzung",
  selbst: "eigene Angabe",
} as const;

/** How a dispute about a field ended (Art. 16 DSGVO). */
export const EINWAND_STAND = {
  bestritten: "bestritten",
  berichtigt: "berichtigt",
  zurueckgenommen: "zurückgenommen",
} as const;

export const optionsOf = (words: Words): { readonly value: string; readonly label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The word for what is stored; "" for nothing. */
export const wordOf = (words: Words, stored: string | null | undefined): string =>
  stored === null || stored === undefined ? "" : (words[stored] ?? stored);
