import PizZip from "pizzip";
import { beforeAll, describe, expect, test } from "vitest";
import { H1_2023, getippt, kapitelVon, neuerEntwurf, schreib } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { wordDateiMit } from "../../../../tests/support/word-vorlage.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { changeKopf } from "../commands/change-kopf.ts";
import { changeVorlage } from "../commands/change-vorlage.ts";
import { createBericht } from "../commands/create-bericht.ts";
import { orderKapitel } from "../commands/order-kapitel.ts";
import { releaseBericht } from "../commands/release-bericht.ts";
import { saveVorlage } from "../commands/save-vorlage.ts";
import { setWord } from "../commands/set-word.ts";
import { type Format, type Womit, ungespeicherteDatei } from "../index.ts";
import { KopfEingabe, VorlageEingabe } from "../model/eingabe.ts";
import { ordnungValues, vorlageValues } from "../model/form-values.ts";
import { berichtOf, dokument } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { vorlageOf } from "../queries/vorlagen.ts";

const db = testDatabase();
const KREIS = "05382";
let actor: Actor;
let vorlage: string;

const flat = (text: string): string => text.replaceAll(/\s+/g, " ");
const wordText = async (bytes: Buffer) => docxText((await docxParts(bytes)).get("word/document.xml") ?? "");
const file = (format: Format, womit: Womit) =>
  readAs(systemActor(KREIS), (tx) =>
    ungespeicherteDatei(tx, { kreis: KREIS, zeitraum: H1_2023, sitzung: "", vorlage: womit }, format),
  );
const mitWord = async (absaetze: readonly string[], kopfzeile?: string) => {
  const bytes = await wordDateiMit(absaetze, kopfzeile);
  return writeAs(actor, (tx) => setWord(tx, actor, { id: vorlage }, { name: "haus.docx", bytes }));
};

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, '05382060', 'Siegburg')", [KREIS]);
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  const tally = { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen: 1098, themen: { sprache: 343 } };
  await storedTally(db, owner, tally);
  await counted(db);
  // A draft as the Kreis likes it: another order, a letterhead, one text that stands in every paper.
  const id = await neuerEntwurf(actor);
  await schreib(actor, id, "vorbemerkung", {
    text: "Der Kreis setzt KIM um, {im_zeitraum} mit {beratungen} Beratungen.",
  });
  await schreib(actor, id, "ausblick", { titel: "Wie es weitergeht", text: "Nur dieses Mal." });
  const kapitel = await readAs(actor, (tx) => kapitelIn(tx, id));
  const ausblick = await kapitelVon(actor, id, "ausblick");
  const verlauf = await kapitelVon(actor, id, "verlauf");
  const ordnung = Object.fromEntries(Object.entries(ordnungValues(kapitel)).map(([name, value]) => [name, [...value]]));
  const gewuenscht = { ...ordnung, [`rang_${ausblick.id}`]: ["1"], [`dabei_${verlauf.id}`]: [] };
  await writeAs(actor, (tx) => orderKapitel(tx, actor, { id, version: 1 }, gewuenscht));
  const akte = await readAs(actor, (tx) => berichtOf(tx, actor, id));
  const kopf = KopfEingabe.parse(
    getippt(akte, { briefkopf: "Rhein-Sieg-Kreis\nAmt 50", gremium: "Sozialausschuss", vorlage: "SV/", sitzung: "" }),
  );
  await writeAs(actor, (tx) => changeKopf(tx, actor, { id, version: 2 }, kopf));
  const vor = await kapitelVon(actor, id, "vorbemerkung");
  const wish = { ersetzt: null, name: "Sozialausschuss", feste: [vor.id] };
  vorlage = await writeAs(actor, (tx) => saveVorlage(tx, actor, { id }, wish));
});

