import { expect, test } from "vitest";
import { consultationsOn, daysBefore } from "./kalender.ts";
import { Zufall } from "./zufall.ts";

const year = Array.from({ length: 365 }, (_, i) => daysBefore("2026-11-22", i));

test("no consultation on a Sunday or on a holiday of the Land", () => {
  const zufall = new Zufall(1);
  for (const day of ["2026-11-22", "2026-04-03", "2026-04-06", "2026-06-04", "2026-11-01", "2025-12-25"]) {
    expect(consultationsOn(day, 50, zufall), day).toBe(0);
  }
});

test("a year of eleven case managers is a year of the Kreis: some 2,000 consultations", () => {
  const zufall = new Zufall(5382);
  let n = 0;
  for (let cm = 0; cm < 11; cm += 1) for (const day of year) n += consultationsOn(day, 0.75, zufall);
  expect(n).toBeGreaterThan(1700);
  expect(n).toBeLessThan(2400);
});

test("the same start gives the same chance", () => {
  expect(new Zufall(7).next()).toBe(new Zufall(7).next());
});
