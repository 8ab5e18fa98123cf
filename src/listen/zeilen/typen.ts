import type { Tabelle, Tabellenentscheidung } from "../erkennen/typen.ts";
import type { Tagesspanne } from "../erkennen/zeitraum.ts";
import type { Umgeformt } from "../leser/zelle.ts";
import type { Personenzeile } from "./personentypen.ts";
import type { Grund } from "../woerter/woerterbuch.ts";
import type { Wortart, Wortentscheidung } from "../woerter/verzeichnis.ts";

/**
 * How a row ends. `wiederholt`: the same as an earlier row; `wartet`: lacks a decision (an unknown Kommune, a year);
 * `ohne_daten`: title, head, total, empty, or left out by a person.
 */
export type Zeilenstand = "uebernommen" | "wiederholt" | "wartet" | "fehlerhaft" | "ohne_daten";

/**
 * What is wrong with a cell, for people. `buchstabe` is null where a column is missing. `doch`: nothing is missing, and a person
 * may take the row as it is.
 */
export type Problem = {
  readonly spalte: string;
  readonly buchstabe: string | null;
  readonly wert: string;
  readonly grund: string;
  readonly doch?: true;
};

/** A word of a row that no code is known for; kept as it was written. */
export type OffenesWort = { readonly spalte: Wortart; readonly wort: string };

/** A named person of a row. `schluessel` is the same for the same name and birth date, null without a birth date. */
export type Namensperson = {
  readonly vorname: string;
  readonly nachname: string;
  readonly geburtsdatum: string | null;
  readonly schluessel: string | null;
};

/**
 * A consultation read from a row. Codes are those of the code lists, null where the list does not tell. Stage 2 has
 * persons, stage 1 none: then an exact age or birth date is only the band. `offeneThemen` are kept verbatim until somebody
 * assigns them. `beratend` is what the list says of who counselled.
 */
export type Beratungszeile = {
  readonly am: string;
  readonly ags: string;
  readonly stufe: "1" | "2";
  readonly themen: readonly string[];
  readonly offeneThemen: readonly string[];
  readonly kontaktweg: string | null;
  readonly sprachen: readonly string[];
  readonly verstaendigung: string | null;
  readonly dauerMin: number | null;
  readonly ergebnisse: readonly string[];
  readonly neuzuweisung: boolean;
  readonly personenzahl: number;
  readonly staatsangehoerigkeit: string | null;
  readonly herkunftsgruppe: string | null;
  readonly altersgruppe: string | null;
  readonly personen: readonly Namensperson[];
  readonly notiz: string;
  readonly beratend: string | null;
  readonly offen: readonly OffenesWort[];
};

/**
 * A row and how it ended. `kennung` is a hash of what it was understood to say, null where nothing is taken: the same row in
 * another list has the same; `kennungAlt` is the one that earlier versions of the program stored, where it was asked for. `probleme` are why it is
 * faulty or waits, also why somebody should look at one without data; `hinweise` what a taken row lost (a duration that is
 * none). `beratung` is there for taken and repeated rows of single consultations. `wiederholt`: the earlier row. `zellen` has
 * a letter for each column: how its cell ends where the row is taken (zellenden.ts), `-` for an empty or foreign one.
 */
export type Zeile = {
  readonly blatt: string;
  readonly zeile: number;
  readonly tabelle: string | null;
  readonly kennung: string | null;
  readonly kennungAlt: string | null;
  readonly stand: Zeilenstand;
  readonly grund: string;
  readonly zellen: string;
  readonly probleme: readonly Problem[];
  readonly hinweise: readonly Problem[];
  readonly beratung: Beratungszeile | null;
  readonly person: Personenzeile | null;
  readonly wiederholt: { readonly blatt: string; readonly zeile: number } | null;
  readonly fastGleich: Fastgleich | null;
};

/** A row that is nearly the same as one that is there: where that is, and both side by side. */
export type Fastgleich = {
  readonly wo: string;
  readonly felder: readonly { readonly feld: string; readonly hier: string; readonly dort: string }[];
};

/**
 * Counts of a span of days and a Kommune, as a tally keeps them. Never single records. `beratungen` is null where the
 * list counts themes only. Themes are mentions: a consultation may have several.
 */
export type Summe = {
  readonly von: string;
  readonly bis: string;
  readonly ags: string;
  readonly beratungen: number | null;
  readonly themen: Readonly<Record<string, number>>;
  readonly offeneThemen: Readonly<Record<string, number>>;
  readonly neuzuweisungen: number;
  readonly zeilen: readonly { readonly blatt: string; readonly zeile: number }[];
};

/** A word of the list with what it is taken for. `code` null: unknown, or decided to mean nothing. */
export type Wort = {
  readonly spalte: Wortart;
  readonly wort: string;
  readonly anzahl: number;
  readonly code: string | null;
  readonly sicherheit: number;
  readonly grund: Grund | "unbekannt";
  /** The nearest code where none is certain. */
  readonly vorschlag: string | null;
};

