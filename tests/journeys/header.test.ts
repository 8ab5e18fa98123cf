import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp } from "../../src/app.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { demoRoutes, routes } from "../../src/routes.ts";
import { testKonto } from "../support/konten.ts";
import { type RawAnswer, type RawRequest, rawRequest } from "../support/raw-request.ts";
import { type TestServer, serveApp } from "../support/server.ts";
import { type Bestand, bestand, bestandDatabase } from "./bestand.ts";

const db = bestandDatabase();
let b: Bestand;
let url: string;
/** The same application as it stands behind a proxy, under its public name. */
let behindProxy: TestServer;
const PUBLIC_NAME = "kim.beispiel.example";

beforeAll(async () => {
  b = await bestand(db);
  url = b.server.url;
  const adresse = `https://${PUBLIC_NAME}`;
  behindProxy = await serveApp(buildApp({ adresse, metriken: "loopback", demo: false }));
});
afterAll(async () => {
  await b.server.stop();
  await behindProxy.stop();
});

const ask = (wish: RawRequest) => rawRequest(url, wish);
const cookieOf = (wer: Parameters<Bestand["cookieOf"]>[0]) => ({ Cookie: `__Host-kim=${b.cookieOf(wer)}` });
const ours = () => ({ Origin: url });
const signIn = (headers: Record<string, string>) =>
  ask({ method: "POST", path: "/anmelden", headers, body: "email=niemand%40beispiel.example&passwort=geraten" });

/** One request for every kind of answer; the names are what the test prints. */
const ANSWERS: readonly (readonly [string, number, () => Promise<RawAnswer>])[] = [
  ["a page without sign-in", 200, () => ask({ path: "/anmelden" })],
  ["a page with sign-in", 200, () => ask({ path: "/personen", headers: cookieOf("beraterin") })],
  ["the redirect to the sign-in", 303, () => ask({ path: "/" })],
  ["signing out", 303, () => ask({ method: "POST", path: "/abmelden", headers: ours(), body: "" })],
  ["a foreign name", 400, () => ask({ path: "/anmelden", headers: { Host: "boese.example" } })],
  ["a foreign origin", 403, () => signIn({ Origin: "https://boese.example" })],
  ["without permission", 403, () => ask({ path: "/verwaltung", headers: cookieOf("beraterin") })],
  ["a foreign record", 404, () => ask({ path: `/personen/${b.ids["niemandes"]}`, headers: cookieOf("beraterin") })],
  ["an unknown address", 404, () => ask({ path: "/gibt/es/nicht" })],
  ["an unknown file", 404, () => ask({ path: "/statisch/x/kim.js" })],
  ["a wrong method", 405, () => ask({ method: "DELETE", path: "/anmelden", headers: ours() })],
  ["too large", 413, () => signInWith("x".repeat(1024 * 1024 + 1))],
  ["a refused form", 422, () => signIn(ours())],
  ["no invitation", 404, () => ask({ path: "/einladung/abgelaufen" })],
  ["a file", 200, async () => ask({ path: await scriptPath() })],
  ["no sign of life", 503, () => ask({ path: "/gesund" })],
  ["metrics", 200, () => ask({ path: "/metriken" })],
];

const signInWith = (body: string | readonly string[]) =>
  ask({ method: "POST", path: "/anmelden", headers: ours(), body });

async function scriptPath(): Promise<string> {
  const page = await ask({ path: "/anmelden" });
  return /<script type="module" src="([^"]+)"/.exec(page.body)?.[1] ?? "";
}

