import { expect, test } from "vitest";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { GRUNDLAGE } from "../../../../tests/support/halbjahr.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { type Konzeptstand, konzeptPapier } from "../model/konzeptpapier.ts";
import { TEIL_ARTEN } from "../model/teile.ts";
import { dateiOf } from "./dateien.ts";

const TEXT =
  "Es waren {beratungen} Beratungen {quelle_1}.\n\n# Genauer\n\n- eins\n- zwei\n\nTabelle: Plätze\n| Kommune | Plätze |\n|---|---|\n| Alfter | 12 |\n| Bornheim | 7 |";

const kapitel = (titel: string, id: string) => ({
  id,
  konzeptId: "k",
  titel,
  handlungsfeld: "bildung_0_6",
  rang: 1,
  version: 1,
  teile: TEIL_ARTEN.map((art) => ({ id: `${id}-${art}`, art, text: art === "ziel" ? "" : TEXT, version: 1 })),
});

const stand: Konzeptstand = {
  titel: "Handlungskonzept",
  grundlage: GRUNDLAGE,
  quellen: [{ id: "q", nr: 1, text: "Bedarfsplanung", adresse: "https://beispiel.example/plan", version: 1 }],
  kapitel: [kapitel("Bildung 0–6", "a"), kapitel("Schule", "b")],
  fassung: { nummer: 2, beschlossenAm: "2026-09-13", beschluss: "Nr. 3/2026, Lenkungsgruppe: Wird angenommen." },
  datenstand: "04.07.2023, 10:30 Uhr",
  tag: "2023-07-04",
};

const papier = konzeptPapier(stand);

test("the PDF has contents and numbered headings, and meets every condition that can be decided", async () => {
  const pdf = await dateiOf(papier, "pdf");
  expect(matterhorn(pdf)).toEqual([]);
  const { text } = pdfText(pdf);
  for (const said of [
    "Inhalt",
    "1.2 Ausgangslage",
    "2 Schule",
    "Tabelle 8: Plätze",
    "1.098 Beratungen [1]",
    "Fassung 2",
  ])
    expect(text.replaceAll(/\s+/g, " "), said).toContain(said);
});

test("the Word file has a list of contents, counts its headings by itself, and says the same words", async () => {
  const document = (await docxParts(await dateiOf(papier, "docx"))).get("word/document.xml") ?? "";
  expect(document).toMatch(/TOC\s/);
  const headings = [
    ...document.matchAll(/<w:pStyle w:val="Heading([12])"\/>(?:(?!<\/w:pPr>).)*?<w:numPr><w:ilvl w:val="(\d)"\/>/g),
  ];
  expect(headings.map(([, level, counted]) => [level, counted])).toEqual(
    papier.abschnitte.map(({ ebene }) => [String(ebene), String(ebene - 1)]),
  );
  for (const said of [
    "Es waren 1.098 Beratungen [1].",
    "Tabelle 8: Plätze",
    "[1] Bedarfsplanung – https://beispiel.example/plan",
  ])
    expect(docxText(document)).toContain(said);
});

test("a part without a word is no heading, and a chapter without one is none either", () => {
  expect(papier.abschnitte.map(({ titel }) => titel).slice(0, 5)).toEqual([
    "Bildung 0–6",
    "Zugänge",
    "Ausgangslage",
    "Stolpersteine",
    "Maßnahmen",
  ]);
  const empty = { ...kapitel("Leer", "c"), teile: [] };
  expect(konzeptPapier({ ...stand, kapitel: [empty], quellen: [] }).abschnitte.map(({ titel }) => titel)).toEqual([
    "Zu den Zahlen",
  ]);
});
