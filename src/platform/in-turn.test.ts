import { expect, test } from "vitest";
import { TooManyWaiting, inTurn } from "./in-turn.ts";

/** Work that ends when it is told to, and a list of who began. */
function works() {
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    began.push(n);
    return new Promise<number>((end) => ends.push(() => end(n)));
  };
  return { began, work, endNext: () => ends.shift()?.() };
}

const settled = () => new Promise((go) => setImmediate(go));

test("only so many run at once; the others follow in the order in which they came", async () => {
  const { began, work, endNext } = works();
  const run = inTurn(2);
  const results = Promise.all([1, 2, 3, 4].map((n) => run(work(n))));
  await settled();
  expect(began).toEqual([1, 2]);
  endNext();
  await settled();
  expect(began).toEqual([1, 2, 3]);
  endNext();
  await settled();
  endNext();
  endNext();
  expect(await results).toEqual([1, 2, 3, 4]);
});

test("who comes when the queue is full is sent away and its work never begins", async () => {
  const { began, work, endNext } = works();
  const run = inTurn(1, 1);
  const [first, second] = [run(work(1)), run(work(2))];
  await expect(run(work(3))).rejects.toBeInstanceOf(TooManyWaiting);
  endNext();
  expect(await first).toBe(1);
  await settled();
  endNext();
  expect(await second).toBe(2);
  expect(began).toEqual([1, 2]);
});

test("who comes at the moment a place is free does not overtake who waits", async () => {
  const { began, work, endNext } = works();
  const run = inTurn(1);
  const first = run(work(1));
  const second = run(work(2));
  endNext();
  await first;
  const third = run(work(3));
  await settled();
  expect(began).toEqual([1, 2]);
  endNext();
  await second;
  await settled();
  endNext();
  expect(await third).toBe(3);
});

test("an error inside does not keep the gate shut", async () => {
  const run = inTurn(1, 0);
  for (let i = 0; i < 5; i++) await expect(run(() => Promise.reject(new Error("Probe")))).rejects.toThrow("Probe");
  expect(await run(async () => "dran")).toBe("dran");
});