/** What every answer carries, whatever it is. */
function expectHeaders({ headers }: RawAnswer): void {
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toContain("camera=()");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["server"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}

describe("every answer carries the headers that protect", () => {
  test.each(ANSWERS)("%s: %i", async (name, status, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expectHeaders(answer);
    const forever = "public, max-age=31536000, immutable";
    expect(answer.headers["cache-control"]).toBe(name === "a file" ? forever : "no-store");
    if (!["signing out", "metrics"].includes(name)) expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("an error of the program: 500, with an id only", async () => {
    await db.admin("alter table kim.person rename to person_weg");
    const answer = await ask({ path: "/personen", headers: cookieOf("beraterin") });
    await db.admin("alter table kim.person_weg rename to person");
    expect(answer.status).toBe(500);
    expectHeaders(answer);
    expect(answer.body).toMatch(/Kennung: [0-9a-f-]{36}/);
    expect(answer.body).not.toMatch(/person_weg|relation|select|node_modules|\bat /);
  });

  test("sign of life: 200, and without a worker it is not", async () => {
    await db.admin("insert into betrieb.herzschlag (dienst, zeit) values ('worker', now())");
    const answer = await ask({ path: "/gesund" });
    expect(answer.status).toBe(200);
    expectHeaders(answer);
    const well = { ok: true, datenbank: "bereit", web: "bereit", worker: "bereit", platz: "unbekannt" };
    expect(JSON.parse(answer.body)).toEqual({ ...well, uhr: "stimmt", aufgegeben: 0, sicherung: null });
  });

  test("the database is gone: 503 with the request to try again soon", async () => {
    const settings = { url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 };
    await stopDatabase();
    startDatabase({ ...settings, url: "postgres://kim_web:x@127.0.0.1:1/kim" });
    const page = await ask({ path: "/personen", headers: cookieOf("beraterin") });
    const health = await ask({ path: "/gesund" });
    await stopDatabase();
    startDatabase(settings);
    expect([page.status, health.status]).toEqual([503, 503]);
    expect(page.headers["retry-after"]).toBe("3");
    expectHeaders(page);
    expectHeaders(health);
  });

  test("at the public address the browser demands HTTPS from then on; on one's own machine it does not", async () => {
    const answer = await rawRequest(behindProxy.url, { path: "/anmelden", headers: { Host: PUBLIC_NAME } });
    expectHeaders(answer);
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect((await ask({ path: "/anmelden" })).headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("session cookie", () => {
  test("for this host only, encrypted only, not for scripts; ends with the browser", async () => {
    const { email, passwort } = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
    const body = new URLSearchParams({ email, passwort, _schluessel: randomUUID() }).toString();
    const { status, headers } = await signInWith(body);
    expect(status).toBe(303);
    const [line = "", ...more] = headers["set-cookie"] ?? [];
    expect(more).toEqual([]);
    const [pair = "", ...attributes] = line.split("; ");
    expect(pair).toMatch(/^__Host-kim=05382\.[A-Za-z0-9_-]{43}$/);
    expect(attributes.toSorted()).toEqual(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
  });

  test("signing out deletes it and everything the browser remembered", async () => {
    const { headers } = await ask({ method: "POST", path: "/abmelden", headers: ours(), body: "" });
    expect(headers["set-cookie"]).toEqual(["__Host-kim=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(headers["location"]).toBe("/anmelden?grund=abgemeldet");
  });

  test.each([
    ["a word", "x"],
    ["without a secret", "05382."],
    ["guessed", `05382.${"a".repeat(43)}`],
    ["very long", `05382.${"a".repeat(8000)}`],
    ["with a zero byte", "%00"],
    ["a quotation mark", '"'],
    ["an umlaut", "05382.ä"],
  ])("an invented one is worth nothing: %s", async (_, value) => {
    const { status, headers } = await ask({ path: "/", headers: { Cookie: `a=b; __Host-kim=${encodeURI(value)}` } });
    expect([status, headers["location"]]).toEqual([303, "/anmelden"]);
  });
});

describe("where a form comes from", () => {
  const posts = [...routes, ...demoRoutes].filter((route) => route.method === "POST");

  test.each(posts.map((route) => route.path))("from a foreign site: 403 for %s", async (path) => {
    const headers = { ...cookieOf("administration"), Origin: "https://boese.example" };
    const answer = await ask({ method: "POST", path: path.replaceAll(/:\w+/g, "x"), headers, body: "" });
    expect(answer.status).toBe(403);
  });

  test.each([
    ["null", { Origin: "null" }],
    ["none at all", {}],
    ["another port", { Origin: "http://127.0.0.1:1" }],
    ["https instead of http", { Origin: "https://127.0.0.1" }],
    ["our own name in front", { Origin: "ORIGIN.boese.example" }],
    ["none, but from the same site", { "Sec-Fetch-Site": "same-site" }],
    ["none, and from another site", { "Sec-Fetch-Site": "cross-site" }],
    ["foreign, but says it is ours", { Origin: "https://boese.example", "Sec-Fetch-Site": "same-origin" }],
    ["a referrer only", { Referer: "ORIGIN/anmelden" }],
  ])("%s: 403", async (_, headers) => {
    const sent = Object.entries(headers).map(([name, value]) => [name, String(value).replace("ORIGIN", url)]);
    expect((await signIn(Object.fromEntries(sent))).status).toBe(403);
  });

  test("from us, also where an old browser does not name the origin: accepted", async () => {
    expect((await signIn(ours())).status).toBe(422);
    expect((await signIn({ "Sec-Fetch-Site": "same-origin" })).status).toBe(422);
  });
});

describe("under which name", () => {
  test.each([
    "boese.example",
    "127.0.0.1.boese.example",
    "localhost.boese.example",
    "[",
    "a b",
    "@127.0.0.1",
    "0.0.0.0",
  ])("on one's own machine not under %j", async (Host) => {
    expect((await ask({ path: "/anmelden", headers: { Host } })).status).toBe(400);
  });

  test("headers as from a proxy change nothing about it", async () => {
    const headers = { Host: "boese.example", "X-Forwarded-Host": "127.0.0.1", Forwarded: "host=127.0.0.1" };
    expect((await ask({ path: "/anmelden", headers })).status).toBe(400);
    const trick = { "X-Forwarded-Host": "boese.example", "X-Forwarded-Proto": "https" };
    const page = await ask({ path: "/", headers: trick });
    expect(page.headers["location"]).toBe("/anmelden");
  });

  test("behind the proxy under the public one, and forms only from there", async () => {
    const at = (Host: string) => rawRequest(behindProxy.url, { path: "/anmelden", headers: { Host } });
    expect((await at(PUBLIC_NAME)).status).toBe(200);
    expect((await at("boese.example")).status).toBe(400);
    const post = (Origin: string) =>
      rawRequest(behindProxy.url, {
        method: "POST",
        path: "/anmelden",
        body: "email=&passwort=",
        headers: { Host: PUBLIC_NAME, Origin },
      });
    expect((await post(`https://${PUBLIC_NAME}`)).status).toBe(422);
    expect((await post(`http://${PUBLIC_NAME}`)).status).toBe(403);
  });

  test("metrics never through the proxy; the demo only where it runs", async () => {
    const headers = { "X-Forwarded-For": "198.51.100.7" };
    expect((await ask({ path: "/metriken", headers })).status).toBe(404);
    expect((await rawRequest(behindProxy.url, { path: "/demo", headers: { Host: PUBLIC_NAME } })).status).toBe(404);
  });
});

test("too large, even when nobody says beforehand how large: 413", async () => {
  const part = "x".repeat(100_000);
  const parts = ["email=", ...Array.from({ length: 11 }, () => part)];
  expect((await signInWith(parts)).status).toBe(413);
});
