import { beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { organisation, verweis } from "../../../../tests/support/verweise.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { NeueFrist, setFrist } from "../../fristen/index.ts";
import { NeuerTermin, makeTermin } from "../../termine/index.ts";

/** The ways of this room in browsers without JavaScript. */
const db = testDatabase();
const product = useProduct();
let stelle: Beratungsstelle;
const windows = new Map<string, CookieBrowser>();
const konten = new Map<string, TestKonto>();

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { kreis, traegerId } = stelle;
  konten.set("mira", stelle.konto);
  konten.set("jo", await kollegin(stelle, "Jo Muster"));
  konten.set("leitung", await testKonto({ kreis, traegerId, rollen: ["traeger_leitung"], name: "Lou Leitung" }));
  konten.set("zeugin", await testKonto({ kreis, traegerId, rollen: ["datenschutz"], name: "Dana Datenschutz" }));
  for (const [wer, konto] of konten) {
    const browser = new CookieBrowser(product().url);
    browser.cookie = await signedIn(konto);
    windows.set(wer, browser);
  }
});

const as = (wer: string) => {
  const browser = windows.get(wer);
  if (browser === undefined) throw new Error(wer);
  return browser;
};
const idOf = (wer: string) => konten.get(wer)?.actor.kontoId ?? "";
const rowlinks = (html: string): string[] =>
  [...html.matchAll(/<a class="rowlink"[^>]*>(.*?)<\/a>/gs)].map(([, text = ""]) => text.replaceAll(/<[^>]*>/g, ""));
const only = async (statement: string) => String((await db.admin(statement))[0]?.["id"]);

/** To confirm is offered to whoever may, and not to whoever ordered it. */
async function offeredToTheOther(href: string, list = "/vertretungen") {
  expect((await as("zeugin").get(list)).html).toContain(`href="${href}"`);
  const { html } = await as("leitung").get(list);
  expect(html).not.toContain(href);
  expect(html).toContain("Bestätigen muss jemand anderes");
}

