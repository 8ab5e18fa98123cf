import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { kleinesPdf, kleinesPng } from "../../../demo/dateien.ts";
import { PDF, legeAb } from "../../../../tests/support/dokumente.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { PIECE } from "../../../platform/files/pieces.ts";
import { log } from "../../../platform/log.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { forgetDokumente } from "../commands/forget-dokumente.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { asWorker } = listen(db);
const { room, stelle, client } = useOwnRoom(routes);
const DAY_MS = 86_400_000;
let mira: Actor;
let fremd: Actor;
let person: string;

beforeAll(async () => {
  mira = stelle().konto.actor;
  fremd = (await kollegin(stelle())).actor;
});
beforeEach(async () => {
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(mira, (tx) => createPerson(tx, mira, jo));
});

const large = (size: number) => {
  const pdf = Buffer.alloc(size, "z");
  const small = kleinesPdf(["Geheimer Bescheid"]);
  small.copy(pdf);
  pdf.write("%%EOF", size - 5, "latin1");
  return pdf;
};

async function ask(actor: Actor, path: string, init: RequestInit = {}): Promise<Response> {
  const [cookie = ""] = (await fetch(room().entryOf(actor))).headers.getSetCookie();
  const headers = { Cookie: cookie.split(";")[0] ?? "", Origin: room().url };
  return fetch(room().url + path, { headers, redirect: "manual", ...init });
}

/** Sends the form of the page as a browser without JavaScript does. */
async function upload(name: string, bytes: Buffer, more: Readonly<Record<string, string>> = {}) {
  const body = new FormData();
  const { html } = await client().get(`/personen/${person}/dokumente/neu`);
  const typed = { ...formOf(html, "/dokumente"), art: "behoerde", quelle: "behoerde", am: today(), ...more };
  for (const [field, value] of Object.entries(typed)) if (field !== "datei") body.append(field, String(value));
  body.append("datei", new Blob([new Uint8Array(bytes)]), name);
  return ask(mira, "/dokumente", { method: "POST", body });
}

test("a paper is put down, shown where nothing in it can do anything, put right, and every opening is told", async () => {
  const pdf = large(3 * PIECE + 17);
  const sent = await upload("Ablehnung Jo Muster.pdf", pdf, { titel: "Ablehnung Kindergeld", gueltig_bis: today() });
  const at = (sent.headers.get("Location") ?? "").replace(/\?.*$/, "");
  expect([sent.status, at]).toEqual([303, expect.stringMatching(/^\/dokumente\/[\da-f-]{36}$/)]);
  const shown = await ask(mira, at);
  expect(shown.headers.get("Content-Security-Policy")).toContain("object-src 'self'");
  expect(await shown.text()).toContain("Ablehnung Kindergeld");
  const file = await ask(mira, `${at}/datei`);
  const header = (name: string) => file.headers.get(name) ?? "";
  expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
  expect(header("Content-Security-Policy")).toMatch(/default-src 'none'.*; sandbox;.*frame-ancestors 'self'/);
  expect([header("Content-Type"), header("X-Content-Type-Options"), header("Cache-Control")]).toEqual([
    "application/pdf",
    "nosniff",
    "no-store",
  ]);
  expect(header("Content-Disposition")).toBe(`inline; filename="dokument-${today()}.pdf"`);
  const taken = await ask(mira, `${at}/herunterladen`);
  expect(taken.headers.get("Content-Disposition")).toMatch(/^attachment; /);
  await taken.arrayBuffer();
  const edit = `${at}/bearbeiten`;
  const form = formOf((await client().get(edit)).html, edit);
  expect((await client().post(edit, { ...form, titel: "Ablehnung", art: "leistung" })).status).toBe(303);
  expect((await client().get(`/personen/${person}/dokumente`)).html).toContain("Bescheid über Leistungen");
  const told = await db.admin(
    "select art, zweck from kim.protokoll where gegenstand_art = 'dokument' and gegenstand_id = $1 order by zeit",
    [at.split("/").at(-1)],
  );
  expect(told.map(({ art, zweck }) => [art, zweck])).toEqual([
    ["dokument.abgelegt", null],
    ["dokument.geoeffnet", "dokument"],
    ["dokument.geoeffnet", "vorschau"],
    ["dokument.geoeffnet", "herunterladen"],
    ["dokument.geoeffnet", "bearbeitung"],
    ["dokument.geaendert", null],
  ]);
});

