import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { beschlossen } from "../../../../tests/support/beschluss.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { NeueLuecke, reportLuecke } from "../../luecken/index.ts";
import { routes as luecken } from "../../luecken/pages/index.ts";
import { MassnahmeEingabe, addMassnahme } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let steuert: Actor;
let room: Room;
let luecke: string;
let massnahme: string;
let secrets: readonly string[];

beforeAll(async () => {
  stelle = await beratungsstelle();
  const mira = stelle.konto.actor;
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  await erfasse(stelle, { stufe: "2", neu1_vorname: "Amina", neu1_nachname: "Beispiel-Yılmaz" });
  const person = String((await db.admin("select id from kim.person"))[0]?.["id"]);
  const angaben = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  const fall = await writeAs(mira, (tx) => openFall(tx, mira, angaben));
  const gap = { handlungsfeld: "sprache", satz: "Es fehlt ein Kurs.", kommunen: [stelle.ags[0]], fall, personen: "2" };
  luecke = await writeAs(mira, (tx) => reportLuecke(tx, mira, NeueLuecke.parse(gap)));
  const { beschluss, gruppe } = await beschlossen(steuert, luecke);
  const typed = { titel: "Ein Kurs", ziel: "Es gibt ihn.", verantwortlich: "Amt", von: today(), organisationen: [] };
  massnahme = await writeAs(steuert, (tx) =>
    addMassnahme(tx, steuert, MassnahmeEingabe.parse({ ...typed, luecken: [luecke], beschluss, gruppe })),
  );
  secrets = ["Amina", "Beispiel-Y", person, fall, mira.kontoId];
  room = await openRoom([...routes, ...luecken]);
});
afterAll(() => room.stop());

test("nobody who leads measures sees a client from here, nor small numbers of a case: not a byte of any page", async () => {
  const client = room.as(steuert);
  for (const path of [
    "/massnahmen",
    `/massnahmen/${massnahme}`,
    "/ketten",
    `/ketten/${luecke}`,
    `/luecken/${luecke}`,
  ]) {
    const { status, html } = await client.get(path);
    expect(status, path).toBe(200);
    for (const secret of secrets) expect(html.includes(secret), `${path}: ${secret}`).toBe(false);
  }
  const { html } = await client.get(`/ketten/${luecke}`);
  expect(html).toContain("weniger als 3 Meldungen");
  expect(html).toContain("weniger als 3 aus Fällen");
});

test("what a measure is stays in its Kreis, and whoever only reports leads none", async () => {
  const elsewhere = (await testKonto({ kreis: "05315", rollen: ["kim_koordination"] })).actor;
  for (const path of [`/massnahmen/${massnahme}`, `/ketten/${luecke}`, `/massnahmen/${massnahme}/bearbeiten`])
    expect((await room.as(elsewhere).get(path)).status, path).toBe(404);
  expect((await room.as(stelle.konto.actor).get(`/massnahmen/${massnahme}`)).status).toBe(200);
  const step = await room.as(stelle.konto.actor).post(`/massnahmen/${massnahme}/schritt`, { nach: "beschlossen" });
  expect(step.status).toBe(403);
  const abh = (await testKonto({ kreis: stelle.kreis, rollen: ["abh_fachkraft"] })).actor;
  for (const path of ["/massnahmen", "/ketten", `/ketten/${luecke}`])
    expect((await room.as(abh).get(path)).status, path).toBe(403);
  expect((await room.as(steuert).get(`/luecken/${luecke}/antwort`)).status, "she did not report it").toBe(404);
});
