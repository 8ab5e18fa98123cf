import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoRoutes, routes } from "../../src/routes.ts";
import { testDatabase } from "../support/db.ts";
import { type TestKonto, testKonto } from "../support/konten.ts";
import { rawRequest } from "../support/raw-request.ts";
import { fieldsOf } from "../support/form-fields.ts";
import { type Bestand, bestand, openSession } from "./bestand.ts";
import { HOSTILE, NASTY, NO_IDS, QUERY } from "./feindliche-werte.ts";
import type { Wer } from "./probe.ts";
import { BESUCHE, addressOf, artOf } from "./proben.ts";

/**
 * What no browser of ours ever sends, to every address and every form of the site map: refused with a sentence or ignored,
 * never an error of the program. Each sending has a session of its own, so that locking or signing out disturbs no other.
 */
const db = testDatabase();
let b: Bestand;
let alles: TestKonto;

beforeAll(async () => {
  b = await bestand(db);
  const rollen = ["administration", "cm_lokal", "traeger_leitung"] as const;
  alles = await testKonto({ kreis: "05382", rollen: [...rollen], traegerId: b.ids["traeger"] ?? "" });
});
afterAll(() => b.server.stop());

type Sending = { readonly path: string; readonly wer?: Wer; readonly headers?: Record<string, string> };

let reading: string | undefined;
/** Looking at a page ends no session: one is enough for all that only look. */
const sessionOf = async ({ wer }: Sending, body: string | undefined): Promise<string> => {
  if (wer !== undefined) return b.freshCookieOf(wer);
  return body === undefined ? (reading ??= await openSession(alles.actor)) : openSession(alles.actor);
};

