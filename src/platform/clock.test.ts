import { expect, test } from "vitest";
import { dayOf } from "./clock.ts";

test.each([
  ["2026-01-31T22:59:59Z", "2026-01-31"],
  ["2026-01-31T23:00:00Z", "2026-02-01"],
  ["2026-06-30T21:59:59Z", "2026-06-30"],
  ["2026-06-30T22:00:00Z", "2026-07-01"],
])("%s is the day %s in Germany", (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});
