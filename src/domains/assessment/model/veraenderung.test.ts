import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auffaellig } from "./auffaellig.ts";
import { type Messung, inWorten, umText, veraenderung } from "./veraenderung.ts";

const messung = (am: string, skala: number | null): Messung => ({ am, skala });

const messungen = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { maxLength: 6 }).chain((days) =>
  fc.tuple(
    ...days.map((n) =>
      fc.option(fc.integer({ min: 0, max: 10 })).map((skala) => {
        return messung(new Date(1.6e12 + n * 86_400_000).toISOString().slice(0, 10), skala);
      }),
    ),
  ),
);

describe("the change of an area", () => {
  test("is between the last two figures, whatever was left out before, between and after", () => {
    expect(
      veraenderung([
        messung("2024-01-01", 9),
        messung("2025-01-01", 3),
        messung("2025-06-01", null),
        messung("2026-01-01", 5),
        messung("2026-06-01", null),
      ]),
    ).toEqual({ vorher: 3, jetzt: 5, seit: "2025-01-01", am: "2026-01-01", um: 2 });
  });

  test("nothing left out is a zero: with fewer than two figures there is no change", () => {
    expect(veraenderung([])).toBeUndefined();
    expect(veraenderung([messung("2025-01-01", null), messung("2026-01-01", 0)])).toBeUndefined();
  });

  test("asks for no order, stays within the scale, and turns around when the time does", () => {
    fc.assert(
      fc.property(messungen, (all) => {
        const change = veraenderung(all);
        expect(veraenderung(all.toReversed())).toEqual(change);
        if (change === undefined) return;
        expect(Math.abs(change.um)).toBeLessThanOrEqual(10);
        expect(change.seit < change.am).toBe(true);
        const back = veraenderung([messung(change.am, change.vorher), messung(change.seit, change.jetzt)]);
        expect(back?.um).toBe(change.um === 0 ? 0 : -change.um);
      }),
    );
  });

  test("in words", () => {
    expect([3, -2, 0].map(umText)).toEqual(["+ 3", "− 2", "unverändert"]);
    const change = veraenderung([messung("2025-01-01", 4), messung("2026-01-01", 2)]);
    expect(change && inWorten(change)).toBe("von 4 auf 2, schlechter");
  });
});

describe("what stands out", () => {
  const wert = (assessment: string, handlungsfeld: string, skala: number | null) => ({
    assessment,
    am: assessment,
    handlungsfeld,
    skala,
  });
  const [alt, neu] = ["2025-01-01", "2026-01-01"];

  test("the three lowest figures of the last assessment, none that is well, and the largest changes", () => {
    const werte = [
      wert(neu, "wohnen", 2),
      wert(neu, "sprache", 6),
      wert(neu, "arbeit", 0),
      wert(neu, "schule", 9),
      wert(neu, "familie", null),
      wert(neu, "alltag", 5),
      wert(alt, "wohnen", 2),
      wert(alt, "sprache", 1),
      wert(alt, "arbeit", 3),
      wert(alt, "gesundheit", 0),
    ];
    const { niedrig, veraendert } = auffaellig({ tage: [neu, alt], werte });
    expect(niedrig.map(({ feld }) => feld)).toEqual(["arbeit", "wohnen", "alltag"]);
    expect(veraendert.map(({ feld, um }) => [feld, um])).toEqual([
      ["sprache", 5],
      ["arbeit", -3],
    ]);
  });

  test("of one assessment nothing changed, of none nothing is said", () => {
    expect(auffaellig({ tage: [], werte: [] })).toEqual({ niedrig: [], veraendert: [] });
    expect(auffaellig({ tage: [neu], werte: [wert(neu, "wohnen", 2)] }).veraendert).toEqual([]);
  });
});