describe("a Vertretung through the pages", () => {
  test("given by herself, seen by whoever stands in, in lists, on both pages and in the form; ended, it is closed", async () => {
    const beratung = await erfasse(stelle, { stufe: "2", neu1_vorname: "Amina", neu1_nachname: "Musterhausen" });
    const person = await only("select id from kim.person");
    const [mira, jo] = [as("mira"), as("jo")];
    expect((await jo.get(`/personen/${person}`)).status).toBe(404);
    const fields = { durch: idOf("jo"), grund: "urlaub", von: "heute", bis: today() };
    const given = await mira.post("/vertretung", { ...fields, von: today() });
    expect(given.location).toBe("/vertretung?getan=gegeben");
    expect((await mira.get(given.location)).html).toContain("Jo Muster");

    // Whoever was asked by nobody reads it on the first page, and gets to each list of hers from one place.
    expect((await jo.get("/")).html).toContain(`Sie vertreten heute jemanden, bis ${tagText(today())}`);
    const ways = (await jo.get("/vertretung")).html;
    for (const list of ["termine", "fristen", "faelle", "personen", "beratungen"])
      expect(ways).toContain(`href="/${list}?wessen=${idOf("mira")}"`);

    const shown = await jo.get(`/personen/${person}`);
    expect(shown.html).toContain("Sie handeln in Vertretung (Urlaub, bis ");
    expect(shown.html).not.toContain("/uebergeben");
    expect((await jo.get(`/beratungen/${beratung}`)).html).toContain("Akte von");
    expect((await jo.get(`/personen?wessen=${idOf("mira")}`)).html).toContain("Musterhausen");
    expect((await jo.get("/personen")).html).not.toContain("Musterhausen");
    const fall = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
    await writeAs(stelle.konto.actor, (tx) => openFall(tx, stelle.konto.actor, fall));
    // Whose it is stands beside; the link of a row says what it opens.
    expect(rowlinks((await jo.get("/personen?wessen=alle")).html)).toEqual(["Amina Musterhausen"]);
    expect(rowlinks((await jo.get("/faelle?wessen=alle")).html)).toEqual([expect.stringMatching(/^\d{4}-\d{4}$/)]);
    await writeAs(stelle.konto.actor, async (tx) => {
      const { actor } = stelle.konto;
      await setFrist(tx, actor, NeueFrist.parse({ person, titel: "Bescheid nachfragen", am: today() }));
      const zeit = { tag: today(), beginn: "10:00", dauer: "30" };
      await makeTermin(tx, actor, NeuerTermin.parse({ ...zeit, person, betreff: "Antrag" }));
    });
    await verweis(
      stelle.konto.actor,
      person,
      `organisation:${await organisation(stelle.konto.actor, "Beispielberatung")}`,
    );
    // Under „meine“ they are not; under „alle, für die ich handle“ each says whose it is.
    for (const list of ["/verweise", "/fristen", "/termine"]) {
      expect((await jo.get(list)).html, list).not.toContain("Musterhausen");
      expect((await jo.get(`${list}?wessen=alle`)).html, list).toMatch(/Musterhausen[\s\S]*Mira Beispiel/);
    }
    const listed = (await jo.get("/beratungen?wessen=alle")).html;
    expect(listed).toContain(beratung);
    expect(rowlinks(listed)).toEqual([expect.stringContaining(tagText(today()))]);
    expect((await jo.get("/beratungen")).html).not.toContain(beratung);
    const { location } = await jo.get(`/beratungen/neu?person=${person}`);
    expect((await jo.get(location)).html).toContain("Diese Beratung gehört in die Akte von");
    // Neither she nor anybody else hands over what is not her own.
    expect((await jo.get(`/personen/${person}/uebergeben`)).status).toBe(404);

    const id = await only("select id from kim.vertretung");
    expect((await jo.post(`/vertretung/${id}/beenden`, {})).location).toBe("/vertretung?getan=beendet");
    expect((await jo.get(`/personen/${person}`)).status).toBe(404);
    expect((await jo.get("/")).html).not.toContain("Sie vertreten");
  });

  test("told before it begins", async () => {
    const [mira, jo] = [as("mira"), as("jo")];
    const von = daysFrom(today(), 3);
    await mira.post("/vertretung", { durch: idOf("jo"), grund: "urlaub", von, bis: von });
    expect((await jo.get("/")).html).toContain(`Ab ${tagText(von)} vertreten Sie jemanden`);
    const id = await only(`select id from kim.vertretung where von = '${von}'`);
    await mira.post(`/vertretung/${id}/beenden`, {});
    expect((await jo.get("/")).html).not.toContain("vertreten Sie");
  });

  test("ordered by the Leitung, confirmed by somebody second, told on every page until it was read", async () => {
    const [leitung, zeugin, mira, jo] = [as("leitung"), as("zeugin"), as("mira"), as("jo")];
    const fields = { vertreten: idOf("mira"), durch: idOf("jo"), grund: "krankheit", von: today(), bis: today() };
    expect((await leitung.post("/vertretungen", fields)).location).toBe("/vertretungen?getan=angeordnet");
    const id = await only("select id from kim.vertretung where grund = 'krankheit'");
    expect((await jo.post(`/vertretungen/${id}/bestaetigen`, {})).status).toBe(403);
    expect((await leitung.post(`/vertretungen/${id}/bestaetigen`, {})).status).toBe(422);
    expect((await zeugin.get("/")).html).toContain("wartet auf Bestätigung");
    await offeredToTheOther(`/vertretungen/${id}/bestaetigen`);
    const notice = "Zu Vertretung oder Übergabe gibt es Neues";
    expect((await mira.get("/")).html).not.toContain(notice);
    expect((await zeugin.post(`/vertretungen/${id}/bestaetigen`, {})).status).toBe(303);
    expect((await mira.get("/beratungen")).html).toContain(notice);
    expect((await mira.get("/vertretung")).html).toContain("Lou Leitung");
    expect((await mira.get("/vertretung")).html).toContain("beenden Sie es unten");
    // Back at work: it has ended, there is nothing to end below, and the way to what happened meanwhile is there.
    await db.admin("alter table kim.vertretung disable trigger user");
    await db.admin("update kim.vertretung set von = von - 3, bis = bis - 1 where id = $1", [id]);
    await db.admin("alter table kim.vertretung enable trigger user");
    const back = (await mira.get("/vertretung")).html;
    expect(back).not.toContain("beenden Sie es unten");
    expect(back).toContain(`vom ${tagText(daysFrom(today(), -3))} bis ${tagText(daysFrom(today(), -1))}`);
    expect(back).toContain(`/beratungen?von=${daysFrom(today(), -3)}&amp;bis=${daysFrom(today(), -1)}`);
    await mira.post("/vertretung/gelesen", {});
    expect((await mira.get("/beratungen")).html).not.toContain(notice);
  });
});

