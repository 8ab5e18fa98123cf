import { WORTARTEN } from "../woerter/verzeichnis.ts";
import type { Tagesspanne } from "./zeitraum.ts";

/**
 * What a column can mean. `kreuz`: the column itself is a word (a theme, a Kommune, a month …) and its cells are marks or
 * counts. `summe`: a total of the row. `ohne`: nothing that is taken over.
 */
export const BEDEUTUNGEN = [
  "datum",
  "bis",
  "monat",
  "woche",
  "jahr",
  "kommune",
  "thema",
  "kontaktweg",
  "sprache",
  "verstaendigung",
  "dauer",
  "ergebnis",
  "herkunft",
  "alter",
  "geburtsdatum",
  "name",
  "vorname",
  "nachname",
  "neuzuweisung",
  "anzahl",
  "personenzahl",
  "notiz",
  "beratend",
  "nummer",
  "geschlecht",
  "telefon",
  "email",
  "seit",
  "fallbeginn",
  "fallende",
  "phase",
  "abschlussgrund",
  "einwilligung",
  "aktenzeichen",
  "kreuz",
  "summe",
  "ohne",
] as const;
export type Bedeutung = (typeof BEDEUTUNGEN)[number];

/** Columns that forms fill beforehand and that say nothing of a consultation. */
export const RAHMENSPALTEN: readonly Bedeutung[] = ["nummer", "woche", "monat", "jahr", "beratend", "summe", "ohne"];

/** What people read for a meaning. */
export const BEDEUTUNG_NAMEN: Readonly<Record<Bedeutung, string>> = {
  datum: "Datum der Beratung",
  bis: "Letzter Tag des Zeitraums",
  monat: "Monat oder Zeitraum",
  woche: "Kalenderwoche",
  jahr: "Jahr",
  kommune: "Kommune",
  thema: "Thema",
  kontaktweg: "Kontaktweg",
  sprache: "Sprache",
  verstaendigung: "Verständigung",
  dauer: "Dauer",
  ergebnis: "Ergebnis, vermittelt an",
  herkunft: "Staatsangehörigkeit, Herkunft",
  alter: "Alter",
  geburtsdatum: "Geburtsdatum",
  name: "Name der ratsuchenden Person",
  vorname: "Vorname",
  nachname: "Nachname",
  neuzuweisung: "Neuzuweisung",
  anzahl: "Zahl der Beratungen",
  personenzahl: "Zahl der Personen",
  notiz: "Notiz",
  beratend: "Case Manager:in",
  nummer: "laufende Nummer",
  geschlecht: "Geschlecht",
  telefon: "Telefon",
  email: "E-Mail",
  seit: "Person bekannt seit",
  fallbeginn: "Beginn des Falls",
  fallende: "Ende des Falls",
  phase: "Stand des Falls",
  abschlussgrund: "Grund des Abschlusses",
  einwilligung: "Einwilligung am",
  aktenzeichen: "Nummer des Falls in der Liste",
  kreuz: "Spalte für ein Wort",
  summe: "Summe der Zeile",
  ohne: "wird nicht übernommen",
};

/** What the word in the head of a `kreuz` column is: a kind of word, or a time. */
export const KREUZARTEN = [
  ...WORTARTEN.filter(
    (art) => art !== "neuzuweisung" && art !== "alter" && art !== "phase" && art !== "abschlussgrund",
  ),
  "zeit" as const,
];
export type Kreuzart = (typeof KREUZARTEN)[number];

/** A Kommune or a time that stands above several columns and holds for all of them. */
export type Rahmen = { readonly art: "kommune" | "zeit"; readonly wort: string };

/**
 * A column. `kopf` is what its head says (two head rows joined), `wort` the lower part of it. `sicherheit` from 0 to 1;
 * `grund` says in German why this meaning. `entschieden`: a person chose it.
 */
export type Spalte = {
  readonly index: number;
  readonly buchstabe: string;
  readonly kopf: string;
  readonly wort: string;
  readonly bedeutung: Bedeutung;
  readonly kreuz: Kreuzart | null;
  readonly rahmen: Rahmen | null;
  readonly sicherheit: number;
  readonly grund: string;
  readonly beispiele: readonly string[];
  readonly entschieden: boolean;
};

