import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { summenwort } from "./kopf.ts";
import { isPivotecke, isTagwert } from "./kopfzeile.ts";
import { isWortFor } from "./kreuz.ts";
import { monatVon } from "./monate.ts";
import type { Kopf } from "./spalten.ts";
import type { Pivot, Pivotart, Spalte } from "./typen.ts";
import { zaehlwert } from "./werte.ts";
import { zeitangabe } from "./zeitraum.ts";

/** What such a table counts of something: every record once. */
const ANZAHL_VON = /^(?:anzahl|zählung|zaehlung|count)\s?(?:von|of|-)\s+/iu;
const SUMME_VON = /^(?:summe|sum)\s?(?:von|of|-)\s+/iu;

/** Why a table is read, or not, as a pivot table. */
export const PIVOT = "Pivottabelle: Die Zeilen darunter zählen, ihre Zwischensummen nicht noch einmal";
export const PIVOT_UNKLAR =
  "Pivottabelle, deren Zeilen sich nicht zu ihren Zwischensummen addieren. Welche von ihnen zählen, steht nicht da";
const ZEILEN = "Was die Zeilen der Pivottabelle sind";
const GESAMT = "Alle Einträge der Zeile: die Zahl der Beratungen";

/** What the heads of a list are called whose column holds such labels. */
const KOPF: Readonly<Record<Pivotart, string>> = {
  jahr: "Jahr",
  quartal: "Quartal",
  monat: "Monat",
  woche: "KW",
  tag: "Datum",
  kommune: "Kommune",
  thema: "Thema",
  andere: "",
};

const TAG_IM_MONAT = /^\d{1,2}\.\s?\p{L}{3,}\.?$/u;

/** What kind of label stands in a cell. */
function artVon(zelle: Zelle | undefined, verzeichnis: Verzeichnis): Pivotart {
  const text = zellText(zelle);
  const { monat, monate, woche } = zeitangabe(text);
  if (/^20\d\d$/u.test(text)) return "jahr";
  if (isTagwert(zelle)) return "tag";
  if (monate !== null) return "quartal";
  if (woche !== null) return "woche";
  if (monat !== null && TAG_IM_MONAT.test(text)) return "tag";
  if (monat !== null || monatVon(text) !== undefined) return "monat";
  if (isWortFor("kommune", text, verzeichnis)) return "kommune";
  return isWortFor("thema", text, verzeichnis) ? "thema" : "andere";
}

/** A row with its label: how deep it stands, and what it counts. */
type Stufe = { readonly nr: number; readonly art: Pivotart; readonly zahlen: readonly number[]; ebene: number };

/** A row below which others stand that together count the same. */
const isSummeVon = (zahlen: readonly number[], teile: readonly Stufe[]): boolean =>
  zahlen.every((n) => n === 0)
    ? teile.length > 0
    : zahlen.every((n, i) => n === teile.reduce((sum, one) => sum + (one.zahlen[i] ?? 0), 0));

/** How deep each row stands, by the kinds of the labels; null where they do not follow each other like that. */
function gestuft(rows: readonly Stufe[]): readonly Pivotart[] | null {
  const arten: Pivotart[] = [];
  let before = -1;
  for (const [i, row] of rows.entries()) {
    let ebene = arten.indexOf(row.art);
    if (ebene === -1 && row.art === "andere" && arten.length > 0) ebene = fremd(rows, i, arten);
    if (ebene === -1) ebene = arten.push(row.art) - 1;
    if (ebene > before + 1) return null;
    row.ebene = ebene;
    before = ebene;
  }
  return arten;
}

/** The place of a label that nobody knows: above the rows that it is the sum of, or else among the deepest. */
function fremd(rows: readonly Stufe[], at: number, arten: readonly Pivotart[]): number {
  const deepest = arten.length - 1;
  const below: Stufe[] = [];
  for (const row of rows.slice(at + 1)) {
    if (row.art !== arten[deepest]) break;
    below.push(row);
  }
  const own = rows[at]?.zahlen ?? [];
  return deepest > 0 && below.length > 0 && isSummeVon(own, below) ? deepest - 1 : deepest;
}

/**
 * Whether every row that others stand below is their sum, and none is missing them; so is the total (`gesamt`) of all, without
 * which no label may be one that nobody knows.
 */
