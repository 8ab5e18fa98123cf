import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp } from "../../src/app.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { demoRoutes, routes } from "../../src/routes.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { type RawAnswer, type RawRequest, rawRequest } from "../support/raw-request.ts";
import { type TestServer, serveApp } from "../support/server.ts";
import { type Bestand, bestand } from "./bestand.ts";

const db = testDatabase();
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
  ["Seite ohne Anmeldung", 200, () => ask({ path: "/anmelden" })],
  ["Seite mit Anmeldung", 200, () => ask({ path: "/personen", headers: cookieOf("beraterin") })],
  ["Weiterleitung zur Anmeldung", 303, () => ask({ path: "/" })],
  ["Abmelden", 303, () => ask({ method: "POST", path: "/abmelden", headers: ours(), body: "" })],
  ["fremder Name", 400, () => ask({ path: "/anmelden", headers: { Host: "boese.example" } })],
  ["fremde Herkunft", 403, () => signIn({ Origin: "https://boese.example" })],
  ["ohne Berechtigung", 403, () => ask({ path: "/verwaltung", headers: cookieOf("beraterin") })],
  ["fremder Datensatz", 404, () => ask({ path: `/personen/${b.ids["niemandes"]}`, headers: cookieOf("beraterin") })],
  ["unbekannte Adresse", 404, () => ask({ path: "/gibt/es/nicht" })],
  ["unbekannte Datei", 404, () => ask({ path: "/statisch/x/kim.js" })],
  ["falsche Methode", 404, () => ask({ method: "DELETE", path: "/anmelden", headers: ours() })],
  ["zu groß", 413, () => signInWith("x".repeat(1024 * 1024 + 1))],
  ["abgelehntes Formular", 422, () => signIn(ours())],
  ["keine Einladung", 404, () => ask({ path: "/einladung/abgelaufen" })],
  ["Datei", 200, async () => ask({ path: await scriptPath() })],
  ["Lebenszeichen fehlt", 503, () => ask({ path: "/gesund" })],
  ["Zahlen für Maschinen", 200, () => ask({ path: "/metriken" })],
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

