import type { Wortart } from "../../../listen/index.ts";

/** A column of the template and of the page that explains it: its head, what to write, and the list to choose from. */
export type Vorlagenspalte = {
  readonly kopf: string;
  readonly was: string;
  readonly beispiel: string;
  /** The words of this kind can be chosen in the cell. */
  readonly auswahl: Wortart | "janein" | null;
  readonly breite: number;
};

const spalte = (
  kopf: string,
  was: string,
  beispiel: string,
  auswahl: Vorlagenspalte["auswahl"] = null,
  breite = 18,
): Vorlagenspalte => ({ kopf, was, beispiel, auswahl, breite });

/** What a list of consultations needs at least comes first; everything else may stay empty or be left out. */
export const VORLAGE: readonly Vorlagenspalte[] = [
  spalte("Datum", "Der Tag der Beratung, mit Jahr.", "05.03.2024", null, 12),
  spalte("Kommune", "Die Stadt oder Gemeinde, in der beraten wurde.", "", "kommune", 24),
  spalte("Thema 1", "Worum es ging. Mehrere Themen: eine Spalte je Thema, oder mit Komma in einer.", "", "thema", 26),
  spalte("Thema 2", "Ein weiteres Thema, sonst leer.", "", "thema", 26),
  spalte("Thema 3", "Ein weiteres Thema, sonst leer.", "", "thema", 26),
  spalte("Kontaktweg", "Wie der Kontakt zustande kam.", "", "kontaktweg"),
  spalte("Dauer (Minuten)", "Eine Zahl von 1 bis 600.", "30", null, 15),
  spalte("Personenzahl", "Wie viele Ratsuchende dabei waren.", "2", null, 13),
  spalte("Sprache", "In welcher Sprache Sie sich verständigt haben.", "", "sprache"),
  spalte("Verständigung", "Wie Sie sich verständigt haben.", "", "verstaendigung", 24),
  spalte("Herkunft", "Staatsangehörigkeit oder Herkunftsregion.", "", "herkunft", 22),
  spalte("Altersgruppe", "Das Alter oder die Gruppe. Übernommen wird nur die Gruppe.", "", "alter", 14),
  spalte("Neuzuweisung", "Ob die Person der Kommune gerade zugewiesen wurde.", "ja", "janein", 14),
  spalte("Ergebnis", "Was herauskam oder wohin vermittelt wurde.", "", "ergebnis", 28),
  spalte("Notiz", "Freier Text; wird verschlüsselt gespeichert.", "bringt Bescheid mit", null, 40),
];

const PERSON: readonly Vorlagenspalte[] = [
  spalte("Name", "Der Nachname. Ein Kürzel genügt.", "Muster", null, 20),
  spalte("Vorname", "Der Vorname, sonst leer.", "Jo", null, 18),
  spalte(
    "Geburtsdatum",
    "Der Tag der Geburt. Ist er nicht bekannt, nehmen Sie die Altersgruppe.",
    "04.03.1988",
    null,
    14,
  ),
  spalte("Altersgruppe", "Das Alter oder die Gruppe, wo das Geburtsdatum fehlt.", "", "alter", 14),
  spalte("Geschlecht", "w, m oder d, sonst leer.", "w", null, 11),
  spalte("Kommune", "Wo die Person wohnt.", "", "kommune", 24),
  spalte("Staatsangehörigkeit", "Ein Staat.", "", "herkunft", 22),
  spalte("Sprachen", "Welche Sprachen sie spricht, mit Komma getrennt.", "", "sprache"),
  spalte("Telefon", "Wie sie zu erreichen ist.", "0170 1234567", null, 18),
  spalte("E-Mail", "Wenn sie eine hat.", "jo@example.org", null, 22),
  spalte("Bekannt seit", "Seit wann Sie die Person beraten.", "02.05.2023", null, 13),
];

/** A list of persons, and of cases: with the columns of a case each row is one, without them a person. */
export const VORLAGE_FAELLE: readonly Vorlagenspalte[] = [
  ...PERSON,
  spalte(
    "Fallnummer",
    "Ihre eigene Nummer. KIM vergibt sein Aktenzeichen selbst; Ihre steht im Verlauf.",
    "F-17",
    null,
    13,
  ),
  spalte("Fallbeginn", "Der Tag, an dem der Fall begann.", "08.01.2023", null, 13),
  spalte("Status", "Wo der Fall steht.", "", "phase", 22),
  spalte(
    "Einwilligung am",
    "Der Tag der Einwilligung. Ohne ihn beginnt der Fall bei „Klärung“.",
    "10.01.2023",
    null,
    16,
  ),
  spalte("Fallende", "Der Tag, an dem er endete, sonst leer.", "30.06.2023", null, 13),
  spalte("Abschlussgrund", "Warum er endete.", "", "abschlussgrund", 30),
  spalte("Anliegen", "Worum es geht, in einer Zeile.", "Arbeit finden", null, 30),
];

/** The templates by the word in their address. */
export const VORLAGEN = {
  vorlage: { blatt: "Beratungen", spalten: VORLAGE, datei: "KIM-Vorlage Beratungen.xlsx" },
  faelle: { blatt: "Fälle", spalten: VORLAGE_FAELLE, datei: "KIM-Vorlage Personen und Faelle.xlsx" },
} as const;
export type Vorlagenname = keyof typeof VORLAGEN;
