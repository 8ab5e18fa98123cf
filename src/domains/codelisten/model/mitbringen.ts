/**
 * What somebody is asked to bring: one list for slips, letters and the lights of a person's documents. `art` is the kind of document
 * (code list `dokumentart`) that is looked for among hers; null where nothing is filed under a kind of its own, as medical papers.
 */
export const MITBRINGEN = {
  ausweis: { name: "Pass oder Ausweis", art: "ausweis" },
  aufenthalt: { name: "Aufenthaltstitel, Gestattung oder anderes Aufenthaltspapier", art: "aufenthalt" },
  fiktion: { name: "Fiktionsbescheinigung", art: "fiktion" },
  meldung: { name: "Meldebescheinigung", art: "meldung" },
  personenstand: { name: "Urkunde zu Geburt, Heirat, Scheidung", art: "personenstand" },
  geburt: { name: "Geburtsurkunden der Kinder", art: null },
  anliegen: { name: "der Brief, um den es geht", art: null },
  behoerde: { name: "Schreiben oder Bescheid einer Behörde", art: "behoerde" },
  leistung: { name: "Bescheid über Leistungen", art: "leistung" },
  einkommen: { name: "Nachweis über Einkommen", art: "einkommen" },
  konto: { name: "Kontoauszug", art: "konto" },
  wohnung: { name: "Mietvertrag oder Nachweis der Wohnung", art: "wohnung" },
  versicherung: { name: "Nachweis der Krankenversicherung", art: "versicherung" },
  gesundheitskarte: { name: "Gesundheitskarte", art: null },
  impfpass: { name: "Impfpass", art: null },
  zeugnis: { name: "Zeugnis, Abschluss, Anerkennung", art: "zeugnis" },
  sprache: { name: "Sprachzertifikat oder Kursnachweis", art: "sprache" },
  einbuergerungstest: {
    name: "Nachweis „Einbürgerungstest“ oder „Leben in Deutschland“",
    art: "einbuergerungstest",
  },
  lebenslauf: { name: "Lebenslauf", art: "lebenslauf" },
  foto: { name: "Passfoto", art: "foto" },
  vollmacht: { name: "Vollmacht oder Schweigepflichtentbindung", art: "vollmacht" },
  einwilligung: { name: "Unterschriebene Einwilligung", art: "einwilligung" },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly art: string | null }>>;

export type Mitbringsel = keyof typeof MITBRINGEN;

/** In the order in which they are offered and printed. */
export const MITBRINGSEL = [
  "ausweis",
  "aufenthalt",
  "fiktion",
  "meldung",
  "personenstand",
  "geburt",
  "anliegen",
  "behoerde",
  "leistung",
  "einkommen",
  "konto",
  "wohnung",
  "versicherung",
  "gesundheitskarte",
  "impfpass",
  "zeugnis",
  "sprache",
  "einbuergerungstest",
  "lebenslauf",
  "foto",
  "vollmacht",
  "einwilligung",
] as const satisfies readonly Mitbringsel[];

/** What is offered where somebody says what to bring. */
export const MITBRINGWAHL: readonly { readonly value: Mitbringsel; readonly label: string }[] = MITBRINGSEL.map(
  (value) => ({ value, label: MITBRINGEN[value].name }),
);

/** What the table has of it: in the order of the list, without what no list knows any more. */
export const mitbringselOf = (stored: readonly string[]): Mitbringsel[] =>
  MITBRINGSEL.filter((one) => stored.includes(one));
