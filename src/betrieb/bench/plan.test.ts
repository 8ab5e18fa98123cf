import { expect, test } from "vitest";
import { planOf, schuebeOf } from "./plan.ts";

const KREISE = ["05382", "05315", "05334"];

test.each([1, 299, 60_000, 1_234_567])("%i consultations are all planned, the larger shares first", (beratungen) => {
  const plan = planOf(KREISE, beratungen);
  const sum = (list: readonly { readonly beratungen: number }[]) => list.reduce((n, one) => n + one.beratungen, 0);
  expect(sum(plan)).toBe(beratungen);
  const schuebe = schuebeOf(plan);
  expect(sum(schuebe)).toBe(beratungen);
  expect(new Set(schuebe.map(({ nummer }) => nummer)).size).toBe(schuebe.length);
  expect(Math.max(...schuebe.map((s) => s.beratungen))).toBeLessThanOrEqual(2501);
  const byKreis = KREISE.map((kreis) => sum(plan.filter((konto) => konto.kreis === kreis)));
  expect(byKreis).toEqual(byKreis.toSorted((a, b) => b - a));
});
