import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoRoutes, routes } from "../../src/routes.ts";
import { type TestKonto, testKonto } from "../support/konten.ts";
import { rawRequest } from "../support/raw-request.ts";
import { fieldsOf } from "../support/form-fields.ts";
import { type Bestand, bestand, bestandDatabase, openSession } from "./bestand.ts";
import { HOSTILE, NASTY, NO_IDS, QUERY } from "./feindliche-werte.ts";
import type { Wer } from "./probe.ts";
import { BESUCHE, addressOf, artOf } from "./proben.ts";

/**
 * What no browser of ours ever sends, to every address and every form of the site map: refused with a sentence or ignored,
 * never an error of the program. Each sending has a session of its own, so that locking or signing out disturbs no other.
 */
const db = bestandDatabase();
let b: Bestand;
let alles: TestKonto;

beforeAll(async () => {
  b = await bestand(db);
  const rollen = ["administration", "cm_lokal", "traeger_leitung"] as const;
  alles = await testKonto({ kreis: "05382", rollen: [...rollen], traegerId: b.ids["traeger"] ?? "" });
});
afterAll(() => b.server.stop());

/** Every value in every place; in short each in its turn, so that over all of them each is met by all kinds. */
const LONG = process.env["KIM_LANG"] === "1";
const TIME = LONG ? 900_000 : 120_000;

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

/** Four at a time: the program, its database and what sends each have something to do meanwhile. */
async function inLanes<T>(all: readonly T[], one: (each: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const lane = async () => {
    for (const each of waiting) await one(each);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

/** Addresses that were answered with an error of the program. */
async function failures(wishes: readonly (readonly [path: string, body?: string, wer?: Wer])[]): Promise<string[]> {
  const failed: string[] = [];
  await inLanes(wishes, async ([path, body, wer]) => {
    const status = await send({ path, ...(wer === undefined ? {} : { wer }) }, body);
    if (status >= 500) failed.push(`${status} ${path.slice(0, 120)} … ${body?.slice(-200) ?? ""}`);
  });
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
      .flatMap(({ path, method }, r) =>
        NO_IDS.filter((_, i) => LONG || (i + r) % NO_IDS.length < 2).map((value): [string, string?] => {
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

const patterns = posts.map((path) => ({ path, like: new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}([?].*)?$`) }));
/** Where a form goes, as the site map has it: of those that go to one place the one that asks most is enough. */
const placeOf = (action: string): string => patterns.find(({ like }) => like.test(action))?.path ?? action;

type Formular = { readonly action: string; readonly fields: URLSearchParams; readonly wer: Wer };

/** The forms that the pages show, one for each place, with the fields and values a browser would send, and who saw them. */
async function forms(): Promise<Formular[]> {
  const found = new Map<string, Formular>();
  await inLanes(BESUCHE, async ({ wer, path }) => {
    const headers = { Cookie: `__Host-kim=${b.cookieOf(wer)}` };
    const html = await (await fetch(b.server.url + addressOf(path, b.ids), { headers })).text();
    for (const [, action = ""] of html.matchAll(/<form method="post" action="([^"]+)"/g)) {
      const fields = fieldsOf(html, action);
      const known = found.get(placeOf(action));
      if (known === undefined || known.fields.size < fields.size) found.set(placeOf(action), { action, wer, fields });
    }
  });
  return [...found.values()].toSorted((x, y) => (x.action < y.action ? -1 : 1));
}

const without = (fields: URLSearchParams, ...names: string[]) =>
  new URLSearchParams([...fields].filter(([name]) => !names.includes(name)));

/** The form with a new key and one field changed, which may be the key. */
function changed(fields: URLSearchParams, name: string, value: string): string {
  const sent = without(fields, name, "_schluessel");
  if (name !== "_schluessel") sent.append("_schluessel", randomUUID());
  sent.append(name, value);
  return sent.toString();
}

describe("forms", () => {
  // The first sends nothing that changes anything: the second finds the same forms.
  let unchanged: readonly Formular[];

  test("without a key or with an unknown field no form changes anything: 422", async () => {
    unchanged = await forms();
    const records = unchanged.filter(
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

  test(
    "every one, by two windows at the same moment: one waits for the other, and none breaks",
    async () => {
      const broken: string[] = [];
      for (const { action: path, fields, wer } of unchanged) {
        const bodies = [0, 1, 2].map(() => changed(fields, "_schluessel", randomUUID()));
        const statuses = await Promise.all(bodies.map((body) => send({ path, wer }, body)));
        if (statuses.some((status) => status >= 500)) broken.push(`${statuses.join(" ")} ${path}`);
      }
      expect(broken).toEqual([]);
    },
    TIME,
  );

  test(
    "every one, with nonsense in one field after the other",
    async () => {
      const wishes = unchanged.flatMap(({ action, fields, wer }, f) => {
        // Of rows that are alike the first is enough.
        const names = [...new Set(fields.keys())].filter((name) => !/([2-9]|\d\d)/.test(name));
        return names.flatMap((name, n) =>
          (LONG ? [0, 1, 2, 3, 4, 5] : [0]).map((round): [string, string, Wer] => {
            const value = NASTY[(f + n + round) % NASTY.length] ?? "";
            return [action, changed(fields, name, value), wer];
          }),
        );
      });
      expect(wishes.length).toBeGreaterThan(250);
      expect(await failures(wishes)).toEqual([]);
    },
    TIME,
  );

  test(
    "every one without a key, with an unknown field, with doubled fields and empty: refused or without effect",
    async () => {
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
    },
    TIME,
  );

  test.each(posts)("%s: no form, too many fields, a foreign content type", async (path) => {
    const many = Array.from({ length: 2500 }, (_, i) => `f${i}=1`).join("&");
    expect(await send({ path: withIds(path) }, many)).toBeLessThan(500);
    const json = { "Content-Type": "application/json" };
    expect(await send({ path: withIds(path), headers: json }, '{"a":[1]}')).toBeLessThan(500);
    const parts = { "Content-Type": "multipart/form-data; boundary=x" };
    expect(await send({ path: withIds(path), headers: parts }, "--x\r\n\r\n%\0%")).toBeLessThan(500);
  });
});
