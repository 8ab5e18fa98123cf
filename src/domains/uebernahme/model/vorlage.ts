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

/** What a list needs at least comes first; everything else may stay empty or be left out. */
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
