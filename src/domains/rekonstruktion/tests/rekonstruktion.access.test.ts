import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { ERGEBNIS, FRAGE, inArbeit, station, weiter } from "../../../../tests/support/rekonstruktion.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NeuerFall, aktenzeichen, fallOf, openFall } from "../../faelle/index.ts";
import { NeueLuecke } from "../../luecken/index.ts";
import { routes as luecken } from "../../luecken/pages/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { reportStation } from "../commands/report-station.ts";
import { addFall } from "../commands/set-fall.ts";
import { eineRekonstruktion } from "../queries/eine.ts";
import { gemeldete } from "../queries/luecken.ts";
import { dateiVon, hausOf } from "../documents/dateien.ts";
import { rekonstruktionPapier } from "../model/papier.ts";
import { routes } from "../pages/index.ts";

testDatabase();
let stelle: Beratungsstelle;
let leitet: Actor;
let room: Room;
let offen: string;
let zu: string;
let bruch: string;
let luecke: string;
let secrets: readonly string[];

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor: mira, email } = stelle.konto;
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const typed = PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Beispiel-Yılmaz" });
  const { person, fall } = await writeAs(mira, async (tx) => {
    const id = await createPerson(tx, mira, typed, today());
    const begun = NeuerFall.parse({ person: id, begonnen: today(), dringlichkeit: "normal" });
    return { person: id, fall: await openFall(tx, mira, begun) };
  });
  offen = await inArbeit(leitet, email);
  bruch = await station(mira, offen);
  zu = await inArbeit(leitet, email);
  const melden = await station(mira, zu);
  for (const id of [offen, zu]) await writeAs(mira, (tx) => addFall(tx, mira, id, fall));
  const gap = { handlungsfeld: "schule", satz: "Freie Plätze kennt niemand.", kommunen: [stelle.ags[0]] };
  await writeAs(leitet, (tx) => reportStation(tx, leitet, melden, NeueLuecke.parse(gap)));
  luecke = (await readAs(leitet, (tx) => gemeldete(tx, zu)))[0]?.luecke_id ?? "";
  await weiter(leitet, zu, "abgeschlossen", ERGEBNIS);
  const nummer = aktenzeichen(await readAs(mira, (tx) => fallOf(tx, mira, fall)));
  secrets = ["Amina", "Beispiel-Y", person, fall, mira.kontoId, nummer];
  room = await openRoom([...routes, ...luecken]);
});
afterAll(() => room.stop());

const konto = async (rolle: Parameters<typeof testKonto>[0]["rollen"], more: { traegerId?: string } = {}) =>
  (await testKonto({ kreis: stelle.kreis, rollen: rolle, ...more })).actor;
const seen = async (actor: Actor) => {
  const client = room.as(actor);
  const paths = ["/rekonstruktionen", `/rekonstruktionen/${offen}`, `/rekonstruktionen/${zu}`];
  return Promise.all(paths.map(async (path) => (await client.get(path)).status));
};

test("an open one is read by its group and whoever leads, a closed one by who reads gaps; authorities and offices nothing", async () => {
  const anderer = await testTraeger(stelle.kreis, "Musterwerk");
  const elsewhere = (await testKonto({ kreis: "05315", rollen: ["kim_koordination"] })).actor;
  expect(await seen(stelle.konto.actor)).toEqual([200, 200, 200]);
  expect(await seen(leitet)).toEqual([200, 200, 200]);
  expect(await seen(await konto(["cm_koordination"]))).toEqual([200, 200, 200]);
  expect(await seen(await konto(["cm_lokal"], { traegerId: anderer }))).toEqual([200, 404, 200]);
  expect(await seen(await konto(["ki_leitung"]))).toEqual([200, 404, 200]);
  expect(await seen(elsewhere)).toEqual([200, 404, 404]);
  for (const rolle of ["traeger_leitung", "administration", "abh_fachkraft", "ebh_fachkraft", "datenschutz"] as const)
    expect(await seen(await konto([rolle])), rolle).toEqual([403, 403, 403]);
});

test("whoever is not of the group writes nothing, takes no case in and reports no gap", async () => {
  const fremd = room.as(await konto(["cm_lokal"]));
  for (const path of [
    `/rekonstruktionen/station/${bruch}`,
    `/rekonstruktionen/station/${bruch}/luecke`,
    `/rekonstruktionen/${zu}/faelle`,
  ])
    expect((await fremd.get(path)).status, path).toBe(404);
  expect((await fremd.post(`/rekonstruktionen/station/${bruch}/runter`, {})).status).toBe(404);
  const own = room.as(stelle.konto.actor);
  expect((await own.get(`/rekonstruktionen/${offen}/gruppe`)).status, "she does not lead").toBe(403);
  expect((await room.as(leitet).get(`/rekonstruktionen/${offen}/faelle`)).status, "she keeps no files").toBe(403);
});

test("no page that others see, and no file to take along, tells a client: not a byte", async () => {
  const client = room.as(leitet);
  const paths = [
    `/rekonstruktionen/${offen}`,
    `/rekonstruktionen/${zu}`,
    `/rekonstruktionen/${offen}/gruppe`,
    `/rekonstruktionen/${offen}/schritt?nach=abgeschlossen`,
    `/rekonstruktionen/station/${bruch}/luecke`,
    `/luecken/${luecke}`,
  ];
  for (const path of paths) {
    const { status, html } = await client.get(path);
    expect(status, path).toBe(200);
    for (const secret of secrets) expect(html.includes(secret), `${path}: ${secret}`).toBe(false);
  }
  expect((await client.get(`/luecken/${luecke}`)).html).toContain(
    "Aus einer Fallrekonstruktion: weniger als 3 Fälle aus 1 Träger",
  );
  const papier = await readAs(leitet, async (tx) => {
    const eine = await eineRekonstruktion(tx, leitet, zu);
    const worte = eine.stationen.map((one) => ({ station: one, wer: "Schule", bruch: "Zuständigkeit" }));
    const more = { ausgang: [], gruppe: ["Schulamt"], faelle: "weniger als 3 Fälle", luecken: ["Freie Plätze"] };
    return rekonstruktionPapier(await hausOf(tx, leitet), {
      ...more,
      rekonstruktion: eine.rekonstruktion,
      stationen: worte,
    });
  });
  const bytesOf = async (format: "pdf" | "docx") => Buffer.from(await (await dateiVon(papier, format)).arrayBuffer());
  const word = await docxParts(await bytesOf("docx"));
  const texts = [pdfText(await bytesOf("pdf")).text, docxText(word.get("word/document.xml") ?? "")];
  for (const text of texts) {
    expect(text.replaceAll(/\s+/g, " ")).toContain("Was die Gruppe verstanden hat");
    for (const secret of secrets) expect(text.includes(secret), secret).toBe(false);
  }
  expect(papier.untertitel).toBe(FRAGE);
});
