import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Client, useRoom } from "../../../../tests/support/room.ts";
import { NAVIGATION } from "../../../routes.ts";
import { hilfeZu } from "../index.ts";
import { routes } from "../pages/index.ts";
import { ABSCHNITTE, KAPITEL } from "../queries/handbuch.ts";

testDatabase();
const room = useRoom(routes);
let reader: Client;

beforeAll(async () => {
  reader = room().as((await testKonto({ kreis: "05382", rollen: ["abh_fachkraft"] })).actor);
});

test("every place to go to has a chapter of its own", () => {
  const places = NAVIGATION.flatMap(({ items }) => items.map(({ href }) => href)).filter((href) => href !== "/");
  for (const href of places) expect(hilfeZu(href).href, href).not.toBe("/hilfe/erste-schritte");
  for (const href of [...places, "/"]) expect(KAPITEL.map((k) => `/hilfe/${k.adresse}`)).toContain(hilfeZu(href).href);
  expect(hilfeZu("/beratungen/neu").href).toBe("/hilfe/beratung-erfassen");
  expect(hilfeZu("/hilfe/personen").href).toBe("/hilfe");
});

test("the search leads to the very heading, and shows the passage", async () => {
  const { html } = await reader.post("/hilfe", { suche: "Zweiter Faktor Telefon" });
  const [, adresse = ""] = /<li><a href="(\/hilfe\/[\w-]+#[^"]+)"/.exec(html) ?? [];
  expect(html).toContain("<mark>");
  const [page = "", id = ""] = adresse.split("#");
  expect((await reader.get(page)).html).toContain(`id="${id}"`);
});

test("what is not in it is said, and nothing leads back to the contents", async () => {
  expect((await reader.post("/hilfe", { suche: "Quastenflosser" })).html).toContain("Dazu steht nichts im Handbuch.");
  expect(await reader.post("/hilfe", { suche: " " })).toMatchObject({ status: 303, location: "/hilfe" });
});

test("the whole handbook is searched, every heading has one place", () => {
  for (const { titel } of KAPITEL)
    expect(
      ABSCHNITTE.some(({ kapitel }) => kapitel === titel),
      titel,
    ).toBe(true);
  const places = ABSCHNITTE.map(({ adresse }) => adresse);
  expect(new Set(places).size).toBe(places.length);
});
