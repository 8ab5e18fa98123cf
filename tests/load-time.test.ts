import { expect, test, vi } from "vitest";

const asked: string[] = [];

vi.mock("../src/platform/clock.ts", async (original) => {
  const clock = await original<typeof import("../src/platform/clock.ts")>();
  const heard = <T>(ask: () => T) => {
    // Whoever asked: the first file on the way here that is neither the clock nor this test.
    const where = () =>
      (new Error().stack ?? "")
        .split("\n")
        .find((line) => /\.tsx?[:?]/.test(line) && !/clock\.ts|load-time/.test(line));
    return () => {
      asked.push(where() ?? "");
      return ask();
    };
  };
  return { ...clock, now: heard(clock.now), today: heard(clock.today) };
});

test("nothing asks for the day while it is loaded: a program that runs for weeks would keep the day it was started on", async () => {
  await import("../src/routes.ts");
  await import("../src/jobs.ts");
  expect(asked).toEqual([]);
  const { DAY } = await import("./support/day-at-load.ts");
  expect(DAY).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(asked, "a file that does is heard, by its name").toEqual([expect.stringContaining("day-at-load.ts")]);
}, 60_000);
