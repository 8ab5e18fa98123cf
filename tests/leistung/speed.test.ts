import { beforeAll, expect, test } from "vitest";
import { signedIn } from "../support/anmelden.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { CookieBrowser } from "../support/cookie-browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";

testDatabase();
const product = useProduct();
let browser: CookieBrowser;

beforeAll(async () => {
  const stelle: Beratungsstelle = await beratungsstelle();
  for (let i = 0; i < 60; i++) await erfasse(stelle, {});
  browser = new CookieBrowser(product().url);
  browser.cookie = await signedIn(stelle.konto);
});

/** Milliseconds of the processor that something takes, each time. */
async function cpu(times: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

const ROWS = Array.from({ length: 500 }, (_, i) => ({ id: String(i), name: `Zeile ${i}`, werte: [i, i + 1, null] }));
/** Something that costs about as much on every machine as a page does there. */
const yardstick = () => JSON.stringify(JSON.parse(JSON.stringify(ROWS))).length;

/**
 * How many yardsticks a page costs, the browser of the test included (measured 2026-11-29). A tenfold slowdown is what nobody
 * may overlook; anything finer is measured with `./kim bench`, where nobody else is at work.
 */
test.each([
  ["/hilfe", 13],
  ["/", 25],
  ["/beratungen", 45],
  ["/personen", 15],
  [`/beratungen/neu?formular=${crypto.randomUUID()}`, 45],
])("%s costs less than ten times what it did", async (path, usual) => {
  const get = () => browser.get(path);
  for (let i = 0; i < 10; i++) await get();
  const [before, page, after] = [await cpu(200, yardstick), await cpu(25, get), await cpu(200, yardstick)];
  const ratio = page / ((before + after) / 2);
  expect(ratio).toBeLessThan(10 * usual);
});