/** Where something was taken from that no column says, with its text; `wahl`: a person chose it. */
export type Fundstelle = { readonly stelle: "titel" | "blatt" | "datei" | "wahl"; readonly text: string };

/**
 * What the name of a sheet says that is neither time nor place: who counselled, whom, or nothing. `offen`: it looks like a
 * person's name, and nobody said yet whose.
 */
export const BLATTNAMEN = ["beratend", "name", "ohne"] as const;
export type Blattname = (typeof BLATTNAMEN)[number] | "offen";

/** What the surroundings of a table say for all its rows: title, sheet name, file name. */
export type Kontext = {
  /** AGS, when exactly one Kommune is named. */
  readonly kommune: string | null;
  readonly jahr: number | null;
  /** Two years that the rows lie in, “2022/2023”; `schuljahr`: from August to July. */
  readonly jahre: readonly [number, number] | null;
  readonly schuljahr: boolean;
  readonly zeitraum: Tagesspanne | null;
  /** The first month (`2023-04`) of a project, where one is told from which months are counted. */
  readonly beginn?: string | null;
  /** The theme that the whole sheet is about, as its name says it, where each of several sheets has its own. */
  readonly thema?: string;
  readonly blattname: Blattname | null;
  /** Where Kommune and time were taken from; null where nothing says them. */
  readonly woher: { readonly kommune: Fundstelle | null; readonly zeit: Fundstelle | null };
};

/**
 * What a row of a table is. `einzeln`: a consultation; `auswertung`: sums that repeat what single rows of the same file say;
 * shown, not counted; `personen` and `faelle`: somebody who is advised, or a case with its person.
 */
export type Tabellenart = "einzeln" | "summen" | "personen" | "faelle" | "auswertung" | "keine";

/** Tables whose rows are persons, with a case or without. */
export type Personenart = Extract<Tabellenart, "personen" | "faelle">;
export const personenartOf = (art: Tabellenart | undefined): Personenart | undefined =>
  art === "personen" || art === "faelle" ? art : undefined;

/** How text dates with two possible readings are read: day first or month first. */
export type Datumsfolge = "tmj" | "mtj";

/** What the labels of a pivot table can be; `andere`: nobody knows. */
export type Pivotart = "jahr" | "quartal" | "monat" | "woche" | "tag" | "kommune" | "thema" | "andere";

/**
 * The shape of a pivot table: which column holds the labels, of which kinds they are from the outermost to the rows that count,
 * and the rows that only sum up those below them, each with how deep it stands.
 */
export type Pivot = {
  readonly spalte: number;
  readonly arten: readonly Pivotart[];
  readonly oben: readonly (readonly [zeile: number, ebene: number])[];
};

/**
 * A table in a sheet. `schluessel` names it in decisions; rows are numbers as the program shows them, `bisZeile` included.
 * `kopfzeilen` is empty for a list without a head.
 */
export type Tabelle = {
  readonly schluessel: string;
  readonly blatt: string;
  readonly titel: readonly string[];
  readonly kopfzeilen: readonly number[];
  readonly vonZeile: number;
  readonly bisZeile: number;
  /** Its columns (from 0, the last one excluded); tables side by side share their rows, never a column. */
  readonly vonSpalte: number;
  readonly bisSpalte: number;
  readonly spalten: readonly Spalte[];
  readonly art: Tabellenart;
  readonly grund: string;
  /** A person chose what kind of table it is. */
  readonly artEntschieden: boolean;
  readonly kontext: Kontext;
  readonly datumsfolge: Datumsfolge;
  readonly pivot?: Pivot | null;
};

/** Chosen by a person for one table or one column of it. Columns are named by letter. */
export type Tabellenentscheidung = {
  readonly tabelle: string;
  readonly art?: Tabellenart;
  readonly kommune?: string;
  readonly jahr?: number;
  readonly datumsfolge?: Datumsfolge;
  readonly blattname?: (typeof BLATTNAMEN)[number];
  /** Meanings whose empty cells have the value of the row above. */
  readonly auffuellen?: readonly Bedeutung[];
  readonly spalten?: Readonly<Record<string, { readonly bedeutung: Bedeutung; readonly kreuz?: Kreuzart }>>;
};
