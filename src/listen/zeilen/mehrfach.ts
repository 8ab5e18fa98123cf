import { MINUTEN } from "../erkennen/minutenspalten.ts";
import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { isMarke, zaehlwert } from "../erkennen/werte.ts";
import type { Zelle } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Columns whose text may say that the row is more than one consultation. */
const SAGT_WIE_OFT = new Set<Bedeutung>(["thema", "kontaktweg", "ergebnis"]);

/** “2x Wohnen”, “tel. 3 mal”, “4 Beratungen”. */
const OFT =
  /(?<![\p{L}\d.,])(?:[2-9]|[1-9]\d{1,2})\s?(?:(?:x|×|mal)(?![\p{L}\d])|(?:beratung|gespräch|kontakt|termin|telefonat|anruf)(?:e|en|s)?(?!\p{L}))/iu;
const LONGEST = 200;
const MEHRERE = "Das klingt nach mehr als einer Beratung. Ist die Zeile eine?";

/** So many take part in an offer for a group; a family that comes is hardly larger. */
const GRUPPE = 9;
const TEILNEHMENDE = /^(?:tn|teiln\w*|anwesende|besucher\w*|gäste)(?![\p{L}])/iu;
const WENIGE = 5;
const GRUPPENANGEBOT = "So viele Personen klingen nach einem Angebot für eine Gruppe. War es eine Beratung?";

/** What is offered to several at once, where the way of the contact should be. */
const FUER_GRUPPEN =
  /^(?:gruppe\w*|infoveranstaltung\w*|info veranstaltung|infoabend\w*|workshops?|seminare?|veranstaltung\w*)$/;
const GRUPPENWEG = "Das klingt nach einem Angebot für eine Gruppe. War es eine Beratung?";

const ZAHL_STATT_KREUZ = "Hier steht eine Zahl statt eines Kreuzes. Ist die Zeile trotzdem eine Beratung?";

/** What tells that a row is one consultation: somebody, or what it was about. */
const INHALT = new Set<Bedeutung>([
  ...(["thema", "kreuz", "name", "vorname", "nachname", "geburtsdatum", "alter", "herkunft", "sprache"] as const),
  ...([
    "kontaktweg",
    "verstaendigung",
    "ergebnis",
    "dauer",
    "anzahl",
    "neuzuweisung",
    "personenzahl",
    "notiz",
  ] as const),
]);
/** Below this nobody knows what a column is. */
const KNOWN = 0.6;
const WIE_VIELE = "Wie viele Beratungen die Zeile zählt, steht in einer Spalte, die nicht bekannt ist. Ist sie eine?";

/** Parts of a day: whoever stands below them came then, and so did others. */
const TAGESTEIL =
  /^(?:vor|nach)mittags?$|^(?:mittags?|abends?|morgens?|am|pm)$|\d\s?uhr\b|^\d\.\s?(?:termin|slot|kontakt|gespräch|beratung|klient)|^(?:termin|slot|kontakt|gespräch|beratung|klient)\w*\s?\d|^\d{1,2}(?:[:.]\d\d)?\s?[-–]\s?\d/iu;

/** “6 Beratungen, meist Wohnen”: a text that says how many they were. */
export const sagtWieOft = (text: string): boolean => text.length <= LONGEST && OFT.test(text);

/** Finds rows of a list of consultations that may be several; its columns are looked at once. */
export class Mehrfach {
  private readonly sagen: readonly Spalte[];
  private readonly personen: readonly Spalte[];
  private readonly kreuze: readonly Spalte[];
  private readonly wege: readonly Spalte[];
  private readonly unbekannt: readonly Spalte[];
  /** Parts of a day: a row that fills none of them tells of nobody. */
  private readonly teile: readonly Spalte[];

  constructor(spalten: readonly Spalte[]) {
    this.sagen = spalten.filter(({ bedeutung }) => SAGT_WIE_OFT.has(bedeutung));
    this.wege = spalten.filter(({ bedeutung }) => bedeutung === "kontaktweg");
    this.kreuze = spalten.filter(({ bedeutung, grund }) => bedeutung === "kreuz" && grund !== MINUTEN);
    this.personen = spalten.filter(({ bedeutung, wort }) => bedeutung === "personenzahl" || TEILNEHMENDE.test(wort));
    const parts = spalten.filter(({ wort, entschieden }) => !entschieden && TAGESTEIL.test(wort));
    const told = spalten.some(
      ({ bedeutung, entschieden }) => INHALT.has(bedeutung) || (entschieden && bedeutung === "ohne"),
    );
    const strange = spalten.filter(({ bedeutung, sicherheit }) => bedeutung === "ohne" && sicherheit < KNOWN);
    this.teile = parts.length > 1 ? parts : [];
    this.unbekannt = parts.length > 1 ? parts : told ? [] : strange;
  }

  /** “2x Wohnen”; a day, and beside it parts of it or only columns that nobody knows: “vormittags”, “1. Termin”. */
  an(cells: readonly Zelle[]): Problem | null {
    for (const spalte of this.sagen) {
      const zelle = cells[spalte.index];
      if (typeof zelle === "string" && sagtWieOft(zelle)) return { ...problem(spalte, zelle, MEHRERE), doch: true };
    }
    for (const spalte of this.kreuze) {
      const zelle = cells[spalte.index];
      if ((zaehlwert(zelle) ?? 0) > 1 && !isMarke(zelle))
        return { ...problem(spalte, zelle, ZAHL_STATT_KREUZ), doch: true };
    }
    for (const spalte of this.personen) {
      const most = TEILNEHMENDE.test(spalte.wort) ? WENIGE : GRUPPE;
      if ((zaehlwert(cells[spalte.index]) ?? 0) > most)
        return { ...problem(spalte, cells[spalte.index], GRUPPENANGEBOT), doch: true };
    }
    for (const spalte of this.wege) {
      const zelle = cells[spalte.index];
      if (typeof zelle === "string" && zelle.length <= LONGEST && FUER_GRUPPEN.test(schluessel(zelle)))
        return { ...problem(spalte, zelle, GRUPPENWEG), doch: true };
    }
    const [first] = this.teile;
    const spalte = this.unbekannt.find(({ index }) => (cells[index] ?? null) !== null) ?? first;
    return spalte === undefined ? null : { ...problem(spalte, cells[spalte.index], WIE_VIELE), doch: true };
  }
}
