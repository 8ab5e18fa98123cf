import { isPersonengruppe } from "../erkennen/personenspalten.ts";
import { isTagwert } from "../erkennen/kopfzeile.ts";
import type { Spalte } from "../erkennen/typen.ts";
import { minutenVon, zaehlwert, zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { wortschluessel } from "../woerter/gemerkt.ts";
import type { Codes, Wortart } from "../woerter/verzeichnis.ts";
import { geburtsjahr, lebensjahre } from "./datum.ts";
import { wortAnteil } from "./kennung.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { OffenesWort, Problem } from "./typen.ts";
import type { Zeichenregel } from "./zeichen.ts";
import type { Wortzaehler } from "./wortzaehler.ts";
import { problem } from "./zugriff.ts";

/** Stand-ins for “not told”. */
const NOTHING = /^(?:[-–—?./*_]+|k\.?\s?a\.?|n\.?\s?a\.?|keine angabe|ohne angabe|entf(?:ällt|\.))$/iu;
export const isLeer = (text: string): boolean => text === "" || NOTHING.test(text);

/** What a row collects while its cells are read. */
export type Lese = {
  readonly zaehler: Wortzaehler;
  readonly codes: Codes;
  readonly offen: OffenesWort[];
  readonly hinweise: Problem[];
  readonly zeichen?: Zeichenregel | undefined;
  /** What the words of the row add to its print. */
  readonly worte: string[];
  /** Columns of the row whose cell waits for a person. */
  readonly wartend: Set<number>;
};

/** What reading words needs of it. */
export type Wortlese = Omit<Lese, "codes">;

/** The codes of the words in these cells; unknown words are kept as open. */
export function kodesIn(lese: Wortlese, art: Wortart, cells: readonly Zelle[], spalten: readonly Spalte[]): string[] {
  const found: string[] = [];
  for (const { index } of spalten) {
    const text = zellText(cells[index]);
    if (isLeer(text)) continue;
    for (const { wort, deutung } of lese.zaehler.mehrere(art, text)) {
      lese.worte.push(wortAnteil(art, wort, deutung));
      if (deutung === undefined) {
        lese.offen.push({ spalte: art, wort });
        lese.wartend.add(index);
      } else if (deutung.code !== null && !found.includes(deutung.code)) found.push(deutung.code);
    }
  }
  return found;
}

/** The code of one word, null for none. */
export function kodeIn(lese: Lese, art: Wortart, cells: readonly Zelle[], spalte: Spalte | undefined): string | null {
  if (spalte === undefined) return null;
  const codes = kodesIn(lese, art, cells, [spalte]);
  nurEine(lese, spalte, cells[spalte.index], codes);
  return codes[0] ?? null;
}

/** Of several codes where there is room for one the first is kept, and a person looks at it. */
export function nurEine(lese: Wortlese, spalte: Spalte, zelle: Zelle | undefined, codes: readonly string[]): void {
  if (codes.length > 1)
    lese.hinweise.push(problem(spalte, zelle, "Hier steht mehr als eines; übernommen wird das erste."));
}

const MAX_DAUER = 600;
const MINUTES = /\b(?:min|minuten?|minutes|dk|dakika)\b/u;
/** Shorter ones without a unit are hours rather than minutes. */
const LEAST_MINUTES = 5;
const WELCHE_EINHEIT = "Sind das Stunden oder Minuten? Schreiben Sie die Einheit dazu.";
/** 1.30: an hour and a half as people write the clock, or as they write numbers. */
const LIKE_A_CLOCK = /^\d{1,2}\.(?:15|30|45)$/u;
const HOURS = /\b(?:std|stunden?|hours?|h|saat|heures?)\b/u;

/** Minutes, null without; what is no duration is told and lost. */
export function dauerIn(lese: Lese, cells: readonly Zelle[], spalte: Spalte | undefined): number | null {
  const zelle = spalte === undefined ? null : (cells[spalte.index] ?? null);
  if (spalte === undefined || isLeer(zellText(zelle))) return null;
  const kopf = wortschluessel(spalte.kopf);
  const hours = HOURS.test(kopf);
  const bare = zahlVon(zelle);
  const unsure =
    bare !== undefined &&
    !hours &&
    !MINUTES.test(kopf) &&
    bare > 0 &&
    (bare < LEAST_MINUTES || !Number.isInteger(bare));
  if (unsure || (typeof zelle === "string" && LIKE_A_CLOCK.test(zelle.trim()) && !MINUTES.test(kopf))) {
    lese.hinweise.push(problem(spalte, zelle, WELCHE_EINHEIT));
    return null;
  }
  const minutes = minutenVon(zelle, hours);
  if (minutes !== undefined && minutes >= 1 && minutes <= MAX_DAUER) return minutes;
  if (minutes !== 0) lese.hinweise.push(problem(spalte, zelle, "Das ist keine Dauer von 1 bis 600 Minuten."));
  return null;
}

/** Yes or no; a date says yes (since when). */
export function neuzuweisungIn(lese: Wortlese, cells: readonly Zelle[], spalte: Spalte | undefined): boolean {
  const zelle = spalte === undefined ? null : (cells[spalte.index] ?? null);
  if (zelle === null) return false;
  if (typeof zelle === "boolean") return zelle;
  if (isTagwert(zelle)) return true;
  const text = zellText(zelle);
  const found = lese.zaehler.eins("neuzuweisung", text);
  if (found === undefined && (!isLeer(text) || /^[/*]+$/u.test(text)) && spalte !== undefined) {
    lese.offen.push({ spalte: "neuzuweisung", wort: text });
    lese.wartend.add(spalte.index);
  }
  return found?.code === "ja";
}

const MAX_PERSONEN = 99;

/** How many persons came; 1 where the list does not tell. Women, men and children add up, unless a column says how many in all. */
export function personenzahlIn(lese: Lese, cells: readonly Zelle[], spalten: readonly Spalte[]): number {
  const told = spalten.filter(({ index }) => (cells[index] ?? null) !== null);
  const total = told.find(({ wort }) => !isPersonengruppe(wort));
  const counts = (total === undefined ? told : [total]).map((spalte) => {
    const n = zaehlwert(cells[spalte.index]) ?? Number.NaN;
    if (!(n <= MAX_PERSONEN))
      lese.hinweise.push(problem(spalte, cells[spalte.index], "Das ist keine Zahl von Personen."));
    return n <= MAX_PERSONEN ? n : 0;
  });
  const sum = counts.reduce((all, n) => all + n, 0);
  return Math.min(MAX_PERSONEN, Math.max(1, sum));
}

const AGE = /^(?:ca\.?|etwa|~|circa)?\s*(\d{1,3})(?:\s*(?:j\.?|jahre?|yrs?|years?|ans|yaş(?:ında)?))?$/iu;
const MAX_AGE = 120;

/** The band of a birth date, of an age or of a year of birth; exact ages are not kept. Null without any. */
export function altersgruppeIn(
  lese: Lese,
  cells: readonly Zelle[],
  plan: Spaltenplan,
  geburt: string | null,
  am: string,
): string | null {
  if (geburt !== null) return bandOf(lese.codes, lebensjahre(geburt, am));
  const columns = [plan.eine("alter"), plan.eine("geburtsdatum")];
  const [zelle, birth] = columns.map((spalte) => (spalte === undefined ? null : (cells[spalte.index] ?? null)));
  const year = geburtsjahr(zelle) ?? geburtsjahr(birth);
  if (year !== undefined) return bandOf(lese.codes, Number(am.slice(0, 4)) - year);
  const text = zellText(zelle);
  if (isLeer(text)) return null;
  const age = Number(AGE.exec(text)?.[1] ?? Number.NaN);
  if (age <= MAX_AGE) return bandOf(lese.codes, age);
  const found = lese.zaehler.eins("alter", text);
  if (found === undefined && columns[0] !== undefined) {
    lese.offen.push({ spalte: "alter", wort: text });
    lese.wartend.add(columns[0].index);
  }
  return found?.code ?? null;
}

const bandOf = ({ altersgruppe }: Codes, age: number): string | null =>
  altersgruppe.find(({ von, bis }) => age >= von && (bis === null || age <= bis))?.code ?? null;

/** Nationality and coarse group of the words in a cell: the first one that is known. */
export function herkunftIn(
  lese: Lese,
  cells: readonly Zelle[],
  spalten: readonly Spalte[],
  angekreuzt: readonly string[],
): { staatsangehoerigkeit: string | null; herkunftsgruppe: string | null } {
  const [code] = [...kodesIn(lese, "herkunft", cells, spalten), ...angekreuzt];
  if (code === undefined) return { staatsangehoerigkeit: null, herkunftsgruppe: null };
  if (code.startsWith("gruppe:")) return { staatsangehoerigkeit: null, herkunftsgruppe: code.slice("gruppe:".length) };
  const staat = lese.codes.staatsangehoerigkeit.find((s) => s.code === code);
  return { staatsangehoerigkeit: code, herkunftsgruppe: staat?.herkunftsgruppe ?? null };
}

/** Something else than 1 in a cell of a single consultation that says how many it was. */
export const istNichtEine = (zelle: Zelle | undefined): boolean =>
  zelle !== null && zelle !== undefined && zaehlwert(zelle) !== 1;
