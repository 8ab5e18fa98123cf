import { expect, test } from "vitest";
import { zeitenAm } from "./zeiten.ts";

const words = (day: string) =>
  Object.fromEntries(zeitenAm(day).map(({ wort, von, bis }) => [wort, `${von} ${bis}`] as const));

test("words for periods are calendar weeks, months, half-years and years", () => {
  expect(words("2026-11-29")).toEqual({
    "diese Woche": "2026-11-23 2026-11-29",
    "letzte Woche": "2026-11-16 2026-11-22",
    "dieser Monat": "2026-11-01 2026-11-30",
    "letzter Monat": "2026-10-01 2026-10-31",
    "dieses Halbjahr": "2026-07-01 2026-12-31",
    "letztes Halbjahr": "2026-01-01 2026-06-30",
    "dieses Jahr": "2026-01-01 2026-12-31",
  });
});

test("they go over the turn of a year", () => {
  expect(words("2027-01-01")).toMatchObject({
    "diese Woche": "2026-12-28 2027-01-03",
    "letzter Monat": "2026-12-01 2026-12-31",
    "letztes Halbjahr": "2026-07-01 2026-12-31",
  });
});
