import { beforeAll, beforeEach, expect, test } from "vitest";
import { erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { NeueLuecke, reportLuecke } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { room, stelle, client } = useOwnRoom(routes);
let behoerde: Actor;
let bekannt: string;

const SATZ = "Für Mütter mit kleinen Kindern fehlt ein Sprachkurs mit Betreuung.";
const typed = () => ({
  handlungsfeld: "sprache",
  satz: "Sprachkurse ohne Betreuung schließen Eltern aus.",
  kommunen: [stelle().ags[1]],
  personen: "7",
});

beforeAll(async () => {
  behoerde = (await testKonto({ kreis: stelle().kreis, rollen: ["abh_fachkraft"] })).actor;
});
beforeEach(async () => {
  // What was reported by the test before is over: only open gaps are told.
  await db.admin("update kim.luecke set stand = 'abgelehnt'");
  await db.admin("delete from kim.entwurf");
  const { actor } = stelle().konto;
  const gap = NeueLuecke.parse({ handlungsfeld: "sprache", satz: SATZ, kommunen: [stelle().ags[0]] });
  bekannt = await writeAs(actor, (tx) => reportLuecke(tx, actor, gap));
});

const NEU = "/luecken/neu";
const gemeldet = async () =>
  (await db.admin("select satz from kim.luecke where stand = 'gemeldet' order by satz")).map(({ satz }) => satz);

test("whoever types is told which gaps say the same, and why; whoever may not read gaps is told of none", async () => {
  const told = await client().post("/luecken/aehnliche", typed());
  expect(told.html).toContain(SATZ);
  expect(told.html).toContain("Wörter: Sprachkurs, Betreuung");
  expect(told.html).toContain(`/luecken/${bekannt}/melden?`);
  expect((await client().post("/luecken/aehnliche", { ...typed(), satz: "Der Bus fährt nicht." })).html).not.toContain(
    bekannt,
  );
  expect((await room().as(behoerde).post("/luecken/aehnliche", typed())).html).not.toContain(bekannt);
  expect((await room().as(behoerde).post("/luecken", typed())).location).toContain("/luecken/meine");
});

test("without a script it asks once before a gap is new, and keeps what was typed", async () => {
  const asked = await client().post("/luecken", { ...formOf((await client().get(NEU)).html, "/luecken"), ...typed() });
  expect(asked.location).toMatch(/^\/luecken\/neu\?entwurf=/);
  expect(await gemeldet()).toEqual([SATZ]);
  const { html } = await client().get(asked.location);
  expect(html).toContain("Ist es diese Lücke?");
  const again = formOf(html, "/luecken");
  expect(again).toMatchObject({
    gesehen: [bekannt],
    satz: [typed().satz],
    personen: ["7"],
    kommunen: [stelle().ags[1]],
  });
  expect((await client().post("/luecken", again)).location).toContain("/luecken/meine");
  expect(await gemeldet()).toEqual([SATZ, typed().satz]);
  expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
});

test("what was typed goes with it to the gap that is known: one report more, and no draft is left", async () => {
  const asked = await client().post("/luecken", { ...formOf((await client().get(NEU)).html, "/luecken"), ...typed() });
  const { html } = await client().get(asked.location);
  const href = /href="(\/luecken\/[^"]+\/melden\?[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const there = formOf((await client().get(href)).html, `/luecken/${bekannt}/melden`);
  expect(there).toMatchObject({ personen: ["7"], beispiel: [typed().satz], kommunen: [stelle().ags[1]] });
  expect((await client().post(`/luecken/${bekannt}/melden`, there)).location).toContain("/luecken/meine");
  expect(await gemeldet()).toEqual([SATZ]);
  expect(
    await db.admin("select personen from kim.luecke_meldung where luecke_id = $1 order by am", [bekannt]),
  ).toContainEqual({ personen: 7 });
  expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
});

test("a report that was begun at a consultation ends there again, also where it joins a gap that is known", async () => {
  const beratung = await erfasse(stelle(), { themen: ["sprache"] });
  const from = { ...formOf((await client().get(`${NEU}?beratung=${beratung}`)).html, "/luecken"), ...typed() };
  const satz = "Der letzte Bus fährt vor Kursende.";
  const done = await client().post("/luecken", { ...from, satz });
  expect(done.location).toBe(`/beratungen/${beratung}?getan=luecke_gemeldet`);
  const path = `/luecken/${bekannt}/melden`;
  const there = formOf((await client().get(`${path}?beratung=${beratung}`)).html, path);
  const joined = await client().post(path, { ...there, personen: "3" });
  expect(joined.location).toBe(`/beratungen/${beratung}?getan=luecke_bestaetigt`);
});
