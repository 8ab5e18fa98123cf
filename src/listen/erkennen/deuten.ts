import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { gesamtIstAnzahl, tabellenart } from "./art.ts";
import { erstUndFolge } from "./erst-und-folge.ts";
import { kartenangaben } from "./karten.ts";
import { summenwort } from "./kopf.ts";
import { personenart } from "./personenliste.ts";
import { MINUTEN_UNKLAR, alsMinuten, minutenArt } from "./minutenspalten.ts";
import { PIVOT, PIVOT_UNKLAR, type Pivotlesart, pivotSpalten, pivotVon } from "./pivot.ts";
import { type Kopf, interpretSpalten } from "./spalten.ts";
import { gerechnet, ohneTeilspalten } from "./teilspalten.ts";
import { type Kontext, type Tabelle, type Tabellenentscheidung, personenartOf } from "./typen.ts";

const SAMPLE = 300;

/** Rows to judge the columns by: the beginning and some from the rest, without totals and titles. */
function proben(zeilen: readonly Blattzeile[]): (readonly Zelle[])[] {
  const data = (zeile: Blattzeile | undefined) => {
    if (zeile === undefined || kartenangaben(zeile.zellen).length > 0) return false;
    const first = zeile.zellen.find((z) => z !== null);
    return zeile.zellen.filter((z) => z !== null).length > 1 && summenwort(zellText(first)) === undefined;
  };
  const begin = zeilen.slice(0, SAMPLE / 2);
  const step = Math.max(1, Math.floor((zeilen.length - begin.length) / (SAMPLE / 2)));
  const rest = Array.from({ length: SAMPLE / 2 }, (_, i) => zeilen[begin.length + i * step]);
  return [...begin, ...rest].flatMap((zeile) => (zeile !== undefined && data(zeile) ? [zeile.zellen] : []));
}

type Urteil = Pick<Tabelle, "art" | "grund">;

/** A hidden sheet is mostly a copy or an old state: whether it counts, a person decides. */
export const VERSTECKT: Urteil = { art: "keine", grund: "Das Blatt ist ausgeblendet" };
export const GEDREHT: Urteil = { art: "keine", grund: "Die Überschriften stehen links statt oben" };

export const DANEBEN: Urteil = {
  art: "keine",
  grund: "Steht ohne eigene Zeit neben einer Liste mit Tagen, wohl als ihre Auswertung",
};

const PERSONEN = {
  personen: "Die Spalten sagen etwas über Personen und nichts über einzelne Beratungen",
  faelle: "Die Spalten sagen, wann ein Fall begann und wie er steht",
} as const;

/** Figures that are planned, or added up from row to row, count nothing by themselves. */
export function ohneGerechnetes(read: Urteil, texts: readonly string[]): Urteil {
  const grund = read.art === "summen" ? gerechnet(texts) : undefined;
  return grund === undefined ? read : { art: "keine", grund };
}

type Frage = {
  readonly verzeichnis: Verzeichnis;
  readonly entscheidung: Tabellenentscheidung | undefined;
  readonly kontext: Kontext;
  /** The titles of the table, and the name of its sheet. */
  readonly texte: readonly string[];
  /** The cells of a row that belong to the table. */
  readonly schnitt: (zellen: readonly Zelle[]) => readonly Zelle[];
};

/** What a table with these heads and rows is, and what its columns mean. */
export function deute(
  koepfe: readonly Kopf[],
  zeilen: readonly Blattzeile[],
  frage: Frage,
): Urteil & Pick<Tabelle, "spalten" | "pivot"> {
  const { verzeichnis, entscheidung, kontext, schnitt, texte } = frage;
  const gestuft = pivotVon(koepfe, zeilen, verzeichnis);
  if (gestuft !== undefined) return deutePivot(koepfe, gestuft, frage);
  const rows = proben(zeilen).map(schnitt);
  const lies = (personen: boolean) => interpretSpalten(koepfe, rows, verzeichnis, entscheidung, personen);
  const beratungen = lies(false);
  const chosen = entscheidung?.art;
  const person = personenartOf(chosen) ?? (chosen === undefined ? personenart(koepfe, beratungen, rows) : undefined);
  if (person !== undefined) return { spalten: lies(true), art: person, grund: PERSONEN[person] };
  const spalten = erstUndFolge(gesamtIstAnzahl(ohneTeilspalten(beratungen, rows, verzeichnis), rows));
  const minuten = minutenArt(beratungen, rows, texte);
  if (minuten === "einzeln")
    return { spalten: alsMinuten(beratungen, rows), art: "einzeln", grund: "Jede Zeile hat ein Datum" };
  if (minuten === "unklar") return { spalten, art: "keine", grund: MINUTEN_UNKLAR };
  return { spalten, ...tabellenart(spalten, rows, kontext) };
}

/** A pivot table is a tally whose rows are those that stand deepest. */
function deutePivot(
  koepfe: readonly Kopf[],
  { koepfe: own, zeilen, pivot }: Pivotlesart,
  { verzeichnis, entscheidung, schnitt }: Frage,
): Urteil & Pick<Tabelle, "spalten" | "pivot"> {
  const rows = proben(zeilen).map(schnitt);
  const read = ohneTeilspalten(interpretSpalten(own, rows, verzeichnis, entscheidung), rows, verzeichnis);
  const spalten = pivotSpalten(gesamtIstAnzahl(read, rows), koepfe, pivot);
  return pivot === null
    ? { spalten, art: "keine", grund: PIVOT_UNKLAR }
    : { spalten, art: "summen", grund: PIVOT, pivot };
}
