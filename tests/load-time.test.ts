import { expect, test, vi } from "vitest";

const asked: string[] = [];

vi.mock("../src/platform/clock.ts", async (original) => {
  const clock = await original<typeof import("../src/platform/clock.ts")>();
  const heard = <T>(ask: () => T) => {
    const where = () => (new Error().stack ?? "").split("\n").find((line) => /\/src\/(?!platform\/clock)/.test(line));
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
  const { today } = await import("../src/platform/clock.ts");
  today();
  expect(asked.length, "whoever asks is heard").toBe(1);
}, 60_000);
