import { describe, expect, test } from "vitest";
import {
  AGS,
  type Beratung,
  ERGEBNISSE,
  JAHR,
  MONATE,
  TRAEGER,
  atome,
  jahr,
  roh,
} from "../../../../tests/support/erfundenes-jahr.ts";
import { Gleichungen } from "../../../../tests/support/gleichungen.ts";
import type { Kennzahlen, Zaehlung, Zeitraum } from "./kennzahlen.ts";
import { KREIS } from "./atom.ts";
import { musterOf } from "./muster.ts";
import { genannt } from "./nennen.ts";
import { VERDECKT, type Zelle, istGenannt } from "./zelle.ts";
import { monateIn, spanne } from "./zeitraum.ts";

/**
 * The neighbour: somebody who has every release and every view of a year, of the Kreis and of each Träger, for every period that
 * can be chosen, and solves for what is not told by adding and subtracting.
 */
/** Every period of the year: half-years and the year, each month, and all others from a month to a month. */
const SPANNEN: readonly Zeitraum[] = MONATE.flatMap((von, i) => MONATE.slice(i).map((bis) => spanne(von, bis)));

/** What one view tells of one feature: its total and its codes; a total of codes is told with them. */
type Aussage = {
  readonly monate: ReadonlySet<string>;
  readonly wer: string;
  readonly kode: string | null;
  readonly wert: Zelle;
  readonly wahr: number;
};

function aussagen(all: readonly Beratung[], of: (k: Kennzahlen) => Zaehlung, kodes: readonly string[]): Aussage[] {
  const muster = new Map(JAHR.map((h) => [h.von, musterOf(atome(all, h.von), monateIn(h), 3)]));
  return SPANNEN.flatMap((zeitraum) =>
    [KREIS, ...TRAEGER].flatMap((wer): Aussage[] => {
      const raw = roh(all, zeitraum, wer);
      const told = genannt(raw, { ab: 3, muster, personen: new Map() });
      const monate = new Set(monateIn(zeitraum));
      const sum = { monate, wer, kode: null, wert: told.beratungen, wahr: Number(raw.beratungen) };
      if (!told.aufgeteilt) return [sum];
      const cells = kodes.map((kode) => ({
        monate,
        wer,
        kode,
        wert: of(told)[kode] ?? 0,
        wahr: Number(of(raw)[kode] ?? 0),
      }));
      return [sum, ...cells];
    }),
  );
}

/** One unknown for each month, Träger and code. */
const rowOf = (a: Aussage, kodes: readonly string[]): Float64Array => {
  const row = new Float64Array(MONATE.length * TRAEGER.length * kodes.length);
  MONATE.forEach((monat, m) => {
    if (!a.monate.has(monat)) return;
    TRAEGER.forEach((t, i) => {
      if (a.wer !== KREIS && a.wer !== t) return;
      kodes.forEach((kode, k) => {
        if (a.kode === null || a.kode === kode) row[(m * TRAEGER.length + i) * kodes.length + k] = 1;
      });
    });
  });
  return row;
};

function found(all: readonly Beratung[], of: (k: Kennzahlen) => Zaehlung, kodes: readonly string[]): Aussage[] {
  const told = aussagen(all, of, kodes);
  const known = new Gleichungen(MONATE.length * TRAEGER.length * kodes.length);
  for (const a of told) if (istGenannt(a.wert)) known.learn(rowOf(a, kodes));
  const hidden = told.filter((a) => a.wert === VERDECKT);
  expect(hidden.length).toBeGreaterThan(20);
  return hidden.filter((a) => known.follows(rowOf(a, kodes)));
}

const nameOf = (a: Aussage) => `${[...a.monate][0]}+${a.monate.size} ${a.wer} ${a.kode}: ${a.wahr}`;

describe("the neighbour finds nothing that is not told", () => {
  test.each([1, 2, 3])("results, year %i", (seed) => {
    expect(found(jahr(seed), (k) => k.merkmale.ergebnis, ERGEBNISSE).map(nameOf)).toEqual([]);
  });
  test.each([4, 5])("Kommunen, year %i", (seed) => {
    expect(found(jahr(seed), (k) => k.kommunen, AGS).map(nameOf)).toEqual([]);
  });
});