async function send(wish: Sending, body?: string): Promise<number> {
  const cookie = await sessionOf(wish, body);
  const headers = { Cookie: `__Host-kim=${cookie}`, Origin: b.server.url, ...wish.headers };
  const method = body === undefined ? "GET" : "POST";
  const answer = await rawRequest(b.server.url, {
    method,
    path: wish.path,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return answer.status;
}

/** Addresses that were answered with an error of the program. */
async function failures(wishes: readonly (readonly [path: string, body?: string, wer?: Wer])[]): Promise<string[]> {
  const failed: string[] = [];
  for (const [path, body, wer] of wishes) {
    const status = await send({ path, ...(wer === undefined ? {} : { wer }) }, body);
    if (status >= 500) failed.push(`${status} ${path.slice(0, 120)} … ${body?.slice(-200) ?? ""}`);
  }
  return failed;
}

const all = [...routes, ...demoRoutes];
const gets = all.filter((route) => route.method === "GET").map((route) => route.path);
const posts = all.filter((route) => route.method === "POST").map((route) => route.path);
const withIds = (path: string) =>
  path.replaceAll(/:(\w+)/g, (_, word: string) =>
    word === "id" ? (b.ids[artOf(path) ?? ""] ?? "") : (b.ids[word] ?? "erste-schritte"),
  );

describe("addresses", () => {
  test("nonsense in the place of an id does not bring the program down", async () => {
    const wishes = all
      .filter((route) => route.path.includes(":"))
      .flatMap(({ path, method }) =>
        NO_IDS.map((value): [string, string?] => {
          const address = path.replaceAll(/:\w+/g, value);
          return method === "GET" ? [address] : [address, `_schluessel=${randomUUID()}`];
        }),
      );
    expect(await failures(wishes)).toEqual([]);
  }, 60_000);

  test("nor does nonsense behind the question mark, every word twice", async () => {
    const rounds = [0, 4, 9];
    const wishes = gets.flatMap((path) =>
      rounds.map((round): [string] => {
        const value = (i: number) => HOSTILE[(i + round) % HOSTILE.length] ?? "";
        const pairs = QUERY.map((name, i) => `${name}=${value(i)}&${name}=${value(i + 1)}`);
        return [`${withIds(path)}?${pairs.join("&")}&&=&${value(0)}`.replaceAll(round === 4 ? "%00" : "~", "")];
      }),
    );
    expect(await failures(wishes)).toEqual([]);
  }, 60_000);

  test("very long addresses and headers are refused", async () => {
    expect(await send({ path: `/beratungen?sprache=${"x".repeat(7000)}` })).toBe(200);
    expect(await send({ path: `/beratungen?sprache=${"x".repeat(20_000)}` })).toBe(431);
    expect(await send({ path: "/personen", headers: { "X-Lang": "x".repeat(20_000) } })).toBe(431);
  });

  test.each(["//", "/./", "/..", "/personen/", "//boese.example/", "/%2e%2e/", "/\\", "/;", "/?", "/*", "*"])(
    "%s leads to no error",
    async (path) => {
      expect(await send({ path })).toBeLessThan(500);
    },
  );

  test.each(["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])(
    "%s changes nothing",
    async (method) => {
      const headers = { Cookie: `__Host-kim=${await openSession(alles.actor)}`, Origin: b.server.url };
      const known = { "/personen": "GET, HEAD, POST", "/auswertung": "GET, HEAD", "/abmelden": "POST" };
      for (const [path, allow] of Object.entries({ ...known, "/gesund": "GET, HEAD", "/gibt-es-nicht": undefined })) {
        const answer = await rawRequest(b.server.url, { method, path, headers });
        // HEAD is what GET is, without its body.
        const asGet = method === "HEAD" && allow?.startsWith("GET") === true;
        if (asGet) expect([200, 503], path).toContain(answer.status);
        else expect([answer.status, answer.headers.allow], path).toEqual([allow === undefined ? 404 : 405, allow]);
      }
    },
  );
});

type Formular = { readonly action: string; readonly fields: URLSearchParams; readonly wer: Wer };

/** All forms that the pages show, with the fields and values a browser would send, and who saw them. */
async function forms(): Promise<Formular[]> {
  const found = new Map<string, Formular>();
  for (const { wer, path } of BESUCHE) {
    const headers = { Cookie: `__Host-kim=${b.cookieOf(wer)}` };
    const html = await (await fetch(b.server.url + addressOf(path, b.ids), { headers })).text();
    for (const [, action = ""] of html.matchAll(/<form method="post" action="([^"]+)"/g)) {
      if (!found.has(action)) found.set(action, { action, wer, fields: fieldsOf(html, action) });
    }
  }
  return [...found.values()];
}

const without = (fields: URLSearchParams, ...names: string[]) =>
  new URLSearchParams([...fields].filter(([name]) => !names.includes(name)));

/** The form with a new key and one field changed. */
function changed(fields: URLSearchParams, name: string, value: string): string {
  const sent = without(fields, name, "_schluessel");
  sent.append("_schluessel", randomUUID());
  sent.append(name, value);
  return sent.toString();
}

describe("forms", () => {
  test("every one, with nonsense in one field after the other", async () => {
    const wishes = (await forms()).flatMap(({ action, fields, wer }, f) => {
      // Of rows that are alike the first is enough.
      const names = [...new Set(fields.keys())].filter((name) => !/([2-9]|\d\d)/.test(name));
      return names.flatMap((name, n) =>
        [0, 3].map((round): [string, string, Wer] => {
          const value = NASTY[(f + n + round) % NASTY.length] ?? "";
          return [action, changed(fields, name, value), wer];
        }),
      );
    });
    expect(wishes.length).toBeGreaterThan(250);
    expect(await failures(wishes)).toEqual([]);
  }, 120_000);

  test("every one without a key, with an unknown field, with doubled fields and empty: refused or without effect", async () => {
    const wishes = (await forms()).flatMap(({ action, fields, wer }) =>
      [
        without(fields, "_schluessel").toString(),
        changed(fields, "_schluessel", "kein Schlüssel"),
        changed(fields, "traeger_id", randomUUID()),
        changed(fields, "__proto__", "x"),
        `${fields.toString()}&${fields.toString()}`,
        "",
      ].map((body): [string, string, Wer] => [action, body, wer]),
    );
    expect(await failures(wishes)).toEqual([]);
  }, 60_000);

  test("without a key or with an unknown field no form changes anything: 422", async () => {
    const records = (await forms()).filter(
      ({ action }) => /^\/(beratungen|personen|uebernahmen|verwaltung)/.test(action) && !action.endsWith("/verwerfen"),
    );
    expect(records.length).toBeGreaterThan(15);
    const wrong: string[] = [];
    for (const { action: path, fields, wer } of records) {
      for (const body of [without(fields, "_schluessel").toString(), changed(fields, "traeger_id", "x")]) {
        const status = await send({ path, wer }, body);
        if (status !== 422) wrong.push(`${status} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(posts)("%s: no form, too many fields, a foreign content type", async (path) => {
    const many = Array.from({ length: 2500 }, (_, i) => `f${i}=1`).join("&");
    expect(await send({ path: withIds(path) }, many)).toBeLessThan(500);
    const json = { "Content-Type": "application/json" };
    expect(await send({ path: withIds(path), headers: json }, '{"a":[1]}')).toBeLessThan(500);
    const parts = { "Content-Type": "multipart/form-data; boundary=x" };
    expect(await send({ path: withIds(path), headers: parts }, "--x\r\n\r\n%\0%")).toBeLessThan(500);
  });
});
