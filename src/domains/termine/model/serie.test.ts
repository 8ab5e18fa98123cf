import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysFrom } from "../../../platform/span.ts";
import { type Serie, tageDer, wochentagOf } from "./serie.ts";
import { readUhr } from "./uhr.ts";

const serie = (more: Partial<Serie>): Serie => ({
  rhythmus: "woche",
  wochentag: 2,
  woche: null,
  ab: "2027-01-01",
  bis: null,
  ...more,
});

test("the last Thursday of the month is in its fourth week or its fifth, February included", () => {
  const last = serie({ rhythmus: "monat", wochentag: 4, woche: -1 });
  expect(tageDer(last, "2027-01-01", "2027-05-31")).toEqual([
    "2027-01-28",
    "2027-02-25",
    "2027-03-25",
    "2027-04-29",
    "2027-05-27",
  ]);
});

test("every second week is counted from its first day, not from the week that is looked at", () => {
  const second = serie({ rhythmus: "zwei_wochen", bis: "2027-02-28" });
  expect(tageDer(second, "2027-02-01", "2027-12-31")).toEqual(["2027-02-02", "2027-02-16"]);
});

test("whatever span is looked at, it shows the days of the whole that lie in it", () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((n) => daysFrom("2026-01-01", n));
  const any = fc.record({
    rhythmus: fc.constantFrom("woche" as const, "zwei_wochen" as const, "monat" as const),
    wochentag: fc.integer({ min: 1, max: 7 }),
    woche: fc.constantFrom(-1, 1, 2, 3, 4),
    ab: day,
    bis: fc.option(day),
  });
  fc.assert(
    fc.property(any, day, day, (one, von, bis) => {
      const all = tageDer(one, "2025-01-01", "2031-12-31");
      expect(tageDer(one, von, bis)).toEqual(all.filter((tag) => tag >= von && tag <= bis));
      expect(all.every((tag) => wochentagOf(tag) === one.wochentag && tag >= one.ab)).toBe(true);
    }),
  );
});

test.each([
  ["9", 540],
  ["9:30", 570],
  ["9.30", 570],
  ["0930", 570],
  ["14 Uhr", 840],
  ["24:00", undefined],
  ["9:60", undefined],
  ["halb zehn", undefined],
])("the time %s", (typed, minutes) => expect(readUhr(typed)).toBe(minutes));
