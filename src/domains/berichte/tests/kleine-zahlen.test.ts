import { beforeAll, expect, test } from "vitest";
import { H1_2023, freigegebener, neuerEntwurf } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { docxParts } from "../../../../tests/support/docx-text.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Fallzahlen } from "../../auswertung/model/fallzahlen.ts";
import { ungespeicherteDatei } from "../index.ts";
import { fallBloecke, fallText } from "../model/abschnitte/faelle.ts";
import { routes } from "../pages/index.ts";
import { berichtOf, dokument, halbjahresberichtOf } from "../queries/berichte.ts";

const db = testDatabase();
const room = useRoom(routes);
const KREIS = "05382";
let actor: Actor;

const tally = async (beratungen: number, themen: Readonly<Record<string, number>>) => {
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  await storedTally(db, owner, { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen, themen });
  await counted(db);
};
const paper = (id: string) =>
  readAs(actor, async (tx) => halbjahresberichtOf(tx, KREIS, await berichtOf(tx, actor, id), today()));
const file = (format: "pdf" | "json" | "docx") =>
  readAs(systemActor(KREIS), (tx) => ungespeicherteDatei(tx, { kreis: KREIS, zeitraum: H1_2023, sitzung: "" }, format));

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, '05382060', 'Siegburg')", [KREIS]);
  await tally(60, { sprache: 40, wohnen: 2, arbeit: 5, schule: 12 });
});

test("the small number and the second smallest of its sum stand as a point in every form, their total stays", async () => {
  const json: unknown = JSON.parse(String(await file("json")));
  expect(json).toMatchObject({
    themen: { sprache: 40, schule: 12, arbeit: ".", wohnen: "." },
    grundlagen: { nennungen: 59 },
  });
  const text = pdfText(await file("pdf")).text.replaceAll(/\s+/g, " ");
  expect(text).toContain("Wohnen . .");
  expect(text).toContain("„.“ steht für 1 bis 2");
  expect(text).toContain("Sprache (40 Nennungen) und Schule (12)");
});

test("a picture on the screen and one that Word draws say the point as well, never a 0", async () => {
  const id = await neuerEntwurf(actor);
  const { html } = await room().as(actor).get(`/berichte/${id}`);
  const [picture = ""] = /<figcaption>[^<]*Themen nach Zahl der Nennungen[\s\S]*?<\/figure>/.exec(html) ?? [];
  const drawn = [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(drawn).toEqual(["Sprache", "40", "Schule", "12", "Wohnen", ".", "Arbeit", "."]);
  const charts = [...(await docxParts(await file("docx")))].filter(([name]) => name.includes("charts/chart"));
  const themes = charts.map(([, xml]) => xml).find((xml) => xml.includes("Themen nach Zahl")) ?? "";
  expect(themes.match(/<a:t>\.<\/a:t>/g)).toHaveLength(2);
});

const none = { anfang: 0, zugang: 0, abgang: 0, ende: 0 };
const FAELLE = {
  faelle: { ...none, zugang: 9, ende: 9 },
  anfragen: none,
  zugang: {},
  phasen: { assessment: ".", umsetzung: "." },
  gruende: {},
  ausAnfragen: {},
  dauer: {},
  ziele: {},
  zufriedenheit: {},
  median: null,
  personen: 9,
  haushalte: 9,
} as const;

test("of cases a paper draws what is told, and says in a sentence that none ended", async () => {
  const { grundlage } = await paper(await neuerEntwurf(actor));
  const mit = (phasen: Fallzahlen["phasen"]) => ({
    ...grundlage,
    kennzahlen: { ...grundlage.kennzahlen, faelle: { ...FAELLE, phasen } },
  });
  const pictures = (phasen: Fallzahlen["phasen"]) => fallBloecke(mit(phasen)).filter(({ art }) => art === "diagramm");
  expect(pictures(FAELLE.phasen), "nothing but points").toEqual([]);
  expect(pictures({ assessment: ".", umsetzung: ".", klaerung: 4 })).toHaveLength(1);
  expect(fallText(mit(FAELLE.phasen))).toContain("kamen neun Fälle dazu, keiner endete.");
  expect(fallText(mit(FAELLE.phasen))).toContain("Die Fälle liefen für neun verschiedene Personen.");
});

test("what a release did not tell, no later one tells, though the numbers have grown", async () => {
  const first = await freigegebener(actor);
  const kept = JSON.stringify((await paper(first)).grundlage);
  expect(kept).not.toMatch(/"(wohnen|arbeit)":\d/);
  await tally(20, { wohnen: 18, familie: 30 });
  const second = await freigegebener(actor);
  for (const id of [second, await neuerEntwurf(actor)]) {
    expect((await paper(id)).grundlage.kennzahlen.themen).toMatchObject({ wohnen: ".", arbeit: ".", familie: 30 });
  }
  const stored = await readAs(actor, (tx) => dokument(tx, second, "json"));
  expect(JSON.parse(String(stored))).toMatchObject({ themen: { wohnen: ".", arbeit: ".", familie: 30 } });
});