test("whoever takes somebody into a team is not offered to confirm it", async () => {
  const leitung = as("leitung");
  const { location } = await leitung.post("/vertretungen/teams", { name: "Team Beispiel" });
  const team = location.replace(/\?.*/, "");
  await leitung.post(`${team}/mitglieder`, { konto: idOf("jo"), weiss: "ja" });
  const mitglied = await only("select id from kim.team_mitglied");
  await offeredToTheOther(`${team}/mitglieder/${mitglied}/bestaetigen`, team);
  await leitung.post(`${team}/mitglieder/${mitglied}/entfernen`, {});
});

test("the files of somebody who left: deactivated, counted, distributed, confirmed, taken over as new", async () => {
  const person = await only("select id from kim.person");
  const [leitung, zeugin, jo] = [as("leitung"), as("zeugin"), as("jo")];
  expect((await leitung.post(`/verwaltung/mitarbeitende/${idOf("mira")}/deaktivieren`, {})).status).toBe(303);
  await runDueJobs(db);
  expect((await leitung.get("/")).html).toContain("Offene Arbeit von 1 Person");
  expect((await leitung.get("/vertretungen")).html).toContain("1 Person, 1 Beratung");
  const fields = { an: idOf("jo"), hoechstens: "", rest: "ja", notiz: "Ruft freitags an" };
  const ordered = await leitung.post(`/vertretungen/offen/${idOf("mira")}`, fields);
  expect(ordered.location).toBe("/vertretungen?getan=verteilt");
  const id = await only("select id from kim.uebergabe");
  await offeredToTheOther(`/vertretungen/uebergaben/${id}/bestaetigen`);
  await runDueJobs(db);
  // Jo stood in for Mira by the arrangement of before, and does not own it.
  expect(await db.admin("select 1 from kim.person where konto_id = $1", [idOf("jo")])).toEqual([]);
  expect((await zeugin.post(`/vertretungen/uebergaben/${id}/bestaetigen`, {})).status).toBe(303);
  await runDueJobs(db);
  expect((await leitung.get("/")).html).not.toContain("Offene Arbeit");
  expect((await jo.get("/beratungen")).html).toContain("gibt es Neues für Sie");
  const shown = await jo.get(`/vertretung/uebergaben/${id}`);
  for (const text of ["Musterhausen", "Ruft freitags an", `/personen/${person}`]) expect(shown.html).toContain(text);
  await jo.post(`/vertretung/uebergaben/${id}`, {});
  expect((await jo.get("/beratungen")).html).not.toContain("gibt es Neues für Sie");
  expect((await jo.get("/personen")).html).toContain("Musterhausen");
  expect((await leitung.get(`/vertretung/uebergaben/${id}`)).status).toBe(403);
  expect((await zeugin.get(`/personen/${person}`)).status).toBe(403);
});
