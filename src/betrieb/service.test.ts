import { expect, test } from "vitest";
import { pauseMs } from "./service.ts";

test("the pauses of the first five crashes are below three seconds, later ones grow up to ten", () => {
  const pauses = Array.from({ length: 9 }, (_, i) => pauseMs(i + 1));
  expect(pauses.slice(0, 5).every((ms) => ms < 3000)).toBe(true);
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
});
