import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { organisation } from "../../../../tests/support/verweise.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);

const DATEI = [
  "Name;Art;Handlungsfelder;Telefon;Sprachen;E-Mail",
  "Musterverein;Verein oder Ehrenamt;Sprache|Alltag, Behörden, Formulare;02241 0;Arabisch|Ukrainisch;",
  "MUSTERHILFE;amt;wohnen;;;",
  "Musterverein;amt;wohnen;;;",
  "Praxis Muster;Zahnarzt;Gesundheit;;Klingonisch;kein-at",
  ";amt;wohnen;;;",
].join("\r\n");

test("a file is shown with what is wrong in it, and only what is new and right is entered, once", async () => {
  const { actor } = await testKonto({ kreis: "05382", rollen: ["cm_koordination"] });
  await organisation(actor, "Musterhilfe");
  const client = room().as(actor);
  const self = "/organisationen/einlesen";
  const upload = (bytes: Buffer<ArrayBuffer>) => client.upload(self, new File([bytes], "o.csv"));
  expect((await upload(Buffer.from("Name;Ort\r\nA;B"))).status).toBe(422);
  const shown = await upload(Buffer.from(DATEI, "latin1"));
  expect(shown.status).toBe(200);
  for (const satz of [
    "„Zahnarzt“ bei „Art“",
    "„Klingonisch“ bei „Sprachen“",
    "Prüfen Sie die E-Mail",
    "wie die Organisation heißt",
  ]) {
    expect(shown.html, satz).toContain(satz);
  }
  expect(shown.html.match(/gibt es schon/g)).toHaveLength(2);
  expect(await db.admin("select name from kim.organisation")).toHaveLength(1);
  const form = formOf(shown.html, `${self}/eintragen`);
  const sent = [await client.post(`${self}/eintragen`, form), await client.post(`${self}/eintragen`, form)];
  expect(sent.map(({ location }) => location)).toEqual(Array(2).fill("/organisationen?getan=eingelesen&n=1"));
  const rows =
    await db.admin(`select o.name, array_agg(distinct f.handlungsfeld) as felder, array_agg(distinct s.sprache) as sprachen
    from kim.organisation o join kim.organisation_feld f on f.organisation_id = o.id
    left join kim.organisation_sprache s on s.organisation_id = o.id where o.name = 'Musterverein' group by o.name`);
  expect(rows).toEqual([{ name: "Musterverein", felder: ["alltag", "sprache"], sprachen: ["ar", "uk"] }]);
  expect((await client.post(`${self}/eintragen`, { ...form, _schluessel: "", zeilen: "[1]" })).status).not.toBe(303);
});
