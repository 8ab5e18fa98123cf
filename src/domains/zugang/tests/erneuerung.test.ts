import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { SECRET, type Team, setUpApp, takeOver, team, useLink } from "../../../../tests/support/erneuern.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { confirmKonto } from "../commands/confirm-konto.ts";
import { invite } from "../commands/invite.ts";
import { setInitialAccess } from "../commands/set-initial-access.ts";
import { newTotpSecret, totpCode } from "../model/totp.ts";
import { nummerOf, waitingRows } from "../queries/erneuerungen.ts";

const db = testDatabase();
const server = useProduct();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date() });
});
afterEach(async () => {
  vi.useRealTimers();
  // All of these tests come from the same address.
  await db.admin("delete from betrieb.anmeldeversuch");
});

/** So that the next code of an app is another one. */
const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const code = (secret: string) => totpCode(secret, new Date());

/** A new link by the head of the Träger, as the page makes it. */
async function renew({ leitung, erna }: Team): Promise<string> {
  const { kontoId } = erna.actor;
  await db.admin("update kim.konto set status = 'eingeladen' where id = $1", [kontoId]);
  return writeAs(leitung.actor, (tx) => invite(tx, leitung.actor, kontoId, { art: "zurueckgesetzt" }));
}

const seesPerson = async (browser: CookieBrowser, { personId }: Team) =>
  (await browser.get(`/personen/${personId}`)).html.includes(SECRET);

const releases = async ({ erna }: Team) =>
  (await db.admin("select frei_durch from kim.erneuerung where konto_id = $1 order by am", [erna.actor.kontoId])).map(
    (row) => row["frei_durch"],
  );

test("the app of before: files and app stay hers, in the same step as the new password", async () => {
  const t = await team();
  const browser = await useLink(server().url, await renew(t));
  expect((await browser.get("/anmelden/einrichten")).html).toContain("Haben Sie die bisherige App");
  const done = await browser.post("/anmelden/nachweis", { nachweis: code(t.erna.totp), weiter: "/beratungen" });
  expect(done).toMatchObject({ status: 303, location: "/beratungen" });
  expect(await seesPerson(browser, t)).toBe(true);
  expect(await releases(t)).toEqual(["app"]);
  // The codes at home are good as well, for signing in.
  pass(1);
  const again = new CookieBrowser(server().url);
  await again.post("/anmelden", { email: t.erna.email, passwort: "Sieben leise Kraniche am Ufer" });
  const opened = await again.post("/anmelden/code", { code: t.codes[0] ?? "", art: "wiederherstellung" });
  expect(opened.location).toContain("/konto");
});

test("a recovery code of before: files open, and the app is set up anew", async () => {
  const t = await team();
  const browser = await useLink(server().url, await renew(t));
  const done = await browser.post("/anmelden/nachweis", { nachweis: t.codes[3]?.toLowerCase() ?? "" });
  expect(done.location).toBe("/anmelden/einrichten");
  expect((await browser.get("/anmelden/einrichten")).html).not.toContain("Haben Sie die bisherige App");
  await setUpApp(browser);
  expect(await seesPerson(browser, t)).toBe(true);
  expect(await releases(t)).toEqual(["code"]);
});

test("later, from the page: a wrong code says so and loses nothing, a right one opens", async () => {
  const t = await team();
  const browser = await takeOver(server().url, await renew(t));
  const home = await browser.get("/");
  expect(home.html).toContain("bleiben Ihre Akten geschlossen");
  const page = await browser.get("/konto/erneuerung");
  for (const word of ["Lou Leitung (Leitung des Trägers)", "Dana Datenschutz", "Zoe Zweite", "zurückgesetzt"])
    expect(page.html).toContain(word);
  const wrong = await browser.post("/konto/erneuerung/nachweis", { nachweis: "AAAA-BBBB-CCCC" });
  expect(wrong).toMatchObject({
    status: 422,
    html: expect.stringContaining("gehört nicht zu Ihrem Zugang von vorher"),
  });
  expect(wrong.html).toContain('value="AAAA-BBBB-CCCC"');
  expect(await seesPerson(browser, t)).toBe(false);
  const right = await browser.post("/konto/erneuerung/nachweis", { nachweis: t.codes[0] ?? "" });
  expect((await browser.get(right.location)).html).toContain("Ihre Akten sind wieder offen");
  expect(await seesPerson(browser, t)).toBe(true);
  const left = await db.admin("select 1 from kim.anmeldeweg where konto_id = $1 and art like '%_frueher'", [
    t.erna.actor.kontoId,
  ]);
  expect(left).toEqual([]);
});

