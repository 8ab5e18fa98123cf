import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { TooManyWaiting } from "./in-turn.ts";
import { hashPassword, hashesDone, inHashTurn, isWeak, verifyPassword } from "./password-hash.ts";

const PASSWORD = "Zwölf kleine Zahnräder";

test("a password belongs to its own hash only, however its letters are composed", async () => {
  const hashed = await hashPassword(PASSWORD);
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
  expect(await verifyPassword(hashed, PASSWORD)).toBe(true);
  expect(await verifyPassword(hashed, PASSWORD.normalize("NFD"))).toBe(true);
  expect(await verifyPassword(hashed, `${PASSWORD} `)).toBe(false);
});

test("without a hash the same work is done, and the answer is no", async () => {
  const before = hashesDone();
  expect(await verifyPassword(undefined, PASSWORD)).toBe(false);
  expect(hashesDone() - before).toBe(1);
});

test("a hash made with less effort is found", async () => {
  expect(isWeak(await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2 }))).toBe(true);
  expect(isWeak(await hashPassword(PASSWORD))).toBe(false);
});

test("the queue is short: who comes too late is sent away, and all others get their turn", async () => {
  let most = 0;
  let inside = 0;
  const one = () =>
    inHashTurn(async () => {
      most = Math.max(most, ++inside);
      await new Promise((go) => setTimeout(go, 5));
      inside -= 1;
      return "dran";
    });
  const results = await Promise.allSettled(Array.from({ length: 60 }, one));
  const refused = results.filter((r) => r.status === "rejected");
  expect(refused.length).toBeGreaterThanOrEqual(38);
  expect(refused.every((r) => r.reason instanceof TooManyWaiting)).toBe(true);
  expect(most).toBeLessThanOrEqual(2);
  expect(await one()).toBe("dran");
});
