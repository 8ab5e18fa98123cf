import type { Tabelle } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blatt, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { type Tagregel, beratungstag } from "./datum.ts";
import { themenIn } from "./einzeln.ts";
import { neuzuweisungIn } from "./felder.ts";
import { koepfeVon, ohneDaten } from "./ohne-daten.ts";
import { Pivotstand } from "./pivotstand.ts";
import { Spaltenplan } from "./spaltenplan.ts";
import { readStrichzeile, wasKey } from "./strichliste.ts";
import { Zeichenregel } from "./zeichen.ts";
import { Wortzaehler } from "./wortzaehler.ts";

/** So many of a matter – consultations, a theme, new arrivals – from one day to another, in a Kommune. */
export type Figur = {
  readonly von: string;
  readonly bis: string;
  readonly ags: string;
  readonly was: string;
  readonly n: number;
};
/** The same of single rows; `ags` null where the row does not tell. */
type Posten = Omit<Figur, "ags"> & { readonly ags: string | null };

const BERATUNGEN = "beratungen";

const rowsOf = ({ vonZeile, bisZeile }: Tabelle, blatt: Blatt) =>
  blatt.zeilen.filter(({ nr }) => nr >= vonZeile && nr <= bisZeile);
const regelOf = ({ datumsfolge, kontext }: Tabelle) => ({ folge: datumsfolge, kontext, heute: null });

/** What single consultations count: one on their day, and one of each theme. */
export function postenEinzeln(tabelle: Tabelle, blatt: Blatt, verzeichnis: Verzeichnis): Posten[] {
  const plan = new Spaltenplan(tabelle.spalten);
  const zaehler = new Wortzaehler(verzeichnis);
  const [datum, kommune, neu] = [plan.eine("datum"), plan.eine("kommune"), plan.eine("neuzuweisung")];
  return rowsOf(tabelle, blatt).flatMap(({ zellen }) => {
    const tag = datum === undefined ? undefined : beratungstag(zellen[datum.index], regelOf(tabelle));
    if (tag === undefined || "fehler" in tag) return [];
    const word = kommune === undefined ? "" : zellText(zellen[kommune.index]);
    const ags = word === "" ? null : (verzeichnis.sicher("kommune", word)?.code ?? null);
    const lese = { zaehler, offen: [], hinweise: [], worte: [], wartend: new Set<number>() };
    const themen = themenIn(lese, zellen, plan).codes.map((code) => wasKey({ art: "thema", wort: code }));
    const arrived = neuzuweisungIn(lese, zellen, neu) ? [wasKey({ art: "neuzuweisungen" })] : [];
    const one = { von: tag.tag, bis: tag.tag, ags: ags ?? tabelle.kontext.kommune, n: 1 };
    return [BERATUNGEN, ...themen, ...arrived].map((was) => ({ ...one, was }));
  });
}

/** Everything that a tally counts. */
export function figurenSummen(tabelle: Tabelle, blatt: Blatt, verzeichnis: Verzeichnis): Figur[] {
  const plan = new Spaltenplan(tabelle.spalten);
  const zaehler = new Wortzaehler(verzeichnis);
  const pivot = Pivotstand.von(tabelle, verzeichnis);
  const zeichen = new Zeichenregel(rowsOf(tabelle, blatt), tabelle.spalten);
  let regel: Tagregel = { ...regelOf(tabelle), pivot, zeichen };
  return rowsOf(tabelle, blatt).flatMap(({ nr, zellen }) => {
    if (pivot?.isOben(nr, zellen) === true) regel = { ...regel, kontext: pivot.kontext() };
    const counts = pivot === null || pivot.zaehlt(nr, zellen);
    const counted = counts ? readStrichzeile(zellen, plan, zaehler, regel).zaehlungen : [];
    return counted.map(({ ags, zeitraum, was, n }) => ({ ...zeitraum, ags, was: wasKey(was), n }));
  });
}

/**
 * What tells whether a tally repeats others: its consultations; where it counts none, all that it counts. Where its rows are themes,
 * a consultation with two of them counts twice: there the themes tell.
 */
export function hauptsache(figuren: readonly Figur[], { spalten }: Tabelle): readonly Figur[] {
  const themen = spalten.some(({ bedeutung }) => bedeutung === "thema");
  const wanted = figuren.filter(({ was }) => (was === BERATUNGEN) !== themen);
  return zusammen(wanted.length > 0 ? wanted : figuren);
}

/** Figures of one matter, span and Kommune as one. */
function zusammen(figuren: readonly Figur[]): readonly Figur[] {
  const same = Map.groupBy(figuren, ({ von, bis, ags, was }) => [von, bis, ags, was].join("\n"));
  return [...same.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, n: more.reduce((sum, { n }) => sum + n, first.n) }],
  );
}

/** The numbers of a table whose time or Kommune nobody can tell: of consultations, or else of themes. */
export function zahlenIn(tabelle: Tabelle, blatt: Blatt): number[] {
  const { spalten, art } = tabelle;
  const plan = new Spaltenplan(spalten);
  const counts =
    [plan.alle("anzahl"), plan.kreuze("kommune"), plan.kreuze("zeit"), plan.kreuze("thema")].find(
      (all) => all.length > 0,
    ) ?? [];
  const koepfe = koepfeVon(spalten);
  return rowsOf(tabelle, blatt).flatMap(({ zellen }) =>
    ohneDaten(zellen, spalten, koepfe, art) === undefined
      ? counts.flatMap(({ index }) => zaehlwert(zellen[index]) || [])
      : [],
  );
}

/** Adds up what is counted by place, time and matter, to hold others against it. */
export class Vergleich {
  private readonly posten: readonly Posten[];
  private readonly byPlace: ReadonlyMap<string, readonly Posten[]>;

  constructor(posten: readonly Posten[]) {
    this.posten = posten;
    this.byPlace = Map.groupBy(posten, ({ ags, was }) => place(ags, was));
  }

  private at(ags: string | null, was: string): readonly Posten[] {
    return this.byPlace.get(place(ags, was)) ?? [];
  }

  /** Whether anything of this matter lies within these days and Kommune, or may. */
  beruehrt({ von, bis, ags, was }: Figur): boolean {
    return [ags, null].some((one) => this.at(one, was).some((p) => p.von <= bis && von <= p.bis));
  }

  /** Whether what lies within these days and Kommune adds up to the number. */
  ergibt({ von, bis, ags, was, n }: Figur): boolean {
    const inside = (one: string | null) =>
      this.at(one, was).reduce((sum, p) => sum + (p.von >= von && p.bis <= bis ? p.n : 0), 0);
    return inside(ags) === n || inside(ags) + inside(null) === n;
  }

  /** Every number that a total of something could have: of all, of a month or year, of a Kommune, of both. */
  summen(): ReadonlySet<number> {
    const sums = new Map<string, number>();
    for (const { von, ags, was, n } of this.posten) {
      for (const time of ["", von.slice(0, 4), von.slice(0, 7)])
        for (const key of [`${time}//${was}`, `${time}/${place(ags, was)}`]) sums.set(key, (sums.get(key) ?? 0) + n);
    }
    return new Set(sums.values());
  }
}

const place = (ags: string | null, was: string): string => `${ags ?? "*"}/${was}`;
