import { beforeAll, expect, test } from "vitest";
import { beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { room, client, stelle } = useOwnRoom(routes);

const HEAD = "Datum;Themen;Neuzuweisung;Stufe;Ergebnis;Sprache;Kommune;Personen;Minuten";
const ANONYM = "12.03.2026;Sprache, Aufenthalt;nein;anonyme Beratung;an Sprachkursträger;Ukrainisch;Siegburg;1;30";
const PERSON = "03.02.2026;Sprache, Aufenthalt;nein;mit Person;an Sprachkursträger;Ukrainisch;Siegburg;1;45";

const linesOf = async (path: string) => {
  const { status, html } = await client().get(path);
  expect(status).toBe(200);
  return html.replace("\uFEFF", "").trim().split("\r\n");
};

beforeAll(async () => {
  await erfasse(stelle(), { am: "2026-03-12", notiz: "Ein Geheimnis" });
  await erfasse(stelle(), {
    am: "2026-02-03",
    stufe: "2",
    neu1_vorname: "Mira",
    neu1_nachname: "Beispiel",
    dauer: "45",
  });
});

test("the list as CSV has what it shows, in its order, and neither names nor notes", async () => {
  expect(await linesOf("/beratungen?als=csv")).toEqual([HEAD, ANONYM, PERSON]);
  expect(await linesOf("/beratungen?als=csv&nach=-dauer")).toEqual([HEAD, PERSON, ANONYM]);
  expect(await linesOf("/beratungen?als=csv&von=2026-03-01")).toEqual([HEAD, ANONYM]);
});

test("taking it away is an event of one's own list, an anonymous consultation none", async () => {
  const events = () =>
    db.admin("select konto_id, art, gegenstand_id, zweck from kim.protokoll where art like 'beratungsliste%'");
  const before = (await events()).length;
  await client().get("/beratungen?als=xlsx");
  const kontoId = stelle().konto.actor.kontoId;
  const entry = {
    konto_id: kontoId,
    art: "beratungsliste.geoeffnet",
    gegenstand_id: kontoId,
    zweck: "als Datei mitgenommen (xlsx)",
  };
  expect((await events()).slice(before)).toEqual([entry]);
});

test("somebody else takes away nothing of it", async () => {
  const other = await beratungsstelle("05382");
  const { html } = await room().as(other.konto.actor).get("/beratungen?als=csv");
  expect(html.replace("\uFEFF", "").trim()).toBe(HEAD);
});

test("a period by its word keeps the rest of the filter, and a page below the list leads back to it", async () => {
  const path = "/beratungen?thema=sprache&nach=-dauer";
  const { html } = await client().get(path);
  const week = /<a href="([^"]+)">diese Woche/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const address = new URL(week, "http://kim.example").searchParams;
  expect(address.get("thema")).toBe("sprache");
  expect(address.get("von")).toMatch(/^\d{4}-/);
  const row = /<a class="rowlink" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const one = await client().get(row);
  expect(one.html).toContain(`<a href="${path.replaceAll("&", "&amp;")}">Beratungen</a>`);
  const correct = /href="([^"]*\/korrigieren[^"]*)"/.exec(one.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await client().get(correct)).html).toContain(`<a href="${path.replaceAll("&", "&amp;")}">Beratungen</a>`);
});

test("every column but the themes sorts, and says how", async () => {
  const head = async (path: string) => (await client().get(path)).html.match(/<thead>.*<\/thead>/s)?.[0] ?? "";
  const plain = await head("/beratungen");
  expect([...plain.matchAll(/nach=(-?\w+)/g)].map(([, nach]) => nach)).toEqual([
    "am",
    "stufe",
    "ergebnis",
    "sprache",
    "kommune",
    "-personen",
    "-dauer",
  ]);
  expect(plain).toMatch(/aria-sort="descending"><a[^>]*>Datum/);
  expect(await head("/beratungen?nach=sprache")).toMatch(/aria-sort="ascending"><a href="[^"]*nach=-sprache">Sprache/);
});
