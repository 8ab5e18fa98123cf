import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { einwilligungenIn } from "../../../../tests/support/einwilligungen.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { actorOf } from "../../zugang/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { routes as dokumente } from "../../dokumente/pages/index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { room, stelle, client } = useOwnRoom([...routes, ...dokumente]);

/** The scan of what was signed: only a file of a kind that is taken, and then a document of the person. */
async function beleg(self: string): Promise<void> {
  const upload = async (text: string) => {
    const { html } = await client().get(`${self}/beleg`);
    const form = Object.entries(formOf(html, "/einwilligungen/beleg")).map(([name, value]) => [name, String(value)]);
    return client().upload("/einwilligungen/beleg", new File([text], "scan.pdf"), Object.fromEntries(form));
  };
  expect((await upload("Das ist kein PDF")).status).toBe(422);
  const { status, location } = await upload("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
  expect([status, location]).toEqual([303, `${self}?getan=beleg`]);
  const dokument = () =>
    client()
      .get(self)
      .then(({ html }) => /href="(\/dokumente\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? "");
  const first = await dokument();
  expect((await client().get(first)).html).toContain("Einwilligung");
  // What shows that she agreed does not disappear unseen; a better scan takes its place, and then the first may go.
  const withdraw = async () => {
    const fields = formOf((await client().get(`${first}/zurueckziehen`)).html, `${first}/zurueckziehen`);
    return client().post(`${first}/zurueckziehen`, fields);
  };
  const kept = await withdraw();
  expect([kept.status, kept.html.includes("belegt eine Einwilligung")]).toEqual([422, true]);
  expect((await upload("%PDF-1.7\n2 0 obj<<>>endobj\ntrailer<<>>\n%%EOF")).status).toBe(303);
  expect(await dokument()).not.toBe(first);
  expect((await withdraw()).status).toBe(303);
}

test("from the sheet to the withdrawal through the forms, without JavaScript", async () => {
  const { actor } = stelle().konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_geburtsdatum: "1990-01-01" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  await einwilligungenIn(actor, actor, person);
  const typed = { zweck: "weitergabe", empfaenger_art: "kita_schule", empfaenger: "Kita Wald" };
  const neu = `/personen/${person}/einwilligungen/neu`;
  const nothing = await client().post(neu, typed);
  expect([nothing.status, nothing.html.includes("Kreuzen Sie an")]).toEqual([422, true]);
  const { location } = await client().post(neu, { ...typed, kategorien: ["kontakt", "gesundheit"] });
  const self = location.replace(/\?.*$/, "");
  const send = async (step: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const form = formOf((await client().get(`${self}/${step}`)).html, `${self}/${step}`);
    return (await client().post(`${self}/${step}`, { ...form, am: today(), ...fields })).status;
  };
  expect(await send("erlaeutern", { sprache: "ar" })).toBe(303);
  expect(await send("erteilen", { durch: "sorge", form: "papier" })).toBe(422);
  expect(await send("erteilen", { durch: "person", form: "papier" })).toBe(303);
  await beleg(self);
  expect(await send("einschraenken", { kategorien: ["kontakt"] })).toBe(303);
  expect((await client().get(self)).html).toContain("eingeschränkt");
  expect(await send("widerrufen", {})).toBe(303);
  const { html } = await client().get(`/personen/${person}/einwilligungen`);
  expect(html.match(/widerrufen/g)).toHaveLength(2);
  expect((await client().get(`${self}/blatt?sprache=ar`)).status).toBe(200);
});

test("whoever released a text is named beside its day, in the list and on its page", async () => {
  const { actor, name } = stelle().konto;
  const leitung = room().as(actorOf(actor, ["traeger_leitung"]));
  const { html } = await leitung.get("/einwilligungstexte");
  expect(html).toMatch(/freigegeben am [\d.]+<\/[^>]+>(?:<[^>]+>|\s)*von /);
  const frei = /href="(\/einwilligungstexte\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  expect((await leitung.get(frei)).html).toContain(name);
});
