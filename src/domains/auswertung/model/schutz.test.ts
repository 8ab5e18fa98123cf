import { expect, test } from "vitest";
import { schuetzeReihe } from "./schutz.ts";

const hidden = (werte: Readonly<Record<string, number>>, ab = 3, before: readonly string[] = []) =>
  [...schuetzeReihe(new Map(Object.entries(werte)), ab, (key) => before.includes(key))].toSorted();

test("a small number takes the second smallest of its sum with it", () => {
  expect(hidden({ a: 2, b: 40, c: 7, d: 0, e: 12 })).toEqual(["a", "c"]);
  expect(hidden({ a: 3, b: 40, d: 0 })).toEqual([]);
  expect(hidden({ a: 4, b: 40, c: 7 }, 5)).toEqual(["a", "c"]);
});

test("two ones whose sum is known are both one: a third number goes as well", () => {
  expect(hidden({ a: 1, b: 1, c: 8, d: 9 })).toEqual(["a", "b", "c"]);
});

test("where nothing else is there, not even the nothing is told", () => {
  expect(hidden({ a: 2, b: 0, c: 0 })).toEqual(["a", "b", "c"]);
});

test("what was not told before is not told, whatever it is now", () => {
  expect(hidden({ a: 30, b: 40, c: 7 }, 3, ["a"])).toEqual(["a", "c"]);
  expect(hidden({ a: 0, b: 40, c: 7 }, 3, ["a"])).toEqual(["a"]);
});
