import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../../src/app.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { startLog } from "../../src/platform/log.ts";
import { hashesDone } from "../../src/platform/password-hash.ts";
import { signedIn } from "../support/anmelden.ts";
import { CookieBrowser } from "../support/cookie-browser.ts";
import { testDatabase } from "../support/db.ts";
import { type TestKonto, testKonto } from "../support/konten.ts";
import { type TestServer, serveApp } from "../support/server.ts";

const db = testDatabase();
const USERS = 20;
let server: TestServer;
let users: CookieBrowser[];
let victim: TestKonto;

beforeAll(async () => {
  startLog({ level: "error", prozess: "test" });
  // As many connections as the web process has.
  await stopDatabase();
  startDatabase({ url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 10 });
  server = await serveApp(buildApp({ adresse: undefined, metriken: "aus", demo: false }));
  users = [];
  for (let i = 0; i < USERS; i++) {
    const browser = new CookieBrowser(server.url);
    browser.cookie = await signedIn(await testKonto({ kreis: "05382", rollen: ["cm_lokal"] }));
    users.push(browser);
    await onePage(browser);
  }
});
afterAll(() => server.stop());
beforeEach(async () => {
  await db.admin("delete from betrieb.anmeldeversuch");
  victim = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
});

/** One attempt from an address of the loopback network; returns the status. */
function attempt(email: string, localAddress: string): Promise<number> {
  const body = new URLSearchParams({ _schluessel: crypto.randomUUID(), email, passwort: "Sommer2026", weiter: "/" });
  const headers = { Origin: server.url, "Content-Type": "application/x-www-form-urlencoded" };
  return new Promise((done, fail) => {
    const sent = request(
      `${server.url}/anmelden`,
      { method: "POST", headers, localAddress, agent: false },
      (answer) => {
        answer.resume();
        answer.on("end", () => done(answer.statusCode ?? 0));
      },
    );
    sent.on("error", fail);
    sent.end(body.toString());
  });
}

/** One page; where the server asks for a pause, the browser tries again, and its person waits for longer. */
async function onePage(user: CookieBrowser): Promise<void> {
  let status = 503;
  while (status === 503) status = (await user.get("/konto/passwort")).status;
  expect(status).toBe(200);
}

/** What 20 people feel who work meanwhile: the time of the slowest twentieth of their pages, in milliseconds. */
async function p95(pages: number): Promise<number> {
  const times: number[] = [];
  const work = async (user: CookieBrowser) => {
    for (let i = 0; i < pages; i++) {
      const start = performance.now();
      await onePage(user);
      times.push(performance.now() - start);
      await new Promise((go) => setTimeout(go, 50));
    }
  };
  await Promise.all(users.map(work));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

const ATTEMPTS = 600;
const LINES = 8;

async function flood(one: (n: number) => Promise<number>): Promise<Set<number>> {
  const seen = new Set<number>();
  let next = 0;
  const line = async () => {
    while (next < ATTEMPTS) seen.add(await one(next++));
  };
  await Promise.all(Array.from({ length: LINES }, line));
  return seen;
}

const address = (n: number) => `127.${1 + (n % 4)}.${(n >> 2) & 255}.${1 + (n % 250)}`;

test.each([
  ["one account from one address", () => attempt(victim.email, "127.0.0.2"), 10],
  ["one account from six hundred addresses", (n: number) => attempt(victim.email, address(n)), 10],
  ["six hundred accounts from one address", (n: number) => attempt(`opfer-${n}@beispiel.example`, "127.0.0.3"), 60],
] as const)(
  "%s: hardly a password is hashed, and twenty people go on working",
  async (_, one, most) => {
    const quiet = await p95(5);
    const before = hashesDone();
    const [statuses, busy] = await Promise.all([flood(one), p95(10)]);
    expect(hashesDone() - before).toBeLessThanOrEqual(most);
    expect([...statuses]).toEqual([422]);
    // Attackers, users and server share this one process: what counts is that nobody waits noticeably.
    expect(busy).toBeLessThan(Math.max(5 * quiet, 1000));
  },
  120_000,
);