function gehtAuf(rows: readonly Stufe[], deepest: number, gesamt: readonly (readonly number[])[]): boolean {
  const outer = rows.filter(({ ebene }) => ebene === 0);
  const told = gesamt.length > 0 || rows.every(({ art }) => art !== "andere");
  if (!told || !gesamt.every((zahlen) => isSummeVon(zahlen, outer))) return false;
  return rows.every(({ ebene, zahlen }, i) => {
    if (ebene === deepest) return true;
    const end = rows.findIndex((row, j) => j > i && row.ebene <= ebene);
    const below = rows.slice(i + 1, end === -1 ? undefined : end);
    return isSummeVon(
      zahlen,
      below.filter((row) => row.ebene === ebene + 1),
    );
  });
}

/** A pivot table as it is read: its heads as those of a list, its rows that count, and its shape. */
export type Pivotlesart = {
  readonly koepfe: readonly Kopf[];
  readonly zeilen: readonly Blattzeile[];
  /** Null where its rows do not add up. */
  readonly pivot: Pivot | null;
};

/** Reads the labels of a pivot table; undefined where the head is that of another one. */
export function pivotVon(
  koepfe: readonly Kopf[],
  zeilen: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
): Pivotlesart | undefined {
  const spalte = koepfe.findIndex(({ wort }) => wort !== "");
  if (!isPivotecke(koepfe[spalte]?.wort ?? "")) return undefined;
  const labelled = zeilen.filter(({ zellen }) => zellText(zellen[spalte]) !== "");
  const isGesamt = ({ zellen }: Blattzeile) => summenwort(zellText(zellen[spalte])) !== undefined;
  const counted = koepfe.flatMap(({ wort }, i) =>
    i > spalte && wort !== "" && labelled.every(({ zellen }) => zaehlwert(zellen[i]) !== undefined) ? [i] : [],
  );
  const zahlenIn = ({ zellen }: Blattzeile) => counted.map((i) => zaehlwert(zellen[i]) ?? 0);
  const rows = labelled
    .filter((zeile) => !isGesamt(zeile))
    .map((zeile): Stufe => {
      const art = artVon(zeile.zellen[spalte], verzeichnis);
      return { nr: zeile.nr, art, zahlen: zahlenIn(zeile), ebene: 0 };
    });
  const gesamt = labelled.filter(isGesamt).map(zahlenIn);
  const arten = gestuft(rows);
  const deepest = (arten?.length ?? 0) - 1;
  const sure = arten !== null && counted.length > 0 && rows.length > 0 && gehtAuf(rows, deepest, gesamt);
  const oben = rows.filter(({ ebene }) => ebene < deepest).map(({ nr, ebene }) => [nr, ebene] as const);
  const above = new Set(oben.map(([nr]) => nr));
  const kopf = KOPF[arten?.at(-1) ?? "andere"];
  return {
    koepfe: koepfe.map((k, i) => (i === spalte ? { gruppe: "", wort: kopf } : i > spalte ? ohneVon(k) : k)),
    zeilen: zeilen.filter(({ nr }) => !above.has(nr)),
    pivot: sure ? { spalte, arten, oben } : null,
  };
}

/** “Anzahl von Nr” counts records, “Summe von Dauer” is a duration. */
const ohneVon = ({ gruppe, wort }: Kopf): Kopf => ({
  gruppe,
  wort: ANZAHL_VON.test(wort) ? "Anzahl" : wort.replace(SUMME_VON, ""),
});

/** The columns under their own heads; beside themes the total of a row is the number of its records. */
export function pivotSpalten(spalten: readonly Spalte[], koepfe: readonly Kopf[], pivot: Pivot | null): Spalte[] {
  const themen = spalten.some(({ kreuz }) => kreuz === "thema");
  const counted = spalten.some(({ bedeutung }) => bedeutung === "anzahl");
  return spalten.map((spalte): Spalte => {
    const kopf = koepfe[spalte.index]?.wort ?? spalte.kopf;
    const own = { ...spalte, kopf, wort: spalte.kreuz === null ? kopf : spalte.wort };
    if (pivot === null || spalte.entschieden) return own;
    if (spalte.index === pivot.spalte) return { ...own, sicherheit: 0.9, grund: ZEILEN };
    if (themen && !counted && spalte.bedeutung === "summe")
      return { ...own, bedeutung: "anzahl", sicherheit: 0.9, grund: GESAMT };
    return own;
  });
}
