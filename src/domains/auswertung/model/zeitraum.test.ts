import { expect, test } from "vitest";
import {
  davor,
  halbjahr,
  halbjahrAm,
  istKalenderspanne,
  letzteZwoelf,
  monateIn,
  spanne,
  unbrauchbar,
  zeitraumName,
} from "./zeitraum.ts";

test("half-years, and the same number of months before", () => {
  const h1 = halbjahr(2023, 1);
  expect(h1).toEqual({ von: "2023-01-01", bis: "2023-06-30" });
  expect(davor(h1)).toEqual({ von: "2022-07-01", bis: "2022-12-31" });
  expect(halbjahrAm("2023-06-30")).toEqual(h1);
  expect(halbjahrAm("2023-07-01")).toEqual(halbjahr(2023, 2));
  expect(davor(spanne("2024-03", "2024-03"))).toEqual({ von: "2024-02-01", bis: "2024-02-29" });
  expect(letzteZwoelf("2023-11-23")).toEqual({ von: "2022-11-01", bis: "2023-10-31" });
  expect(monateIn(spanne("2022-12", "2023-02"))).toEqual(["2022-12", "2023-01", "2023-02"]);
});

test.each([
  ["2023-01", "2023-06", "1. Halbjahr 2023", true],
  ["2023-07", "2023-12", "2. Halbjahr 2023", true],
  ["2023-01", "2023-12", "2023", true],
  ["2023-04", "2023-06", "2. Quartal 2023", true],
  ["2023-02", "2023-02", "Februar 2023", true],
  ["2023-02", "2023-04", "Februar bis April 2023", false],
  ["2022-11", "2023-03", "November 2022 bis März 2023", false],
  ["2022-11", "2023-10", "November 2022 bis Oktober 2023", false],
])("%s to %s is called %s", (von, bis, name, persons) => {
  expect(zeitraumName(spanne(von, bis))).toBe(name);
  expect(istKalenderspanne(spanne(von, bis))).toBe(persons);
});

test.each([
  ["2023-01-01", "2023-06-30", undefined],
  ["2024-02-01", "2024-02-29", undefined],
  ["2024-02-01", "2024-02-28", "ganze Monate"],
  ["2023-01-02", "2023-06-30", "ganze Monate"],
  ["2023-06-01", "2023-01-31", "vor dem Anfang"],
  ["2014-01-01", "2014-12-31", "Vor Januar 2015"],
  ["2015-01-01", "2023-12-31", "fünf Jahre"],
])("%s to %s: %s", (von, bis, sentence) => {
  if (sentence === undefined) expect(unbrauchbar({ von, bis })).toBeUndefined();
  else expect(unbrauchbar({ von, bis })).toContain(sentence);
});