test("what is refused stands at the file, keeps everything typed, and leaves nothing behind", async () => {
  const before = await db.admin("select count(*)::int as n from kim.dokument_stueck");
  const page = await upload("bild.jpg", Buffer.from("<script>alert(1)</script>"), { titel: "Mietvertrag neu" });
  const html = await page.text();
  expect([page.status, html.includes("wird nicht angenommen"), html.includes("Mietvertrag neu")]).toEqual([
    422,
    true,
    true,
  ]);
  const heavy = await upload("scan.pdf", large(20 * 1024 * 1024 + 1));
  expect([heavy.status, (await heavy.text()).includes("größer als 20 MB")]).toEqual([422, true]);
  const later = await upload("a.pdf", kleinesPdf(["x"]), { am: "2099-01-01" });
  expect([later.status, (await later.text()).includes("liegt in der Zukunft")]).toEqual([422, true]);
  const other = await upload("a.pdf", kleinesPdf(["x"]), { zu_fall: crypto.randomUUID() });
  expect([other.status, (await other.text()).includes("Fall dieser Person")]).toEqual([422, true]);
  expect(await db.admin("select count(*)::int as n from kim.dokument_stueck")).toEqual(before);
});

describe("a file", () => {
  /** What comes of a file; "broken" where the answer ends in the middle. */
  const read = async (actor: Actor, id: string) => {
    const answer = await ask(actor, `/dokumente/${id}/datei`);
    return answer.status === 200
      ? answer.arrayBuffer().then(
          () => "whole",
          () => "broken",
        )
      : answer.status;
  };
  const inhalt = (id: string, nr: number) =>
    `(select inhalt from kim.dokument_stueck where dokument_id = '${id}' and nr = ${nr})`;

  test("does not come where its pieces were swapped, taken from another, or cut off; only the log says why", async () => {
    const told = vi.spyOn(log, "error");
    const printed = vi.spyOn(console, "error");
    const pdf = { kind: "pdf", bytes: large(2 * PIECE + 1) } as const;
    const [one, two] = [await legeAb(mira, person, pdf), await legeAb(mira, person, pdf)];
    expect([await read(mira, one), await read(mira, two)]).toEqual(["whole", "whole"]);
    await db.admin(`update kim.dokument_stueck set inhalt = ${inhalt(two, 1)} where dokument_id = '${one}' and nr = 1`);
    expect(await read(mira, one)).toBe("broken");
    await db.admin(`update kim.dokument_stueck set inhalt = ${inhalt(two, 0)} where dokument_id = '${two}' and nr = 1`);
    expect(await read(mira, two)).toBe("broken");
    const short = await legeAb(mira, person, pdf);
    await db.admin(`delete from kim.dokument_stueck where dokument_id = '${short}' and nr = 2`);
    await db.admin(`update kim.dokument set stuecke = 2, groesse = ${2 * PIECE} where id = '${short}'`);
    expect(await read(mira, short)).toBe("broken");
    expect(told.mock.calls.map(([event]) => event)).toEqual(Array(3).fill("datei.abgebrochen"));
    expect(printed).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    const stored = await db.admin("select string_agg(inhalt, '') as alles from kim.dokument_stueck");
    expect(Buffer.isBuffer(stored[0]?.["alles"]) && stored[0]["alles"].includes("Geheimer")).toBe(false);
  });

  test("of a colleague, of nobody and one that was withdrawn are the same: not there", async () => {
    const id = await legeAb(mira, person, PDF);
    const answers = [
      await ask(fremd, `/dokumente/${id}/datei`),
      await ask(fremd, `/dokumente/${crypto.randomUUID()}/datei`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    const bild = { kind: "png", bytes: kleinesPng(20, 20) } as const;
    expect([await read(mira, await legeAb(mira, person, bild)), await read(mira, id)]).toEqual(["whole", "whole"]);
    const back = `/dokumente/${id}/zurueckziehen`;
    await client().post(back, formOf((await client().get(back)).html, back));
    expect(await read(mira, id)).toBe(404);
    expect((await client().get(`/personen/${person}/dokumente`)).html).toContain("Zurückgezogen (1)");
    const again = `/dokumente/${id}/zurueckholen`;
    await client().post(again, formOf((await client().get(`/dokumente/${id}`)).html, again));
    expect(await read(mira, id)).toBe("whole");
  });

  test("that was withdrawn is gone with all of its pieces after 30 days, and no other", async () => {
    const [kept, gone] = [await legeAb(mira, person, PDF), await legeAb(mira, person, PDF)];
    await db.admin("update kim.dokument set zurueckgezogen_am = $1 where id = $2", [today(), gone]);
    const left = async (days: number) => {
      await asWorker(() => forgetDokumente(new Date(Date.now() + days * DAY_MS)));
      const rows = await db.admin("select dokument_id as id from kim.dokument_stueck where dokument_id in ($1, $2)", [
        kept,
        gone,
      ]);
      return new Set(rows.map(({ id }) => id));
    };
    expect(await left(29)).toEqual(new Set([kept, gone]));
    expect(await left(32)).toEqual(new Set([kept]));
  });
});
