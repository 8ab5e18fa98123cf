import { expect, test } from "vitest";
import { Gleichungen } from "../../../../tests/support/gleichungen.ts";
import { delfinGenannt, delfinOf } from "./delfin.ts";
import { VERDECKT, istGenannt } from "./zelle.ts";

const AGS = ["a", "b", "c", "d", "e"];

/** The same numbers for the same seed; most of them small. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648) ** 2;
  };
}

test("a hundred years of few children: nothing that is not told follows from what is", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = random(seed);
    const rows = AGS.map((ags) => {
      const bedarf = Math.floor(next() * 30);
      return { ags, bedarf, besucht: Math.floor(next() * (bedarf + 1)) };
    });
    const told = delfinGenannt(delfinOf(2026, rows, []), 3);
    // Two unknowns for each Kommune: who came, who did not.
    const known = new Gleichungen(AGS.length * 2);
    const row = (of: (ags: string, came: boolean) => boolean) =>
      Float64Array.from(AGS.flatMap((ags) => [of(ags, true), of(ags, false)].map(Number)));
    const all = told.zeilen.flatMap((z, i) => [
      { wert: z.bedarf, wahr: rows[i]?.bedarf ?? 0, row: row((ags) => ags === z.ags) },
      { wert: z.besucht, wahr: rows[i]?.besucht ?? 0, row: row((ags, came) => ags === z.ags && came) },
    ]);
    const sums = [
      { wert: told.bedarf, wahr: 1, row: row(() => true) },
      { wert: told.besucht, wahr: 1, row: row((_, came) => came) },
    ];
    for (const one of [...all, ...sums]) if (istGenannt(one.wert)) known.learn(one.row);
    const found = all.filter((one) => one.wert === VERDECKT && one.wahr > 0 && known.follows(one.row));
    expect(found, `year ${seed}`).toEqual([]);
    for (const { wert, wahr } of all) if (istGenannt(wert)) expect(wert).toBe(wahr);
  }
});

test("places are told as they are, beside Kommunen without a child", () => {
  const d = delfinGenannt(delfinOf(2026, [{ ags: "a", bedarf: 2, besucht: 1 }], [{ ags: "b", plaetze: 12 }]), 3);
  expect(d).toEqual({
    jahr: 2026,
    zeilen: [
      { ags: "a", bedarf: VERDECKT, besucht: VERDECKT, plaetze: null },
      { ags: "b", bedarf: VERDECKT, besucht: VERDECKT, plaetze: 12 },
    ],
    bedarf: VERDECKT,
    besucht: VERDECKT,
    plaetze: 12,
  });
});
