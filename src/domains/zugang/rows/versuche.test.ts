import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import {
  addressBrake,
  countAttempt,
  forgetAttempts,
  forgiveAttempt,
  kontoBrake,
  networkOf,
  refuseLocked,
  waiting,
} from "./versuche.ts";

testDatabase();

const START = new Date("2026-11-20T08:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const someone = () => kontoBrake(randomBytes(32));
const attempt = (brake: ReturnType<typeof someone>, at: Date) =>
  writeAs(systemActor(NO_KREIS), (tx) => countAttempt(tx, [brake], at));

test("the pauses grow, and after the tenth attempt it takes a quarter of an hour", async () => {
  const brake = someone();
  const through: number[] = [];
  for (let second = 0; second <= 1200; second++) {
    if ((await attempt(brake, after(second))) === undefined) through.push(second);
  }
  expect(through.slice(0, 10)).toEqual([0, 1, 2, 3, 5, 9, 17, 33, 63, 123]);
  expect(through[10]).toBe(123 + 900);
});

test("in no fifteen minutes more than ten, however somebody tries, and never locked for good", async () => {
  const brake = someone();
  const through: number[] = [];
  for (let second = 0; second <= 4 * 3600; second += 30) {
    if ((await attempt(brake, after(second))) === undefined) through.push(second);
  }
  for (const from of through) expect(through.filter((s) => s >= from && s < from + 900).length).toBeLessThanOrEqual(10);
  expect(through.filter((s) => s > 3 * 3600).length).toBeGreaterThan(5);
});

test("of parallel attempts as many come through as one after the other", async () => {
  const brake = someone();
  const results = await Promise.all(Array.from({ length: 40 }, () => attempt(brake, START)));
  expect(results.filter((until) => until === undefined)).toHaveLength(4);
});

test("what is known to be locked is refused without asking the database, until its time is over", async () => {
  const brake = someone();
  for (let i = 0; i < 5; i++) await attempt(brake, START);
  expect(() => refuseLocked([brake], after(1))).toThrow("warten Sie 2 Sekunden");
  expect(() => refuseLocked([brake], after(3))).not.toThrow();
  expect(() => refuseLocked([someone()], after(1))).not.toThrow();
});

test("success forgets an account; an address gets back the one attempt that was none", async () => {
  const brake = someone();
  for (let i = 0; i < 5; i++) await attempt(brake, START);
  await writeAs(systemActor(NO_KREIS), (tx) => forgetAttempts(tx, [brake]));
  expect(await attempt(brake, START)).toBeUndefined();
  const office = addressBrake("192.0.2.77");
  for (let i = 0; i < 200; i++) {
    expect(await attempt(office, START)).toBeUndefined();
    await writeAs(systemActor(NO_KREIS), (tx) => forgiveAttempt(tx, office));
  }
});

test("an address is slowed down after thirty failures, to two attempts a minute", async () => {
  const brake = addressBrake("192.0.2.78");
  const through: number[] = [];
  for (let second = 0; second <= 600; second++) {
    if ((await attempt(brake, after(second))) === undefined) through.push(second);
  }
  expect(through.filter((s) => s < 60).length).toBeLessThanOrEqual(32);
  expect(through.filter((s) => s >= 300)).toHaveLength(11);
});

test("an office behind one address, busy for hours and mistyping now and then, is never slowed down", async () => {
  const brake = addressBrake("192.0.2.79");
  for (let n = 0; n < 600; n++) {
    const at = after(n * 10);
    expect(await attempt(brake, at)).toBeUndefined();
    if (n % 10 > 0) await writeAs(systemActor(NO_KREIS), (tx) => forgiveAttempt(tx, brake));
  }
});

test("a clock that was set back locks nobody out", async () => {
  for (const brake of [someone(), addressBrake("192.0.2.80")]) {
    for (let i = 0; i < 40; i++) await attempt(brake, after(86_400));
    expect(await attempt(brake, START)).toBeUndefined();
    expect(await attempt(brake, START)).toBeUndefined();
  }
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("the sentence says how long, and nothing of an account", () => {
  expect(waiting(after(16), START).message).toContain("warten Sie 16 Sekunden");
  expect(waiting(after(60), START).message).toContain("warten Sie 60 Sekunden");
  expect(waiting(after(61), START).message).toContain("warten Sie 2 Minuten");
  expect(waiting(after(900), START).message).toBe(
    "Es gab zu viele vergebliche Versuche. Bitte warten Sie 15 Minuten und versuchen Sie es dann wieder.",
  );
});
