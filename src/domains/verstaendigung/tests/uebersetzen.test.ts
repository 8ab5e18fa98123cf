import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { text as bodyOf } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { type Client, useRoom } from "../../../../tests/support/room.ts";
import { writeAs } from "../../../platform/db.ts";
import { writeText } from "../../einwilligungen/index.ts";
import { translator, translatorAddress } from "../../../platform/translate.ts";
import { istEinwilligung } from "../model/uebersetzen.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const SCHLUESSEL = "geheim-4711";
const WOERTER: Readonly<Record<string, string>> = { "Guten Tag": "مرحبا", "Der Kurs ist voll.": "الدورة ممتلئة." };

type Sent = { readonly q?: string; readonly source?: string; readonly target?: string; readonly api_key?: string };
/** What arrived, and what the small server does with it: it speaks the protocol of LibreTranslate and knows two sentences. */
const sent: Sent[] = [];
let server: Server;
let url: string;
let client: Client;
let stelle: Beratungsstelle;

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked: Sent = JSON.parse(await bodyOf(request));
  if (request.method !== "POST" || request.url !== "/translate") return json(response, 404, { error: "Not Found" });
  sent.push(asked);
  if (asked.api_key !== SCHLUESSEL) return json(response, 403, { error: "Invalid API key" });
  if (asked.target === "tr") return json(response, 400, { error: "tr is not supported" });
  if (asked.q === "viel") return json(response, 429, { error: "Slowdown: 80 per 1 minute" });
  if (asked.q === "kaputt") return json(response, 500, { error: "Cannot translate text" });
  if (asked.q === "weiter") return void response.writeHead(302, { Location: "https://anderswo.example/" }).end();
  if (asked.q === "form") return void response.end("<html>");
  if (asked.q === "lang") return json(response, 200, { translatedText: "x".repeat(70_000) });
  if (asked.q === "stumm") return;
  json(response, 200, { translatedText: WOERTER[asked.q ?? ""] ?? "?" });
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  url = `http://127.0.0.1:${typeof at === "object" && at !== null ? String(at.port) : ""}`;
  stelle = await beratungsstelle();
  client = room().as(stelle.konto.actor);
  process.env["KIM_UEBERSETZER_SCHLUESSEL"] = SCHLUESSEL;
});
beforeEach(() => {
  sent.length = 0;
  process.env["KIM_UEBERSETZER"] = url;
});
afterAll(() => {
  delete process.env["KIM_UEBERSETZER"];
  delete process.env["KIM_UEBERSETZER_SCHLUESSEL"];
  server.closeAllConnections();
  server.close();
});

const WUNSCH = { von: "de", nach: "ar", text: "Der Kurs ist voll.", niemand: "ja" };
const events = async () => (await db.admin("select zweck from kim.protokoll where art = 'text.uebersetzt'")).length;

describe("the page", () => {
  test("says where the text goes, sends exactly it, and marks what comes back as a machine's; the log has no word of it", async () => {
    const asking = await client.get("/uebersetzen");
    expect(asking.html).toContain(new URL(url).host);
    const before = await events();
    const { status, html } = await client.post("/uebersetzen", WUNSCH);
    expect([status, sent]).toEqual([
      200,
      [{ q: WUNSCH.text, source: "de", target: "ar", format: "text", api_key: SCHLUESSEL }],
    ]);
    expect(html).toContain("Maschinell übersetzt: Arabisch");
    expect(html).toMatch(/<p lang="ar" dir="rtl">.*الدورة ممتلئة\./);
    expect(await events()).toBe(before + 1);
    const log = await db.admin(
      "select row_to_json(p)::text as zeile from kim.protokoll p where art = 'text.uebersetzt'",
    );
    expect(log.map((row) => String(row["zeile"])).join()).not.toMatch(/Kurs|الدورة/);
  });

  test("sends nothing without the yes, and nothing of a consent", async () => {
    const { actor } = stelle.konto;
    const wortlaut =
      "Ich erlaube der Beratungsstelle, meine Angaben an die Kita weiterzugeben. Ich kann das widerrufen.";
    await writeAs(actor, (tx) => writeText(tx, actor, { zweck: "weitergabe", sprache: "de" }, { wortlaut }));
    const before = await events();
    for (const more of [{ niemand: "" }, { text: `Bitte: ${wortlaut}` }, { nach: "de" }]) {
      expect((await client.post("/uebersetzen", { ...WUNSCH, ...more })).status).toBe(422);
    }
    const { html } = await client.post("/uebersetzen", { ...WUNSCH, text: wortlaut });
    expect(html).toContain("nie maschinell übersetzt");
    expect([sent, await events()]).toEqual([[], before]);
  });

  test("is off as long as no service is set, and says so", async () => {
    process.env["KIM_UEBERSETZER"] = "";
    expect((await client.get("/uebersetzen")).html).toContain("ausgeschaltet");
    expect((await client.get("/satzbuch")).html).not.toContain("/uebersetzen");
    expect((await client.post("/uebersetzen", WUNSCH)).status).toBe(422);
    expect(sent).toEqual([]);
  });
});

describe("the service", () => {
  test.each([
    ["viel", "zu viel zu tun"],
    ["kaputt", "antwortet nicht"],
    ["weiter", "antwortet nicht"],
    ["form", "keine Übersetzung"],
    ["lang", "keine Übersetzung"],
    ["stumm", "antwortet nicht"],
  ])("that answers %j is told in a sentence", async (text, sentence) => {
    await expect(translator(url, SCHLUESSEL, 300)?.translate(text, "de", "ar")).rejects.toThrow(sentence);
  });

  test("that is not there, lets nobody in or does not know the language, too", async () => {
    await expect(translator("http://127.0.0.1:9", "")?.translate("a", "de", "ar")).rejects.toThrow("antwortet nicht");
    await expect(translator(url, "falsch")?.translate("a", "de", "ar")).rejects.toThrow("lässt KIM nicht hinein");
    await expect(translator(url, SCHLUESSEL)?.translate("a", "de", "tr")).rejects.toThrow(
      "kann er diese Sprache nicht",
    );
  });

  test.each([
    ["https://uebersetzer.example.de", true],
    ["https://uebersetzer.example.de/dienst", true],
    ["http://localhost:5000", true],
    ["http://uebersetzer.example.de", false],
    ["https://nutzer:wort@uebersetzer.example.de", false],
    ["https://uebersetzer.example.de/?q=1", false],
    ["uebersetzer", false],
  ])("may stand at %s: %s", (address, allowed) => {
    expect(translatorAddress(address) !== undefined).toBe(allowed);
  });
});

test("a consent is found by any whole sentence of it, however it is spaced; what only resembles it is not", () => {
  const wortlaut = ["Ich erlaube der Beratungsstelle, meine Angaben weiterzugeben. Ja."];
  expect(istEinwilligung("ICH ERLAUBE der Beratungsstelle,\n meine Angaben  weiterzugeben!", wortlaut)).toBe(true);
  expect(istEinwilligung("Erlauben Sie der Beratungsstelle etwas? Ja.", wortlaut)).toBe(false);
});
