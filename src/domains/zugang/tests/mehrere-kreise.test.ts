import { beforeEach, expect, test } from "vitest";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { hashPassword } from "../../../platform/password-hash.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { createKonto } from "../../verwaltung/index.ts";
import { changeKonto } from "../../verwaltung/commands/change-konto.ts";
import { kontoAkte } from "../../verwaltung/queries/konten.ts";
import { setPasswort, wegeOf } from "../rows/anmeldewege.ts";
import { totpCode } from "../model/totp.ts";

const db = testDatabase();
const server = useProduct();
let here: TestKonto;
let there: TestKonto;
let admin: TestKonto;

beforeEach(async () => {
  await db.admin("delete from betrieb.anmeldeversuch");
  here = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  admin = await testKonto({ kreis: "05315", rollen: ["administration"] });
  there = await testKonto({ kreis: "05315", traegerId: admin.actor.traegerId, rollen: ["cm_lokal"] });
});

/** `there` takes the address of `here`: what an administration of the other Kreis may do without hearing of anything. */
async function takeAddress(): Promise<void> {
  const id = there.actor.kontoId;
  const { version, name } = await readAs(admin.actor, (tx) => kontoAkte(tx, admin.actor, id));
  const input = { name, email: here.email, standort: null };
  await writeAs(admin.actor, (tx) => changeKonto(tx, admin.actor, { id, version }, input));
}

async function samePassword(): Promise<void> {
  const hash = await hashPassword(here.passwort);
  await writeAs(systemActor("05315"), async (tx) => {
    const wege = await wegeOf(tx, there.actor, new Date());
    if (wege !== undefined) await setPasswort(tx, there.actor, wege.key, hash);
  });
}

const signIn = (passwort: string, more = {}) => {
  const browser = new CookieBrowser(server().url);
  return browser.post("/anmelden", { email: here.email, passwort, ...more }).then((page) => ({ browser, page }));
};

test("an address of another Kreis is taken like any other; one of the own Kreis is refused", async () => {
  const konto = { traegerId: admin.actor.traegerId, name: "Jo Muster", email: here.email, rollen: [] };
  await writeAs(admin.actor, (tx) => createKonto(tx, admin.actor, konto));
  await expect(writeAs(admin.actor, (tx) => createKonto(tx, admin.actor, konto))).rejects.toThrow("schon einen Zugang");
});

test("the password tells where somebody signs in, and a change in one Kreis leaves the other alone", async () => {
  await takeAddress();
  for (const konto of [here, there]) {
    const { browser, page } = await signIn(konto.passwort);
    expect(page.location).toBe("/anmelden/code");
    await browser.post("/anmelden/code", { code: totpCode(konto.totp, new Date()), art: "totp" });
    expect((await browser.get("/konto")).html).toContain(konto === here ? "Rhein-Sieg-Kreis" : "Köln");
  }
  const { page } = await signIn("ganz falsches Passwort");
  expect(page).toMatchObject({ status: 422, html: expect.stringContaining("stimmen nicht") });
  expect(page.html).not.toContain("Kreis oder Stadt");
});

test("whoever has the same password in both is asked where, and stays there when unlocking and changing it", async () => {
  await takeAddress();
  await samePassword();
  const { page } = await signIn(here.passwort);
  expect(page.status).toBe(422);
  expect(page.html).toContain("Zugänge in mehreren Kreisen");
  expect(page.html).toContain('<option value="05315"');
  const { browser, page: second } = await signIn(here.passwort, { kreis: "05382" });
  expect(second.location).toBe("/anmelden/code");
  await browser.post("/anmelden/code", { code: totpCode(here.totp, new Date()), art: "totp" });
  await browser.post("/sperren");
  expect((await browser.post("/sperre", { passwort: here.passwort })).location).toBe("/");
  expect((await browser.post("/konto/codes", { passwort: here.passwort })).status).toBe(200);
});