/** A total that does not agree with the rows above it. */
export type Abweichung = {
  readonly blatt: string;
  readonly zeile: number;
  readonly spalte: string;
  readonly wert: string;
  readonly gezaehlt: number;
};

/** A title between the rows and what it says for those below: a Kommune (AGS), a year, a span of days. */
export type Zwischentitel = {
  readonly blatt: string;
  readonly zeile: number;
  readonly text: string;
  readonly kommune: string | null;
  readonly jahr: number | null;
  readonly zeitraum: Tagesspanne | null;
};

/** Why a sheet without a list is left out, as a person says it. */
export const BLATTGRUENDE = {
  hilfsblatt: "Hilfsblatt, Legende oder Vorlage",
  auswertung: "Auswertung, steht in anderen Blättern",
  fremd: "gehört nicht zu den Beratungen",
} as const;
export type Blattgrund = keyof typeof BLATTGRUENDE;
export type Blattentscheidung = { readonly blatt: string; readonly grund: Blattgrund | null };

/** A sheet in which no list was found: its first rows as text, and why it is left out, null while nobody decided. */
export type BlattOhneListe = {
  readonly blatt: string;
  readonly zeilen: number;
  readonly beispiele: readonly string[];
  readonly grund: Blattgrund | null;
};

/** A cell's new value, typed on screen. */
export type Korrektur = {
  readonly blatt: string;
  readonly zeile: number;
  readonly spalte: string;
  readonly wert: string;
};

/** What to do with a repeated or faulty row. */
export type Zeilenentscheidung = {
  readonly blatt: string;
  readonly zeile: number;
  readonly entscheidung: "uebernehmen" | "weglassen";
  /** The id of a person who is there already and whom the row is about. */
  readonly person?: string;
};

/** Rows of a table that were taken over from this very file before, from the first to the last, both included. */
export type Zeilenspanne = { readonly tabelle: string; readonly von: number; readonly bis: number };

/**
 * Everything that people decided about a file and, with `woerter`, about the words of a Träger. `genommen` are rows that a
 * take-over of the same file brought already: they stay as they are, whatever is decided since.
 */
export type Entscheidungen = {
  readonly genommen?: readonly Zeilenspanne[];
  readonly woerter?: readonly Wortentscheidung[];
  readonly blaetter?: readonly Blattentscheidung[];
  readonly tabellen?: readonly Tabellenentscheidung[];
  readonly zeilen?: readonly Zeilenentscheidung[];
  readonly korrekturen?: readonly Korrektur[];
};

/** Figures of what is taken, as the Kreis counts. Names of Kommunen are official; months are `2023-01`. */
export type Zahlen = {
  readonly zeilen: number;
  readonly beratungen: number;
  readonly uebernommen: number;
  readonly doppelt: number;
  readonly wartend: number;
  readonly fehlerhaft: number;
  readonly themen: Readonly<Record<string, number>>;
  readonly kommunen: Readonly<Record<string, number>>;
  readonly monate: Readonly<Record<string, number>>;
  readonly neuzuweisungen: number;
  /** Persons that are recorded, and cases. */
  readonly personen: number;
  readonly faelle: number;
};

/** Cells that are not empty, by how they end: used for a figure or field, kept as text, understood, waiting. */
export type Belegzahlen = {
  readonly zellen: number;
  readonly angabe: number;
  readonly text: number;
  readonly verstanden: number;
  readonly wartet: number;
};
export type Belegspalte = Belegzahlen & { readonly blatt: string; readonly spalte: string; readonly kopf: string };
export type Beleggrund = {
  readonly ende: "verstanden" | "wartet";
  readonly blatt: string;
  readonly grund: string;
  readonly zellen: number;
};
/** The receipt of a file: every cell of it is in exactly one of four counts. The reasons, those of waiting cells first. */
export type Beleg = Belegzahlen & {
  readonly spalten: readonly Belegspalte[];
  readonly gruende: readonly Beleggrund[];
};

/** A file, read and checked. */
export type Ergebnis = {
  readonly datei: string;
  readonly art: "einzeln" | "summen" | "personen" | "faelle";
  readonly tabellen: readonly Tabelle[];
  readonly zeilen: readonly Zeile[];
  readonly summen: readonly Summe[];
  readonly woerter: readonly Wort[];
  readonly abweichungen: readonly Abweichung[];
  readonly zwischentitel: readonly Zwischentitel[];
  readonly ohneListe: readonly BlattOhneListe[];
  readonly hinweise: readonly string[];
  readonly zahlen: Zahlen;
  /** Sheets whose rows are not those of the file; left out where there is none. */
  readonly umgeformt?: readonly (Umgeformt & { readonly blatt: string })[];
  readonly beleg: Beleg;
};
