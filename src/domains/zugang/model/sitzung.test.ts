import { expect, test } from "vitest";
import { isDue, standAt } from "./sitzung.ts";

const START = new Date("2026-11-20T08:00:00Z");
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const session = (stand: string, zuletzt = START) => ({ stand, angelegt: START, zuletzt });

test("fifteen minutes without a request lock, twelve hours end", () => {
  expect(standAt(session("offen"), after(15))).toBe("offen");
  expect(standAt(session("offen"), after(15.1))).toBe("gesperrt");
  expect(standAt(session("offen", after(719)), after(720))).toBe("offen");
  expect(standAt(session("offen", after(720)), after(720.1))).toBe("abgelaufen");
  expect(standAt(session("gesperrt"), after(720))).toBe("gesperrt");
  expect(standAt(session("gesperrt"), after(720.1))).toBe("abgelaufen");
});

test("whoever gave the password has ten minutes for the code", () => {
  expect(standAt(session("zweiter_faktor"), after(10))).toBe("zweiter_faktor");
  expect(standAt(session("zweiter_faktor"), after(10.1))).toBe("beendet");
});

test("an ended session stays ended, and so does a state that nobody knows", () => {
  expect(standAt(session("beendet"), START)).toBe("beendet");
  expect(standAt(session("unsinn"), START)).toBe("beendet");
});

test("a clock set back prolongs nothing: seconds are forgiven, more means signing in again", () => {
  expect(standAt(session("offen", after(1)), after(0.5))).toBe("offen");
  expect(standAt(session("offen", after(120)), after(60))).toBe("abgelaufen");
  expect(standAt(session("offen"), after(-60))).toBe("abgelaufen");
  expect(standAt(session("gesperrt"), after(-60))).toBe("abgelaufen");
});

test("the sign of life is noted once a minute", () => {
  expect(isDue(START, after(0.9))).toBe(false);
  expect(isDue(START, after(1))).toBe(true);
});
