import { request } from "node:http";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { jsx, raw } from "#jsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, serveApp } from "../../../tests/support/server.ts";
import { publicPage } from "../access.ts";
import { startLog } from "../log.ts";
import { assemble } from "./app.ts";

let server: TestServer;
const LONG = "Beratung und Begleitung. ".repeat(400);

beforeAll(async () => {
  startLog({ level: "fatal", prozess: "kim-test" });
  const app = assemble({
    routes: [
      publicPage({
        path: "/lang",
        show: ({ url }) => jsx("main", { children: [url.searchParams.get("wort"), LONG] }),
      }),
      publicPage({ path: "/kurz", show: () => raw("<p>kurz</p>") }),
      publicPage({ path: "/datei", show: () => new Response(LONG, { headers: { "Content-Type": "text/csv" } }) }),
    ],
    permissions: new Set(),
    origin: undefined,
    recognise: async () => ({ stand: "unbekannt" }),
    filesClosed: () => undefined,
    outOfReach: () => new Response(),
    handBack: () => new Response(),
    otherAccount: () => new Response(),
    signInPath: () => "/anmelden",
    errorPage: ({ status }) => raw(`<h1>Fehler ${status}</h1>${LONG}`),
  });
  server = await serveApp(app);
});
afterAll(() => server.stop());

/** `fetch` would hide what travels. */
const get = (path: string, accept: string) =>
  new Promise<{ status: number; coding: string; vary: string; cookie: number; bytes: Buffer }>((done, fail) => {
    request(server.url + path, { headers: { "Accept-Encoding": accept } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        done({
          status: answer.statusCode ?? 0,
          coding: answer.headers["content-encoding"] ?? "",
          vary: answer.headers.vary ?? "",
          cookie: answer.headers["set-cookie"]?.length ?? 0,
          bytes: Buffer.concat(parts),
        }),
      );
    })
      .on("error", fail)
      .end();
  });

test.each([
  ["zstd", zstdDecompressSync],
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])("a page travels as %s and is the same page", async (accept, open) => {
  const plain = (await get("/lang?wort=Haus", "identity")).bytes.toString();
  const { coding, vary, bytes } = await get("/lang?wort=Haus", accept);
  expect([coding, vary.toLowerCase()]).toEqual([accept, "accept-encoding"]);
  expect(
    open(bytes)
      .toString()
      .replace(/<!--[\w-]*-->$/, ""),
  ).toBe(plain);
  expect(bytes.length).toBeLessThan(plain.length / 10);
});

test.each(["zstd", "br", "gzip"])("the length of a page does not tell what stands in it (%s)", async (accept) => {
  const lengths = new Set<number>();
  for (let i = 0; i < 30; i++) lengths.add((await get("/lang?wort=Haus", accept)).bytes.length);
  expect(lengths.size).toBeGreaterThan(8);
});

test("a browser gets the coding that costs least of those it takes", async () => {
  for (const [accept, coding] of [
    ["gzip, deflate, br, zstd", "zstd"],
    ["gzip, deflate, br", "br"],
    ["gzip, deflate", "gzip"],
    ["deflate", ""],
    ["br;q=0.5,gzip;q=1.0", "br"],
    ["zstd;q=0, br; q=0.000, gzip", "gzip"],
  ] as const) {
    expect((await get("/lang", accept)).coding, accept).toBe(coding);
  }
});

test("what is short, no page, or not asked for goes as it is", async () => {
  for (const [path, accept] of [
    ["/kurz", "br"],
    ["/datei", "br"],
    ["/lang", "identity"],
  ] as const) {
    expect((await get(path, accept)).coding, path).toBe("");
  }
});

test("a page of an error keeps its status", async () => {
  const { status, coding } = await get("/gibt-es-nicht", "br");
  expect([status, coding]).toEqual([404, "br"]);
});
