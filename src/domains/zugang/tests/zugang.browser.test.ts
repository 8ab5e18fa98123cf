import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { startLog } from "../../../platform/log.ts";
import { totpCode } from "../model/totp.ts";
import { invite } from "../commands/invite.ts";

const db = testDatabase();
const server = useProduct({ demo: true });
const browser = useBrowser();
const NEU = "Sieben leise Kraniche am Ufer";

beforeAll(async () => {
  startLog({ level: "error", prozess: "test" });
});
beforeEach(async () => {
  await db.admin("delete from betrieb.anmeldeversuch");
});

const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function fill(page: Page, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  await press(page, button);
}

async function invitation(konto: TestKonto): Promise<string> {
  await db.admin("update kim.konto set status = 'eingeladen' where id = $1", [konto.actor.kontoId]);
  const system = systemActor("05382");
  return `/einladung/${await writeAs(system, (tx) => invite(tx, system, konto.actor.kontoId))}`;
}

const shownSecret = async (page: Page) => ((await page.textContent("main code")) ?? "").replaceAll(" ", "");

test.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])(
  "from the link to the account, locked, unlocked, signed out: %s",
  async (_, javaScriptEnabled) => {
    const context = await browser().newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const konto = await someone();
    await page.goto(server().url + (await invitation(konto)));
    await fill(page, { neu: NEU, wiederholung: NEU }, "Passwort setzen");
    const secret = await shownSecret(page);
    await fill(page, { code: totpCode(secret, new Date()) }, "Bestätigen");
    expect(await page.locator("main li code").count()).toBe(10);
    await page.getByRole("link", { name: "Ich habe die Codes notiert" }).click();
    expect(await page.textContent("h1")).toBe("Guten Tag, Mira Beispiel");
    await page.goto(`${server().url}/konto`);
    await press(page, "Sperren");
    await page.getByRole("heading", { level: 1, name: "Gesperrt" }).waitFor();
    await fill(page, { passwort: NEU }, "Entsperren");
    await page.getByRole("heading", { level: 1, name: "Mein Konto" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/konto");
    await press(page, "Abmelden");
    expect(await page.textContent("main")).toContain("Sie sind abgemeldet");
    await page.goto(`${server().url}/konto`);
    expect(new URL(page.url()).pathname).toBe("/anmelden");
    await context.close();
  },
  90_000,
);