describe("a template", () => {
  test("gives head, order, headings, what is left out, and only the texts that are meant to stay", async () => {
    const id = await writeAs(actor, (tx) => createBericht(tx, actor, { zeitraum: H1_2023, vorlage }));
    const kapitel = await readAs(actor, (tx) => kapitelIn(tx, id));
    expect(kapitel.slice(0, 2)).toMatchObject([
      { art: "ausblick", titel: "Wie es weitergeht", text: null },
      { art: "vorbemerkung", text: "Der Kreis setzt KIM um, {im_zeitraum} mit {beratungen} Beratungen." },
    ]);
    expect(kapitel.filter((k) => k.entfaellt).map((k) => k.art)).toEqual(["verlauf"]);
    const { kopf } = await readAs(actor, (tx) => berichtOf(tx, actor, id));
    expect(kopf).toMatchObject({ briefkopf: "Rhein-Sieg-Kreis\nAmt 50", gremium: "Sozialausschuss", vorlage: "SV/" });
  });

  test("is used without a browser by its name, or as a file; another name is told with those there are", async () => {
    const { text } = pdfText(await file("pdf", { name: "sozialausschuss" }));
    expect(flat(text)).toContain("Der Kreis setzt KIM um, im ersten Halbjahr 2023 mit 1.098 Beratungen.");
    expect(text.indexOf("Amt 50")).toBeLessThan(text.indexOf("Kommunales Integrationsmanagement"));
    const datei = JSON.stringify({
      titel: "Kurz",
      kopf: {},
      kapitel: [{ art: "eigenes", titel: "Nur dies", text: "Satz." }],
    });
    expect(JSON.parse(String(await file("json", { datei })))).toMatchObject({
      kapitel: [{ titel: "Nur dies", text: ["Satz."] }],
    });
    await expect(file("pdf", { name: "Kreistag" })).rejects.toThrow("Es gibt: „Sozialausschuss“.");
    await expect(file("pdf", { datei: "{}" })).rejects.toThrow("keine Vorlage");
    const falsch = (text: string) =>
      JSON.stringify({ titel: "K", kopf: {}, kapitel: [{ art: "eigenes", titel: "Eins", text }] });
    await expect(file("pdf", { datei: falsch("Nach\n{beratung}") })).rejects.toThrow(
      "Kapitel „Eins“, Zeile 2: Eine Zahl namens {beratung} gibt es nicht. Meinten Sie {beratungen}?",
    );
    await expect(file("pdf", { datei: falsch("中") })).rejects.toThrow("中");
  });

  test("keeps its name to itself, and is not offered once it is closed", async () => {
    const id = await neuerEntwurf(actor);
    const save = (name: string, ersetzt: string | null) =>
      writeAs(actor, (tx) => saveVorlage(tx, actor, { id }, { name, ersetzt, feste: [] }));
    await expect(save("SOZIALAUSSCHUSS", null)).rejects.toThrow("gibt es schon");
    await expect(save("", null)).rejects.toThrow("Geben Sie der Vorlage einen Namen.");
    const other = await save("Kreistag", null);
    const before = await readAs(actor, (tx) => vorlageOf(tx, other));
    const typed = Object.fromEntries(Object.entries(vorlageValues(before)).map(([name, [value]]) => [name, value]));
    const closed = VorlageEingabe.parse({ ...typed, angeboten: undefined });
    await writeAs(actor, (tx) => changeVorlage(tx, actor, { id: other, version: 1 }, closed));
    await expect(
      writeAs(actor, (tx) => createBericht(tx, actor, { zeitraum: H1_2023, vorlage: other })),
    ).rejects.toThrow(Refused);
    expect(await save("", other)).toBe(other);
  });
});

describe("a Word file of the house", () => {
  const FORM = [
    "{briefkopf}",
    "Vorlage {vorlage} für {gremium}",
    "{#kapitel}",
    "{titel}",
    "{@inhalt}",
    "{/kapitel}",
    "Sprache: {thema_sprache} von {beratungen}",
  ];

  test("is filled with the same paper: chapters, tables, figures, header; a released report keeps it", async () => {
    await mitWord(FORM);
    const id = await writeAs(actor, (tx) => createBericht(tx, actor, { zeitraum: H1_2023, vorlage }));
    await schreib(actor, id, "ausblick", {
      text: "Es geht **weiter**:\n\n- mit Kursen\n- mit <Zeichen> & mehr\n\n1. erst\n2. dann\n\n# Danach\n\nRuhe.",
    });
    await writeAs(actor, (tx) => releaseBericht(tx, actor, { id, version: 2 }));
    const bytes = await readAs(actor, (tx) => dokument(tx, id, "docx"));
    const parts = await docxParts(bytes);
    const text = docxText(parts.get("word/document.xml") ?? "");
    for (const said of [
      "Vorlage SV/ für Sozialausschuss",
      "Wie es weitergeht\nEs geht weiter:\n–\tmit Kursen\n–\tmit <Zeichen> & mehr\n1. erst\n2. dann\nDanach\nRuhe.",
      "Tabelle 1:",
      "Siegburg\n1.098",
      "Sprache: 343 von 1.098",
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/[{}]/);
    expect([...parts].some(([name, xml]) => name.includes("header") && docxText(xml).includes("– SV/"))).toBe(true);
    expect(await wordText(await file("docx", { name: "Sozialausschuss" }))).toContain("343 von 1.098");
  });

  test.each([
    [
      ["Ort: {gremum}"],
      undefined,
      "{gremum} im Text, Absatz 1 („Ort: {gremum}“) steht für nichts. Meinten Sie {gremium}?",
    ],
    [["Gut {titel}"], "Kopf {vorlagen}", "{vorlagen} in der Kopfzeile, Absatz 1 („Kopf {vorlagen}“)"],
    [
      ["Eins", "{#kapitel}", "{titel}"],
      undefined,
      "„kapitel“ im Text, Absatz 2 („{#kapitel}“) beginnt eine Wiederholung",
    ],
    [["{#kapitel}", "Zu {@inhalt}", "{/kapitel}"], undefined, "muss allein in seinem Absatz stehen"],
    [["Am {sitzung"], undefined, "hat keine schließende Klammer"],
  ])("%s: the placeholder is named with its place", async (absaetze, kopfzeile, said) => {
    await expect(mitWord(absaetze, kopfzeile)).rejects.toThrow(said);
  });

  test("what is no Word file, or becomes huge, is refused in a sentence", async () => {
    const linked = new PizZip(await wordDateiMit(["{titel}"])).file(
      "word/_rels/settings.xml.rels",
      '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="https://kim.invalid/x.dotm" TargetMode="External"/></Relationships>',
    );
    const bomb = new PizZip().file("word/document.xml", Buffer.alloc(61 * 1024 * 1024));
    for (const [bytes, said] of [
      [Buffer.from("Hallo"), "keine Word-Datei"],
      [Buffer.from("PK\x05\x06"), "keine Word-Datei"],
      [linked.generate({ type: "nodebuffer" }), "von außerhalb nach"],
      [bomb.generate({ type: "nodebuffer", compression: "DEFLATE" }), "zu groß"],
    ] as const) {
      const sent = writeAs(actor, (tx) => setWord(tx, actor, { id: vorlage }, { name: "x.docx", bytes }));
      await expect(sent).rejects.toThrow(said);
    }
  });
});
