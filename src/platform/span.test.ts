import { expect, test } from "vitest";
import { monateSpaeter } from "./span.ts";

test.each([
  ["2026-08-31", -6, "2026-02-28"],
  ["2024-08-31", -6, "2024-02-29"],
  ["2026-03-15", -12, "2025-03-15"],
  ["2026-01-10", -3, "2025-10-10"],
  ["2026-10-31", 4, "2027-02-28"],
])("%s, %i months later: %s", (day, months, later) => {
  expect(monateSpaeter(day, months)).toBe(later);
});