test("what was set up by a renewed link proves nothing after the next one; what was there before still does", async () => {
  const t = await team();
  const thief = await useLink(server().url, await renew(t));
  const { secret, codes } = await setUpApp(thief);
  pass(1);
  // Neither her own codes as long as she is in, ...
  for (const nachweis of [code(secret), codes[0] ?? ""])
    expect((await thief.post("/konto/erneuerung/nachweis", { nachweis })).status).toBe(422);
  // ... nor new ones, made while the files are closed, ...
  const fresh = await thief.post("/konto/codes", { passwort: "Sieben leise Kraniche am Ufer" });
  const renewed = /<code translate="no">([^<]+)<\/code>/.exec(fresh.html)?.[1] ?? "";
  expect((await thief.post("/konto/erneuerung/nachweis", { nachweis: renewed })).status).toBe(422);
  // ... nor all of them after a second renewal.
  const second = await useLink(server().url, await renew(t));
  pass(1);
  for (const nachweis of [code(secret), codes[1] ?? "", renewed])
    expect((await second.post("/anmelden/nachweis", { nachweis })).status).toBe(422);
  expect(await releases(t)).toEqual([null, null]);
  pass(16);
  const third = await useLink(server().url, await renew(t));
  expect((await third.post("/anmelden/nachweis", { nachweis: code(t.erna.totp) })).location).toBe("/");
  expect(await seesPerson(third, t)).toBe(true);
  expect(await releases(t)).toEqual(["app", "app", "app"]);
});

test("a code of the former app is good once", async () => {
  const t = await team();
  const browser = await takeOver(server().url, await renew(t));
  pass(1);
  const nachweis = code(t.erna.totp);
  expect((await browser.post("/konto/erneuerung/nachweis", { nachweis })).status).toBe(303);
  const again = await takeOver(server().url, await renew(t));
  expect((await again.post("/konto/erneuerung/nachweis", { nachweis })).status).toBe(422);
});

test("a form that was open when the way in was renewed: nothing is saved, and the words are there to copy", async () => {
  const t = await team();
  const browser = await takeOver(server().url, await renew(t));
  const sent = await browser.post("/beratungen/neu", { notiz: "Frau M. fragt nach dem Kurs" });
  expect(sent.status).toBe(409);
  expect(sent.html).toContain("Gespeichert wurde nichts");
  expect(sent.html).toContain("Frau M. fragt nach dem Kurs");
  const draft = await browser.post("/entwurf/beratung", { _entwurf: crypto.randomUUID(), notiz: "weiter" });
  expect(draft.status).toBe(422);
});

test("released by somebody else: told who, until it was read; and what was before goes", async () => {
  const t = await team();
  const browser = await takeOver(server().url, await renew(t));
  const by = t.datenschutz.actor;
  const { kontoId } = t.erna.actor;
  await writeAs(by, async (tx) => {
    const nummer = nummerOf(await waitingRows(tx, by, kontoId)) ?? "";
    await confirmKonto(tx, by, { id: kontoId }, { nummer });
  });
  expect(await seesPerson(browser, t)).toBe(true);
  expect((await browser.get("/hilfe")).html).toContain("Jemand anderes hat Ihren Zugang erneuert");
  const page = await browser.get("/konto/erneuerung");
  expect(page.html).toContain("bestätigt von");
  expect(page.html).toContain("Dana Datenschutz (Datenschutz)");
  expect((await browser.post("/konto/erneuerung/gelesen", { gelesen: "ja" })).location).toBe("/");
  expect((await browser.get("/hilfe")).html).not.toContain("Zugang erneuert");
  const left = await db.admin("select 1 from kim.anmeldeweg where konto_id = $1 and art like '%_frueher'", [kontoId]);
  expect(left).toEqual([]);
});

test("somebody without files goes on working, and is told all the same", async () => {
  const { administration, leitung } = await team();
  const cookie = await signedIn(leitung);
  await writeAs(administration.actor, (tx) => invite(tx, administration.actor, leitung.actor.kontoId));
  const browser = new CookieBrowser(server().url);
  browser.cookie = cookie;
  const page = await browser.get("/verwaltung/mitarbeitende");
  expect(page.status).toBe(200);
  // The Leitung confirms others, so it matters to her that she is not released.
  expect(page.html).toContain("Ihr Zugang wurde erneuert");
  expect((await browser.get("/verwaltung/erneuerungen")).status).toBe(200);
});

test("known access for invented people is given only before somebody accepted the account", async () => {
  const { erna } = await team();
  const access = { passwort: "Sieben leise Kraniche am Ufer", totp: newTotpSecret() };
  await expect(setInitialAccess("05382", erna.actor.kontoId, access)).rejects.toThrow();
  expect(await signedIn(erna)).not.toBe("");
});

test("whoever administers accounts reaches no way to sign in and no session of others, not even in the database", async () => {
  const { administration, erna } = await team();
  const { kontoId } = erna.actor;
  await signedIn(erna);
  const reached = await writeAs(administration.actor, async (tx) => [
    ...(await tx.selectFrom("kim.anmeldeweg").select("id").where("konto_id", "=", kontoId).execute()),
    ...(await tx.selectFrom("kim.sitzung").select("id").where("konto_id", "=", kontoId).execute()),
    ...(await tx.selectFrom("kim.entwurf").select("id").where("konto_id", "=", kontoId).execute()),
  ]);
  expect(reached).toEqual([]);
  const system = systemActor("05382");
  const before = await writeAs(system, (tx) =>
    tx.selectFrom("kim.anmeldeweg").select("id").where("konto_id", "=", kontoId).execute(),
  );
  expect(before.length).toBeGreaterThan(2);
});
