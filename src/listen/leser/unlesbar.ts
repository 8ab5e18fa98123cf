/** Why a file cannot be read. */
export type UnlesbarArt =
  | "leer"
  | "zu_gross"
  | "zu_viele_zeilen"
  | "zu_breit"
  | "zu_lang"
  | "zu_schwer"
  | "zu_langsam"
  | "verschluesselt"
  | "altes_format"
  | "anderes_format"
  | "bild"
  | "kaputt"
  | "bombe"
  | "keine_liste";

/**
 * Sizes from which a file is refused before it can fill the memory. Bytes, rows, columns, cells; all of them for the whole
 * file, so that many small sheets weigh as much as a large one. What they let through is read and taken over in less than
 * 1 GiB: read in a process of its own with `speicher`, taken over with a heap of 640 MiB (src/betrieb/service.ts).
 */
export const GRENZEN = {
  datei: 50 * 1024 * 1024,
  /** Rows of lists; titles, heads and sums come on top (`spielraum`). */
  zeilen: 200_000,
  spielraum: 1000,
  spalten: 1000,
  /** Cells that are allocated: the empty ones before a filled one count like it. */
  zellen: 8_000_000,
  /** Characters of one cell (Excel holds 32,767, Google Sheets 50,000) and of all cells, however often a text is pointed to. */
  zelle: 50_000,
  zeichen: 100_000_000,
  blaetter: 1000,
  /** What a part refers to, and formats of numbers. */
  verweise: 20_000,
  /** All parts of an archive together, unpacked. The list of 200,000 rows and 15 columns has 135 MB. */
  ausgepackt: 320 * 1024 * 1024,
  texte: 96 * 1024 * 1024,
  /** Parts that only describe: what the workbook consists of, how numbers look. */
  verzeichnis: 16 * 1024 * 1024,
  /** Parts below `kleinesTeil` may be packed as well as they like; real sheets reach about 20 : 1. */
  verhaeltnis: 250,
  kleinesTeil: 8 * 1024 * 1024,
  teile: 5000,
  /** MiB of heap and milliseconds that reading may take, and bytes of what was found: twice what the largest list needs. */
  speicher: 512,
  fristMs: 300_000,
  antwort: 300 * 1024 * 1024,
} as const;

const RETTEN = "Öffnen Sie sie in Excel und speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“";

const SAETZE: Readonly<Record<UnlesbarArt, string>> = {
  leer: "Die Datei ist leer. Prüfen Sie, ob es die richtige ist.",
  zu_gross: "Die Datei ist größer als 50 MB. Löschen Sie Bilder aus der Datei oder teilen Sie die Liste auf.",
  zu_viele_zeilen: "Die Liste hat mehr als 200.000 Zeilen. Teilen Sie sie auf mehrere Dateien auf.",
  zu_breit: "Die Datei hat mehr Spalten oder gefüllte Zellen, als eine Liste von Beratungen haben kann.",
  zu_lang: "In der Datei steht eine Zelle mit mehr als 50.000 Zeichen. Das ist keine Liste von Beratungen.",
  zu_schwer:
    "Die Datei braucht beim Lesen mehr Speicher, als eine Liste brauchen kann. Sie wurde nicht weiter gelesen. Kopieren Sie " +
    "nur die Liste in eine neue Datei und laden Sie diese hoch.",
  zu_langsam:
    "Das Lesen der Datei dauerte länger als fünf Minuten und wurde beendet. Teilen Sie die Liste auf mehrere Dateien auf.",
  verschluesselt:
    "Die Datei ist mit einem Passwort geschützt. Öffnen Sie sie in Excel, entfernen Sie das Passwort (Datei → " +
    "Informationen → Arbeitsmappe schützen) und laden Sie sie noch einmal hoch.",
  altes_format: `Die Datei hat ein sehr altes Format (.xls von Excel 95 oder früher). ${RETTEN} (Datei → Speichern unter → Dateityp).`,
  anderes_format: `Die Datei ist keine Excel-Datei (.xlsx), keine LibreOffice-Tabelle (.ods) und keine CSV-Datei. ${RETTEN} oder als CSV.`,
  bild: "Die Datei ist ein Bild oder PDF, keine Liste. Daraus lassen sich keine Zeilen lesen.",
  kaputt: `Die Datei ist beschädigt und lässt sich nicht vollständig lesen. ${RETTEN}. Es wurde nichts übernommen.`,
  bombe: "Die Datei wird beim Auspacken viel größer, als eine Liste sein kann. Sie wurde nicht weiter gelesen.",
  keine_liste:
    "In der Datei wurde keine Liste von Beratungen gefunden: Es fehlt eine Zeile mit Überschriften und darunter Daten.",
};

/** A file that cannot be read; the message is a German sentence that says what to do. */
export class Unlesbar extends Error {
  override readonly name = "Unlesbar";
  readonly art: UnlesbarArt;
  constructor(art: UnlesbarArt, satz: string = SAETZE[art]) {
    super(satz);
    this.art = art;
  }
}
