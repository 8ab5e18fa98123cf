import { type Zelle, zellText } from "../leser/zelle.ts";
import { summenwort } from "../erkennen/kopf.ts";
import { isTagwert } from "../erkennen/kopfzeile.ts";
import { datumsteile } from "../erkennen/tage.ts";
import type { Kopf } from "../erkennen/spalten.ts";
import { isWiederholterKopf } from "../erkennen/abschnitte.ts";
import { type Bedeutung, RAHMENSPALTEN, type Spalte, type Tabellenart, personenartOf } from "../erkennen/typen.ts";
import { zaehlwert, zahlVon } from "../erkennen/werte.ts";
import { monatsangabe, wocheVon } from "../erkennen/zeitzelle.ts";
import { isAnzahlzeile } from "./strichthemen.ts";

/** Why a row holds no data: `titel` may say place or time for the rows below. */
export type OhneDaten = "kopf" | "summe" | "schnitt" | "titel" | "leer";

/** Columns that forms fill in beforehand; a row of nothing else waits for its consultation. */
const VORGEDRUCKT = new Set<Bedeutung>([...RAHMENSPALTEN, "kommune", "anzahl", "notiz"]);
/** Below this nobody knows what a column is. */
const KNOWN = 0.6;
const NAMEN = new Set<Bedeutung>(["name", "vorname", "nachname"]);
const NEVER_ALONE = new Set<Bedeutung>(["notiz", "kommune"]);

const isNothing = (zelle: Zelle): boolean =>
  zelle === null || zelle === false || zelle === 0 || zelle === "0" || zelle === "-";

/** Heads of the columns as they were read, for finding them printed again. */
export const koepfeVon = (spalten: readonly Spalte[]): Kopf[] => {
  const found: Kopf[] = [];
  for (const { index, kopf, wort } of spalten) found[index] = { gruppe: kopf.split(": ")[0] ?? "", wort };
  return Array.from(found, (kopf: Kopf | undefined) => kopf ?? { gruppe: "", wort: "" });
};

