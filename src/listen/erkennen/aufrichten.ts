import { type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { type Neuzeile, neueZeilen } from "./herkunft.ts";
import { interpretKopf } from "./kopf.ts";
import { isTagwert } from "./kopfzeile.ts";
import type { Bedeutung } from "./typen.ts";

/** Rows in which the first head may stand. */
const TOP = 20;
/** More rows are no forms. */
const MOST_ROWS = 5000;
/** So strongly a head says its meaning itself. */
const EXAKT = 0.95;
/** Fewer heads may be anything; a form of one column needs one more. */
const LEAST_HEADS = 3;
/** So many of the heads are known. */
const KNOWN = 0.5;

const LINKS =
  "Überschriften, die links stehen, sind nach oben gesetzt: Jede Spalte daneben oder jeder Bogen ist als eine Zeile gelesen.";

/** A row that begins with its head: the words and values behind it. */
type Reihe = { readonly nr: number; readonly kopf: string; readonly werte: readonly Zelle[] };

const kopfOf = (zelle: Zelle | undefined): string =>
  zellText(zelle)
    .replace(/\s*:\s*$/u, "")
    .trim();
const says = (kopf: string, bedeutung: Bedeutung): boolean =>
  interpretKopf(kopf).some((d) => d.bedeutung === bedeutung && d.staerke >= EXAKT);
const isKopf = (kopf: string): boolean => (interpretKopf(kopf)[0]?.staerke ?? 0) >= EXAKT;

/** The rows from `from` on as heads and values, where all of them begin with a word in this column; undefined otherwise. */
function reihenIn(zeilen: readonly Blattzeile[], spalte: number): readonly Reihe[] | undefined {
  const reihen = zeilen.map(({ nr, zellen }) => ({
    nr,
    kopf: typeof zellen[spalte] === "string" ? kopfOf(zellen[spalte]) : "",
    werte: zellen.slice(spalte + 1),
  }));
  const begin = zeilen.every(({ zellen }) => zellen.findIndex((z) => z !== null) === spalte);
  return begin && reihen.every(({ kopf }) => kopf !== "" && kopf.length <= 60) ? reihen : undefined;
}

/** Whether such rows are heads on the left: enough of them known, and beside “Datum” nothing but days. */
function isLinks(reihen: readonly Reihe[], wide: number): boolean {
  const koepfe = [...new Set(reihen.map(({ kopf }) => kopf))];
  const known = koepfe.filter(isKopf).length;
  const days = reihen.filter(({ kopf }) => says(kopf, "datum")).map(({ werte }) => werte.slice(0, wide));
  return (
    known >= LEAST_HEADS + (wide === 1 ? 1 : 0) &&
    known >= koepfe.length * KNOWN &&
    days.length > 0 &&
    days.every((werte) => werte.length > 0 && werte.every(isTagwert)) &&
    (wide === 1 || koepfe.length === reihen.length)
  );
}

/** Forms below each other, or the columns beside the heads, each as a row of its own under the heads. */
function gerichtet(reihen: readonly Reihe[], spalte: number, wide: number): Neuzeile[] {
  const koepfe = [...new Set(reihen.map(({ kopf }) => kopf))];
  const [first] = reihen;
  const forms: Reihe[][] = [];
  for (const reihe of reihen) {
    if (reihe.kopf === first?.kopf || forms.length === 0) forms.push([reihe]);
    else forms.at(-1)?.push(reihe);
  }
  const rows = forms.flatMap((form) =>
    Array.from({ length: wide }, (_, at): Neuzeile => {
      const own = koepfe.map((kopf) => form.find((reihe) => reihe.kopf === kopf));
      return {
        zellen: own.map((reihe) => reihe?.werte[at] ?? null),
        her: own.map((reihe) => (reihe === undefined ? null : { spalte: spalte + 1 + at, nr: reihe.nr })),
      };
    }),
  );
  const kopfzeile = { zellen: koepfe, her: koepfe.map(() => null) };
  return [kopfzeile, ...rows.filter(({ zellen }) => zellen.some((z) => z !== null))];
}

/**
 * A sheet whose heads stand on the left, “Datum: | 02.05.2024” – a form, or a table that was turned –, with its heads on top. Where
 * anything in it is merged, crossed out, coloured or commented it stays as it is. Any other sheet is returned itself.
 */
export function aufgerichtet(blatt: Blatt): Blatt {
  const { zeilen, kommentare = [], verbunden, koepfe } = blatt;
  if (koepfe !== undefined || kommentare.length > 0 || zeilen.length > MOST_ROWS) return blatt;
  const at = zeilen.slice(0, TOP).findIndex(({ zellen }) => {
    const begin = zellen.findIndex((z) => z !== null);
    return isTagwert(zellen[begin + 1]) && typeof zellen[begin] === "string" && says(kopfOf(zellen[begin]), "datum");
  });
  if (at === -1) return blatt;
  // Other heads may stand above the day: back to the titles, which are alone in their rows.
  let from = at;
  while (from > 0 && (zeilen[from - 1]?.zellen ?? []).filter((z) => z !== null).length > 1) from -= 1;
  const below = zeilen.slice(from);
  const spalte = below[0]?.zellen.findIndex((z) => z !== null) ?? 0;
  const reihen = reihenIn(below, spalte);
  const wide = Math.max(0, ...below.map(({ zellen }) => zellen.length - spalte - 1));
  const [top = 0, bottom = 0] = [below[0]?.nr, below.at(-1)?.nr];
  const odd =
    verbunden.some(({ vonZeile, bisZeile }) => bisZeile >= top && vonZeile <= bottom) ||
    below.some(({ gestrichen = [], farben }) => gestrichen.length > 0 || farben !== undefined);
  if (reihen === undefined || odd || !isLinks(reihen, wide)) return blatt;
  const neu = neueZeilen(below, top, gerichtet(reihen, spalte, wide));
  return {
    ...blatt,
    zeilen: [...zeilen.slice(0, from), ...neu.zeilen],
    hinweise: [...blatt.hinweise, LINKS],
    umgeformt: neu.umgeformt,
  };
}
