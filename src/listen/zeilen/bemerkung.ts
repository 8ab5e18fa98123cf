import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import type { Zelle } from "../leser/zelle.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Columns of a tally in which people remark on its figures. */
const BEMERKT = new Set<Bedeutung>(["notiz", "ohne"]);
const LONGEST = 300;

/** “2 davon Bad Honnef”, “1 doppelt gezählt”: a number that is no day, year, time or length of time. */
const ZAHL =
  /(?<![\p{L}\d.,:/])\d{1,4}(?![\d.,:/%€]|\s*(?:uhr|h|std|stunden?|min|minuten|wochen?|tage?n?|monate?n?|jahre?n?|euro|€|%)(?!\p{L})|\.?\s?\p{Lu}\p{Ll}+\s\d{4})(?!\s*\.)/iu;
const JAHR = /^(?:19|20)\d\d$/u;
/** What is said of a number that is not the one it should be. */
const ANDERS =
  /(?<!\p{L})(?:doppelt\w*|mehrfach\w*|abz(?:ü|ue)glich|abgezogen|abziehen|minus|davon|darunter|nachtr\w+|nachgetragen\w*|nachgemeldet\w*|vormonat\w*|vorjahr\w*|übertrag\w*|uebertrag\w*|korrektur\w*|korrigiert\w*|falsch\w*|unvollständig\w*|unvollstaendig\w*|noch nicht (?:alle|vollständig)\w*|geschätzt\w*|geschaetzt\w*|schätz\w+|vorläufig\w*|vorlaeufig\w*|zu ?viel|zu ?wenig|mitgezählt|nicht gezählt|aus (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))(?!\p{L})/iu;

const GILT = "Die Bemerkung sagt etwas zu den Zahlen dieser Zeile. Gelten sie, wie sie da stehen?";

/** Finds rows of a tally whose remark may change their figures. */
export class Bemerkungen {
  private readonly spalten: readonly Spalte[];

  constructor(spalten: readonly Spalte[]) {
    this.spalten = spalten.filter(({ bedeutung }) => BEMERKT.has(bedeutung));
  }

  an(cells: readonly Zelle[]): Problem | null {
    for (const spalte of this.spalten) {
      const zelle = cells[spalte.index];
      if (typeof zelle !== "string" || zelle.length > LONGEST || !/\p{L}/u.test(zelle)) continue;
      // What an unknown column counts is asked about anyway.
      const [zahl] = spalte.bedeutung === "notiz" ? (ZAHL.exec(zelle) ?? []) : [];
      if ((zahl !== undefined && !JAHR.test(zahl)) || ANDERS.test(zelle))
        return { ...problem(spalte, zelle, GILT), doch: true };
    }
    return null;
  }
}