/** Whether the row begins with a word for a total. In tallies it may stand anywhere in the first words (“Kreis gesamt”). */
function totalWord(cells: readonly Zelle[], summen: boolean): "summe" | "schnitt" | undefined {
  if (!summen && cells.some((z) => zahlVon(z) !== undefined) && cells.some(isMitSumme)) return "summe";
  const texts = cells.filter((z): z is string => typeof z === "string" && zahlVon(z) === undefined).slice(0, 2);
  for (const text of texts) {
    const word = summenwort(text) ?? (summen && text.length < 40 ? (lastWord(text) ?? kreisWort(text)) : undefined);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** “Februar gesamt: 12” in a row of numbers without a day. */
const WITH_TOTAL = /(?:^|\s)(?:gesamt|insgesamt|summe|zwischensumme)\s*[:=]?\s*\d*$/iu;
const isMitSumme = (zelle: Zelle): boolean => typeof zelle === "string" && zelle.length < 40 && WITH_TOTAL.test(zelle);

/** “Kreis Höxter” below its Kommunen: what the row says is compared with theirs. */
const kreisWort = (text: string) =>
  /^(?:land)?kreis(?:gebiet)?\s\p{Lu}/iu.test(text) ? ("summe" as const) : undefined;

const lastWord = (text: string) => summenwort(text.split(/[\s:]+/u).findLast((word) => word !== "") ?? "");

/**
 * Tells rows without data from rows with: heads printed again, totals, titles between the rows, empty forms. Undefined for
 * a row that must be read.
 */
export function ohneDaten(
  cells: readonly Zelle[],
  spalten: readonly Spalte[],
  koepfe: readonly Kopf[],
  art: Tabellenart,
): OhneDaten | undefined {
  const summen = art === "summen";
  const used = spalten.filter(({ index }) => (cells[index] ?? null) !== null);
  const filled = cells.filter((z) => z !== null);
  if (isWiederholterKopf(cells, koepfe) || isTrennlinie(filled)) return "kopf";
  // “Beratungen gesamt” below a list of themes counts what no other row does.
  const counts =
    summen && used.some(({ bedeutung, index }) => bedeutung === "thema" && isAnzahlzeile(zellText(cells[index])));
  const total = counts || (cells.some(isTagwert) && !summen) ? undefined : totalWord(cells, summen);
  if (total !== undefined) return total;
  // Among persons a single name may be one: whoever reads the row asks.
  const named = personenartOf(art) !== undefined && used.some(({ bedeutung }) => NAMEN.has(bedeutung));
  const [only] = filled;
  // “2023” alone begins the months of that year.
  if (summen && filled.length === 1 && typeof only === "number" && isJahr(only)) return "titel";
  if (!named && filled.length === 1 && typeof only === "string" && isTitel(only, used, summen, spalten[0]))
    return "titel";
  if (summen && filled.length > 1 && isAnmerkung(cells, used)) return "titel";
  const means = used.filter(({ index }) => !isNothing(cells[index] ?? null));
  if (summen) return undefined;
  // What stands in a column that nobody knows is not printed beforehand.
  const isPrinted = ({ bedeutung, sicherheit, entschieden }: Spalte) =>
    VORGEDRUCKT.has(bedeutung) && (bedeutung !== "ohne" || entschieden || sicherheit >= KNOWN);
  const alone = means.every(isPrinted);
  return alone && means.filter(({ bedeutung }) => NEVER_ALONE.has(bedeutung)).length < 2 ? "leer" : undefined;
}

const isJahr = (n: number): boolean => Number.isInteger(n) && n >= 2015 && n < 2050;

/** A row of a tally that names no time and counts nothing: a footnote whose text goes on in the next cell. */
function isAnmerkung(cells: readonly Zelle[], used: readonly Spalte[]): boolean {
  const isTime = ({ bedeutung, index, kopf }: Spalte) => {
    const text = zellText(cells[index]);
    if (bedeutung === "monat") return monatsangabe(kopf, text) !== undefined;
    return bedeutung === "woche" && wocheVon(text, true) !== undefined;
  };
  const timed = used.some(({ bedeutung }) => bedeutung === "monat" || bedeutung === "woche");
  return (
    timed &&
    cells.every((z) => z === null || (typeof z === "string" && zaehlwert(z) === undefined)) &&
    !used.some(isTime)
  );
}

/** A single text: a title, unless it stands where a day or a count should be. */
function isTitel(text: string, used: readonly Spalte[], summen: boolean, first: Spalte | undefined): boolean {
  const [only] = used;
  if (summen) return only === undefined || only.bedeutung !== "kreuz";
  // A cross or a known word in its column belongs to a consultation whose day is missing.
  if (only !== undefined && only.bedeutung === "kreuz" && zaehlwert(text) !== undefined) return false;
  // So does a theme in its own column: titles stand at the beginning of a row.
  if (only?.bedeutung === "thema" && only !== first && text.length <= LONGEST_THEME) return false;
  return !isTagwert(text) && !(only?.bedeutung === "datum" && (text.length <= 3 || datumsteile(text) !== undefined));
}

/** “--- | --- | ---” below the heads, as a table in plain text is drawn. */
const isTrennlinie = (filled: readonly Zelle[]): boolean =>
  filled.length > 1 && filled.every((z) => typeof z === "string" && /^:?[-=_+]{2,}:?$/u.test(z));
const LONGEST_THEME = 60;

/** What is told of such a row. */
export function ohneDatenGrund(art: OhneDaten, cells: readonly Zelle[]): string {
  const text = zellText(cells.find((z) => z !== null)).slice(0, 80);
  if (art === "kopf") return "Überschrift";
  if (art === "summe") return "Summe";
  if (art === "schnitt") return "Durchschnitt oder Anteil";
  return art === "leer" ? "vorbereitete Zeile ohne Angaben" : `Titel oder Anmerkung: „${text}“`;
}