test.each([11, 12, 13, 14, 15, 16])(
  "few consultations, year %i: no line is told so that every point in it must be one",
  (seed) => {
    const all = jahr(seed).slice(0, 40);
    for (const zeitraum of JAHR) {
      const muster = new Map([[zeitraum.von, musterOf(atome(all, zeitraum.von), monateIn(zeitraum), 3)]]);
      for (const wer of [KREIS, ...TRAEGER]) {
        const raw = roh(all, zeitraum, wer);
        const told = genannt(raw, { ab: 3, muster, personen: new Map() });
        for (const of of [(k: Kennzahlen) => k.merkmale.ergebnis, (k: Kennzahlen) => k.kommunen]) {
          const codes = [...ERGEBNISSE, ...AGS];
          const points = codes.filter((kode) => of(told)[kode] === VERDECKT);
          // Their sum is known by subtraction: so many ones as there are points are all one.
          const ones = points.length > 0 && points.every((kode) => of(raw)[kode] === 1);
          expect(ones, `${wer} ${zeitraum.von}`).toBe(false);
        }
      }
    }
  },
);

test("two releases of a half-year, the second after late lists: what the first did not tell, the second does not give away", () => {
  const [h1] = JAHR;
  if (h1 === undefined) throw new Error("There is a half-year.");
  const LATE = "beraten";
  const kodes = [...ERGEBNISSE, "beraten, nachgeliefert"];
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const first = jahr(seed);
    const late = jahr(seed + 100)
      .slice(0, 40)
      .map((b) => ({ ...b, ergebnis: LATE }));
    const before = musterOf(atome(first, h1.von), monateIn(h1), 3);
    const after = musterOf(atome([...first, ...late], h1.von), monateIn(h1), 3, before);
    for (const key of before) expect(after.has(key), key).toBe(true);
    const known = new Gleichungen(MONATE.length * TRAEGER.length * kodes.length);
    const told = (all: readonly Beratung[], muster: typeof before) =>
      genannt(roh(all, h1, KREIS), { ab: 3, muster: new Map([[h1.von, muster]]), personen: new Map() }).merkmale
        .ergebnis;
    const of = (kode: string): Aussage => ({ monate: new Set(monateIn(h1)), wer: KREIS, kode, wert: 0, wahr: 0 });
    const rows = (names: readonly string[]) => names.map((kode) => rowOf(of(kode), kodes));
    const sum = (all: readonly Float64Array[]) => {
      const total = new Float64Array(MONATE.length * TRAEGER.length * kodes.length);
      for (const row of all) row.forEach((n, i) => (total[i] = (total[i] ?? 0) + n));
      return total;
    };
    const second = ERGEBNISSE.map((kode) => (kode === LATE ? "beraten, nachgeliefert" : kode));
    known.learn(sum(rows(ERGEBNISSE)));
    known.learn(sum(rows(second)));
    const [one, two] = [told(first, before), told([...first, ...late], after)];
    for (const kode of ERGEBNISSE) {
      if (istGenannt(one[kode] ?? 0)) known.learn(rowOf(of(kode), kodes));
      if (istGenannt(two[kode] ?? 0)) known.learn(rowOf(of(kode === LATE ? "beraten, nachgeliefert" : kode), kodes));
    }
    const hidden = ERGEBNISSE.filter((kode) => one[kode] === VERDECKT);
    expect(hidden.filter((kode) => known.follows(rowOf(of(kode), kodes)))).toEqual([]);
  }
});

test("nothing from 1 to 2 is told, and zeros are", () => {
  const all = jahr(7);
  for (const a of aussagen(all, (k) => k.merkmale.ergebnis, ERGEBNISSE)) {
    if (istGenannt(a.wert)) expect(a.wert === 1 || a.wert === 2, nameOf(a)).toBe(false);
    if (istGenannt(a.wert)) expect(a.wert).toBe(a.wahr);
  }
});
