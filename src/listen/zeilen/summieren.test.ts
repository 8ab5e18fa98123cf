import { expect, test } from "vitest";
import { Summierer } from "./summieren.ts";

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "a column that is called %s is counted like any",
  (wort) => {
    const summierer = new Summierer();
    const zeitraum = { von: "2026-01-01", bis: "2026-01-31" };
    for (const n of [2, 3])
      summierer.add([{ zeitraum, ags: "05382060", was: { art: "offen", wort }, n, spalte: 3 }], {
        blatt: "1",
        zeile: n,
      });
    expect(summierer.summen().map(({ offeneThemen }) => Object.entries(offeneThemen))).toEqual([[[wort, 5]]]);
  },
);
