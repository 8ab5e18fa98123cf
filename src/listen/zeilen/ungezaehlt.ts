import { WEGESUMME, summeDer, wegeVon } from "../erkennen/art.ts";
import { isTagwert } from "../erkennen/kopfzeile.ts";
import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { zaehlwert, zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Numbers in these say when and where, or which row it is. */
const KEINE_ZAHL = new Set<Bedeutung>(["datum", "bis", "monat", "woche", "jahr", "kommune", "nummer", "notiz"]);

/** A figure in a row of a tally of which nothing is counted: nobody may lose it without a word. */
export function zahlOhneSpalte(cells: readonly Zelle[], spalten: readonly Spalte[]): Problem | null {
  const spalte = spalten.find(
    ({ index, bedeutung, entschieden }) =>
      !entschieden && !KEINE_ZAHL.has(bedeutung) && (zahlVon(cells[index] ?? null) ?? 0) > 0,
  );
  if (spalte === undefined) return null;
  const grund = `„${spalte.kopf || `Spalte ${spalte.buchstabe}`}“ zählt etwas, aber wie viele Beratungen es waren, steht nicht da. Wählen Sie bei „Tabellen und Spalten“, was die Spalte ist.`;
  return problem(spalte, cells[spalte.index] ?? null, grund);
}

/** Below this nobody knows what a column is. */
const KNOWN = 0.6;

/** Words in a row of a tally in which nothing is counted: “viele” below “Wohnen”, “x” below a head that nobody knows. */
function textOhneSpalte(cells: readonly Zelle[], spalten: readonly Spalte[]): Problem | null {
  const spalte = spalten.find(
    ({ index, bedeutung, entschieden, sicherheit }) =>
      bedeutung === "ohne" && !entschieden && sicherheit < KNOWN && (cells[index] ?? null) !== null,
  );
  if (spalte === undefined) return null;
  const grund = `Was unter „${spalte.kopf || `Spalte ${spalte.buchstabe}`}“ steht, ist keine Zahl. Wählen Sie bei „Tabellen und Spalten“, was die Spalte ist.`;
  return problem(spalte, cells[spalte.index] ?? null, grund);
}

/** A head that says itself that it sums up: “Summe Kontakte”. */
const SUMMENKOPF = /(?:^| )(?:summe|gesamt|insgesamt|zusammen|total)(?: |$)/;

/** A row whose number of consultations is not what its contact ways add up to: which of them is right, a person knows. */
export function andereWege(cells: readonly Zelle[], spalten: readonly Spalte[]): Problem | null {
  const wege = wegeVon(spalten);
  const anzahl = spalten.find(
    ({ bedeutung, grund, wort }) =>
      bedeutung === "anzahl" && (grund === WEGESUMME || (wege.length > 1 && SUMMENKOPF.test(schluessel(wort)))),
  );
  const told = anzahl === undefined ? undefined : zaehlwert(cells[anzahl.index]);
  if (anzahl === undefined || told === undefined) return null;
  const sum = summeDer(wege, cells);
  if (sum === told || wege.every(({ index }) => (cells[index] ?? null) === null)) return null;
  const zelle = cells[anzahl.index] ?? null;
  const grund = `„${anzahl.kopf}“ sagt ${zellText(zelle)}, die Kontaktwege ergeben zusammen ${sum}. Welche Zahl stimmt?`;
  return { ...problem(anzahl, zelle, grund), doch: true };
}

/** Whether a row has one day of its own: one and one on the days before make no total of two on this one. */
export function hatTag(cells: readonly Zelle[], plan: Spaltenplan): boolean {
  const datum = plan.eine("datum");
  return datum !== undefined && isTagwert(cells[datum.index]);
}

/** The list names a theme in each row, but not in this one. */
export function ohneThema(cells: readonly Zelle[], plan: Spaltenplan): boolean {
  const themen = plan.alle("thema");
  return themen.length > 0 && themen.every(({ index }) => (cells[index] ?? null) === null);
}

/** What a row of a tally has that no column counts. */
export const ohneSpalte = (cells: readonly Zelle[], spalten: readonly Spalte[]): Problem | null =>
  zahlOhneSpalte(cells, spalten) ?? textOhneSpalte(cells, spalten);
