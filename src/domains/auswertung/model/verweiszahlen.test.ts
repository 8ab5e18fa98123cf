import { expect, test } from "vitest";
import { Gleichungen } from "../../../../tests/support/gleichungen.ts";
import {
  GRUPPE,
  type VerweisRoh,
  type VerweisZeile,
  verweiseGenannt,
  verweiseOf,
  verweiseZusammen,
} from "./verweiszahlen.ts";
import { VERDECKT, istGenannt } from "./zelle.ts";

const FELDER = ["arbeit", "familie", "schule", "sprache", "wohnen"];
const ARTEN = ["amt", "gesundheit", "sprachkurs", "verein"];

/** The same numbers for the same seed; most of them small. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Referrals one by one, so that both tables count the same. */
function half(seed: number): VerweisRoh {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() ** 2 * list.length)];
  const feld: Record<string, number> = {};
  const art: Record<string, number> = {};
  for (let n = Math.floor(next() * 120); n > 0; n -= 1) {
    const gruppe = one(GRUPPE);
    for (const [of, key] of [
      [feld, `${one(FELDER)}/${gruppe}`],
      [art, `${one(ARTEN)}/${gruppe}`],
    ] as const) {
      of[key] = (of[key] ?? 0) + 1;
    }
  }
  return { feld, art, absage: {}, tage: {} };
}

const KEYS = ["verwiesen", ...GRUPPE] as const;

test("two hundred half-years of few referrals: nothing small that is not told follows from what is", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const raw = verweiseOf(half(seed));
    const told = verweiseGenannt(raw, 3);
    // Unknown is each cell of both tables.
    const cells = [...raw.felder.map((z) => `f ${z.kode}`), ...raw.arten.map((z) => `a ${z.kode}`)].flatMap((row) =>
      GRUPPE.map((gruppe) => `${row} ${gruppe}`),
    );
    const known = new Gleichungen(cells.length);
    const rowOf = (ist: (cell: string) => boolean) => Float64Array.from(cells.map((cell) => Number(ist(cell))));
    const of = (table: string, z: VerweisZeile, key: (typeof KEYS)[number]) =>
      rowOf((cell) => {
        const [t, kode, gruppe] = cell.split(" ");
        return t === table && (z.kode === "" || kode === z.kode) && (key === "verwiesen" || gruppe === key);
      });
    const tables = [
      ["f", told.felder, raw.felder],
      ["a", told.arten, raw.arten],
    ] as const;
    const small: Float64Array[] = [];
    for (const [table, rows, wahr] of tables) {
      for (const key of KEYS) {
        if (istGenannt(told.summe[key])) known.learn(of(table, told.summe, key));
        for (const [i, z] of rows.entries()) {
          const n = wahr[i]?.[key] ?? 0;
          if (istGenannt(z[key])) {
            expect(z[key]).toBe(n);
            expect(n === 0 || Number(n) >= 3, `seed ${seed}`).toBe(true);
            known.learn(of(table, z, key));
          } else if (Number(n) > 0 && Number(n) < 3) small.push(of(table, z, key));
        }
      }
    }
    expect(
      small.filter((row) => known.follows(row)),
      `seed ${seed}`,
    ).toEqual([]);
  }
});

test("where one kind of result is small in the whole Kreis, only how many were sent is told", () => {
  const roh = {
    feld: { "sprache/angekommen": 40, "wohnen/abgelehnt": 2 },
    art: { "amt/angekommen": 40, "amt/abgelehnt": 2 },
  };
  const told = verweiseGenannt(verweiseOf({ ...roh, absage: { voll: 2 }, tage: { "7": 40 } }), 3);
  expect(told.summe).toMatchObject({ verwiesen: 42, angekommen: VERDECKT, abgelehnt: VERDECKT });
  expect([told.absagen, told.median]).toEqual([{ voll: VERDECKT }, null]);
});

test("a year tells what both of its half-years tell; the median needs ten who arrived", () => {
  const part = (n: number, tage: number) =>
    verweiseGenannt(
      verweiseOf({ feld: { "sprache/angekommen": n }, art: { "amt/angekommen": n }, absage: {}, tage: { [tage]: n } }),
      3,
    );
  expect(verweiseZusammen([part(20, 4), part(12, 9)], 4)).toMatchObject({ summe: { verwiesen: 32 }, median: 4 });
  expect(verweiseZusammen([part(20, 4), part(2, 9)], 4)).toMatchObject({
    summe: { verwiesen: VERDECKT },
    median: null,
  });
});