describe("jede Antwort trägt die Kopfzeilen, die schützen", () => {
  test.each(ANSWERS)("%s: %i", async (name, status, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expectHeaders(answer);
    const forever = "public, max-age=31536000, immutable";
    expect(answer.headers["cache-control"]).toBe(name === "Datei" ? forever : "no-store");
    if (!["Abmelden", "Zahlen für Maschinen"].includes(name)) expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("Fehler des Programms: 500, nur mit einer Kennung", async () => {
    await db.admin("alter table kim.person rename to person_weg");
    const answer = await ask({ path: "/personen", headers: cookieOf("beraterin") });
    await db.admin("alter table kim.person_weg rename to person");
    expect(answer.status).toBe(500);
    expectHeaders(answer);
    expect(answer.body).toMatch(/Kennung: [0-9a-f-]{36}/);
    expect(answer.body).not.toMatch(/person_weg|relation|select|node_modules|\bat /);
  });

  test("Lebenszeichen: 200, und ohne Worker nicht", async () => {
    await db.admin("insert into betrieb.herzschlag (dienst, zeit) values ('worker', now())");
    const answer = await ask({ path: "/gesund" });
    expect(answer.status).toBe(200);
    expectHeaders(answer);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, datenbank: "bereit", worker: "bereit", sicherung: null });
  });

  test("Datenbank fort: 503 mit der Bitte, es gleich noch einmal zu versuchen", async () => {
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

  test("unter der öffentlichen Adresse verlangt der Browser von da an HTTPS; auf dem eigenen Rechner nicht", async () => {
    const answer = await rawRequest(behindProxy.url, { path: "/anmelden", headers: { Host: PUBLIC_NAME } });
    expectHeaders(answer);
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect((await ask({ path: "/anmelden" })).headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("Sitzungscookie", () => {
  test("nur für diesen Rechner, nur verschlüsselt, nicht für Skripte; endet mit dem Browser", async () => {
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

  test("Abmelden löscht ihn und alles, was der Browser sich gemerkt hat", async () => {
    const { headers } = await ask({ method: "POST", path: "/abmelden", headers: ours(), body: "" });
    expect(headers["set-cookie"]).toEqual(["__Host-kim=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(headers["location"]).toBe("/anmelden?grund=abgemeldet");
  });

  test.each([
    ["ein Wort", "x"],
    ["ohne Geheimnis", "05382."],
    ["geraten", `05382.${"a".repeat(43)}`],
    ["sehr lang", `05382.${"a".repeat(8000)}`],
    ["mit Null", "%00"],
    ["Anführung", '"'],
    ["Umlaut", "05382.ä"],
  ])("ein erfundener gilt nichts: %s", async (_, value) => {
    const { status, headers } = await ask({ path: "/", headers: { Cookie: `a=b; __Host-kim=${encodeURI(value)}` } });
    expect([status, headers["location"]]).toEqual([303, "/anmelden"]);
  });
});

describe("woher ein Formular kommt", () => {
  const posts = [...routes, ...demoRoutes].filter((route) => route.method === "POST");

  test.each(posts.map((route) => route.path))("von fremder Seite: 403 für %s", async (path) => {
    const headers = { ...cookieOf("administration"), Origin: "https://boese.example" };
    const answer = await ask({ method: "POST", path: path.replaceAll(/:\w+/g, "x"), headers, body: "" });
    expect(answer.status).toBe(403);
  });

  test.each([
    ["null", { Origin: "null" }],
    ["gar keine", {}],
    ["anderer Port", { Origin: "http://127.0.0.1:1" }],
    ["verschlüsselt statt nicht", { Origin: "https://127.0.0.1" }],
    ["eigener Name vorn", { Origin: "ORIGIN.boese.example" }],
    ["keine, aber von nebenan", { "Sec-Fetch-Site": "same-site" }],
    ["keine, und von fremd", { "Sec-Fetch-Site": "cross-site" }],
    ["fremd, sagt aber eigen", { Origin: "https://boese.example", "Sec-Fetch-Site": "same-origin" }],
    ["nur ein Verweis", { Referer: "ORIGIN/anmelden" }],
  ])("%s: 403", async (_, headers) => {
    const sent = Object.entries(headers).map(([name, value]) => [name, String(value).replace("ORIGIN", url)]);
    expect((await signIn(Object.fromEntries(sent))).status).toBe(403);
  });

  test("von uns, auch wo ein alter Browser die Herkunft nicht nennt: angenommen", async () => {
    expect((await signIn(ours())).status).toBe(422);
    expect((await signIn({ "Sec-Fetch-Site": "same-origin" })).status).toBe(422);
  });
});

describe("unter welchem Namen", () => {
  test.each([
    "boese.example",
    "127.0.0.1.boese.example",
    "localhost.boese.example",
    "[",
    "a b",
    "@127.0.0.1",
    "0.0.0.0",
  ])("auf dem eigenen Rechner nicht unter %j", async (Host) => {
    expect((await ask({ path: "/anmelden", headers: { Host } })).status).toBe(400);
  });

  test("ein Vorspann vom Proxy ändert nichts daran", async () => {
    const headers = { Host: "boese.example", "X-Forwarded-Host": "127.0.0.1", Forwarded: "host=127.0.0.1" };
    expect((await ask({ path: "/anmelden", headers })).status).toBe(400);
    const trick = { "X-Forwarded-Host": "boese.example", "X-Forwarded-Proto": "https" };
    const page = await ask({ path: "/", headers: trick });
    expect(page.headers["location"]).toBe("/anmelden");
  });

  test("hinter dem Proxy unter dem öffentlichen, und Formulare nur von dort", async () => {
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

  test("Zahlen für Maschinen nie über den Proxy; die Demo nur, wo sie läuft", async () => {
    const headers = { "X-Forwarded-For": "198.51.100.7" };
    expect((await ask({ path: "/metriken", headers })).status).toBe(404);
    expect((await rawRequest(behindProxy.url, { path: "/demo", headers: { Host: PUBLIC_NAME } })).status).toBe(404);
  });
});

test("zu groß, auch wenn vorher niemand sagt, wie groß: 413", async () => {
  const part = "x".repeat(100_000);
  const parts = ["email=", ...Array.from({ length: 11 }, () => part)];
  expect((await signInWith(parts)).status).toBe(413);
});
