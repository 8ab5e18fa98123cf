import type { Spalte } from "../erkennen/typen.ts";
import { interpretKopf } from "../erkennen/kopf.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import { isLeer } from "./felder.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Was } from "./strichliste.ts";
import { eigeneZahlen, isMitAnzahl, themenzahlen } from "../woerter/themenzahlen.ts";
import type { Wortzaehler } from "./wortzaehler.ts";

/** What a cell of a tally counts, and how many. */
export type Nennung = { readonly was: Was; readonly n: number };

/** Among themes below each other, “Beratungen gesamt” is no theme. */
export const isAnzahlzeile = (text: string): boolean =>
  interpretKopf(text).some(({ bedeutung, staerke }) => bedeutung === "anzahl" && staerke >= 0.95);

/** What a word under which something is counted stands for. */
export function thema(zaehler: Wortzaehler, wort: string, n: number): Nennung[] {
  const found = zaehler.kopfwort("thema", wort, n);
  if (found === undefined) return [{ was: { art: "offen", wort }, n }];
  return found.code === null ? [] : [{ was: { art: "thema", wort: found.code }, n }];
}

/** The themes of a cell beside a number: one that all of them had, or each with its own. */
function themenDerZelle(zaehler: Wortzaehler, text: string, n: number): Nennung[] {
  const each = themenzahlen(text, n);
  return each === null ? thema(zaehler, text, n) : each.flatMap(({ wort, n: often }) => thema(zaehler, wort, often));
}

/** The themes that a row names itself (a tally with themes below each other); none where it counts them all. */
function themenDer(cells: readonly Zelle[], themen: readonly Spalte[], zaehler: Wortzaehler, n: number): Nennung[] {
  return themen.flatMap(({ index }): Nennung[] => {
    const text = zellText(cells[index]);
    return isLeer(text) || isAnzahlzeile(text) ? [] : themenDerZelle(zaehler, text, n);
  });
}

const zaehltAlle = (cells: readonly Zelle[], themen: readonly Spalte[]): boolean =>
  themen.some(({ index }) => isAnzahlzeile(zellText(cells[index])));

/** Below “Hennef” and “Eitorf” side by side each count has the themes of its own Kommune. */
const eigene = (spalte: Spalte, plan: Spaltenplan): readonly Spalte[] =>
  plan.alle("thema").filter(({ rahmen }) => rahmen === null || rahmen.wort === spalte.rahmen?.wort);

/** A pivot table counts records, each of them once; its theme may stand above the row, or be the name of the sheet. */
function vonOben({ pivot, kontext }: Tagregel, zaehler: Wortzaehler, n: number): Nennung[] {
  const wort = pivot?.thema() ?? kontext.thema ?? null;
  return wort === null ? [] : thema(zaehler, wort, n);
}

/** How often a theme was named is no number of consultations. */
const NENNUNGEN = /nennung|erwähnung|mentions/iu;

/**
 * The consultations of a row with their number. Where the table has a row for all of them, those of its themes count them no more.
 */
export function beratungen(
  spalte: Spalte,
  cells: readonly Zelle[],
  plan: Spaltenplan,
  { zeichen, kontext }: Tagregel,
  n: number,
): Nennung[] {
  const themen = eigene(spalte, plan);
  const alle = themen.length === 0 || zaehltAlle(cells, themen);
  const nurThemen = NENNUNGEN.test(spalte.wort) || zeichen?.anzahlzeilen === true;
  // A consultation with two themes stands on two sheets.
  if (kontext.thema !== undefined) return [];
  return alle || !nurThemen ? [{ was: { art: "beratungen" }, n }] : [];
}

/** The themes of a row with a number of consultations. */
export const mitThemen = (
  spalte: Spalte,
  cells: readonly Zelle[],
  plan: Spaltenplan,
  zaehler: Wortzaehler,
  regel: Tagregel,
  n: number,
): Nennung[] => [...vonOben(regel, zaehler, n), ...themenDer(cells, eigene(spalte, plan), zaehler, n)];

/** What a row counts in each of its columns for a Kommune or time: its themes, or consultations where it names none. */
export function zeilenthemen(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  zaehler: Wortzaehler,
  regel: Tagregel,
  n: number,
): Nennung[] {
  const themen = plan.alle("thema");
  const records =
    regel.kontext.thema === undefined && (themen.length === 0 || regel.pivot != null || zaehltAlle(cells, themen));
  const all: Nennung[] = records ? [{ was: { art: "beratungen" }, n }] : [];
  return [...all, ...vonOben(regel, zaehler, n), ...themenDer(cells, themen, zaehler, n)];
}

/** The column that says how often each theme was, in a row whose words do not. */
export const ohneThemenzahl = (cells: readonly Zelle[], plan: Spaltenplan): Spalte | undefined =>
  plan.alle("thema").find(({ index, kopf }) => {
    const text = isMitAnzahl(kopf) ? zellText(cells[index]) : "";
    return !isLeer(text) && eigeneZahlen(text) === null;
  });

/** The themes of a row whose cells say how often each of them was, “Wohnen (3), Schule (2)”; null where none does. */
export function themenMitZahl(cells: readonly Zelle[], plan: Spaltenplan, zaehler: Wortzaehler): Nennung[] | null {
  const told = plan.alle("thema").flatMap(({ index, kopf }) => {
    const each = isMitAnzahl(kopf) ? eigeneZahlen(zellText(cells[index])) : null;
    return each === null ? [] : each.flatMap(({ wort, n }) => thema(zaehler, wort, n));
  });
  return told.length === 0 ? null : told;
}

/** The themes of a row that is one consultation itself: its cells may name several. */
export const alleThemen = (cells: readonly Zelle[], plan: Spaltenplan, zaehler: Wortzaehler): Was[] =>
  plan.alle("thema").flatMap(({ index }) => {
    const text = zellText(cells[index]);
    return (isLeer(text) ? [] : zaehler.mehrere("thema", text)).flatMap(({ wort, deutung }): Was[] =>
      deutung === undefined
        ? [{ art: "offen", wort }]
        : deutung.code === null
          ? []
          : [{ art: "thema", wort: deutung.code }],
    );
  });
