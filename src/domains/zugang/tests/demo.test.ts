import { expect, test } from "vitest";
import { buildApp } from "../../../app.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { serveApp } from "../../../../tests/support/server.ts";
import { demoPersons, isLocal } from "../commands/sign-in-as-demo.ts";

const db = testDatabase();
const server = useProduct({ demo: true });

test("a button signs in, but only where the data are invented", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const browser = new CookieBrowser(server().url);
  expect((await browser.get("/demo")).html).toMatch(/In fünf Minuten[^]*Case Management: Erfassen Sie/u);
  const { kreis, kontoId } = konto.actor;
  expect((await browser.post("/demo", { kreis, konto: kontoId })).status).toBe(404);
  await db.admin("insert into betrieb.merkmal (name, wert) values ('art', 'demo')");
  expect((await browser.post("/demo", { kreis, konto: crypto.randomUUID() })).status).toBe(404);
  expect((await browser.post("/demo", { kreis, konto: kontoId })).location).toBe("/");
  expect((await browser.get("/konto")).status).toBe(200);
});

test("everybody who may sign in, in the order of the roles", async () => {
  await testKonto({ kreis: "05382", rollen: ["administration"] });
  await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const gone = await testKonto({ kreis: "05382", rollen: ["land"] });
  await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [gone.actor.kontoId]);
  const roles = (await demoPersons()).map((person) => person.rolle);
  expect(roles).toEqual(["Case Management", "Case Management", "Administration"]);
});

test("without the demo there is no such page", async () => {
  const real = await serveApp(buildApp({ adresse: undefined, metriken: "aus", demo: false }));
  const browser = new CookieBrowser(real.url);
  expect((await browser.get("/demo")).status).toBe(404);
  expect((await browser.post("/demo")).status).toBe(404);
  await real.stop();
});

test.each([
  ["127.0.0.1", true],
  ["127.8.9.10", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["192.0.2.1", false],
  ["::ffff:192.0.2.1", false],
  ["2001:db8::1", false],
  ["", false],
])("%s is this machine: %s", (address, local) => {
  expect(isLocal(address)).toBe(local);
});
