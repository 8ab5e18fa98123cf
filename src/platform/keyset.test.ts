import { expect, test } from "vitest";
import { keyset } from "./keyset.ts";
import { type From, type Place, placeInAddress } from "./place.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const row = (n: number): Place => ({ am: "2026-03-04", id: id(n) });
/** Seven rows, of which 7 is the newest; what the query of a page of three would find. */
function pageOf(from: From) {
  const { page, direction, limit } = keyset(from, 3, ["am", "id"]);
  const all = [1, 2, 3, 4, 5, 6, 7].map(row);
  const { newer, older } = from;
  const behind = all.filter((r) => (newer ? r.id > newer.id : older ? r.id < older.id : true));
  const { rows, ...edges } = page((direction === "asc" ? behind : behind.toReversed()).slice(0, limit));
  return { rows: rows.map((r) => Number(r.id.slice(-1))), newer: edges.newer?.id, older: edges.older?.id };
}

test("forth and back through a list, with an edge only where it goes on", () => {
  expect(pageOf({})).toEqual({ rows: [7, 6, 5], newer: undefined, older: id(5) });
  expect(pageOf({ older: row(5) })).toEqual({ rows: [4, 3, 2], newer: id(4), older: id(2) });
  expect(pageOf({ older: row(2) })).toEqual({ rows: [1], newer: id(1), older: undefined });
  expect(pageOf({ newer: row(1) })).toEqual({ rows: [4, 3, 2], newer: id(4), older: id(2) });
  expect(pageOf({ newer: row(4) })).toEqual({ rows: [7, 6, 5], newer: undefined, older: id(5) });
  expect(pageOf({ newer: row(7) })).toEqual({ rows: [], newer: undefined, older: undefined });
  expect(pageOf({ older: row(1) })).toEqual({ rows: [], newer: undefined, older: undefined });
});

test("a place in an address is a day and an id, and nothing else", () => {
  expect(placeInAddress.parse(`2026-03-04_${id(1)}`)).toEqual(row(1));
  expect(placeInAddress.parse(`2026-03-04.${id(1)}`)).toEqual(row(1));
  const wrong = [
    "",
    "2026-03-04",
    `2026-13-45_${id(1)}`,
    "2026-03-04_x",
    `2026-03-04_${id(1)}'`,
    `x2026-03-04_${id(1)}`,
  ];
  for (const text of wrong) expect(placeInAddress.safeParse(text).success, text).toBe(false);
});
