import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { kapitelDavon, neuesKonzept } from "../../../../tests/support/konzept.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { changeKapitel } from "../commands/kapitel.ts";
import { KapitelEingabe } from "../model/eingabe.ts";
import { routes } from "../pages/index.ts";
import { kapitelIn } from "../queries/kapitel.ts";

testDatabase();
const room = useRoom(routes);
let leitet: Actor;
beforeAll(async () => {
  leitet = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
});

const PATH = "/konzept/word";
const ZEITRAUM = "2025-01-01_2025-12-31";
const kapitel = (titel: string) => [
  new Paragraph({ text: titel, heading: HeadingLevel.HEADING_1 }),
  ...["Ausgangslage", "Ziele"].flatMap((teil) => [
    new Paragraph({ text: teil, heading: HeadingLevel.HEADING_2 }),
    new Paragraph(`${teil} zu ${titel}.`),
  ]),
];
const datei = async (...titel: readonly string[]) => {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: titel.flatMap(kapitel) }] }));
  return new File([new Uint8Array(bytes)], "konzept.docx");
};
const gelesen = async (location: string) => {
  const id = /\/konzept\/([^?]+)/.exec(location)?.[1] ?? "";
  return (await readAs(leitet, (tx) => kapitelIn(tx, id))).map((k) => [k.titel, k.handlungsfeld]);
};

test("a chapter that a group called otherwise keeps its Handlungsfeld when the concept comes back from Word", async () => {
  const id = await neuesKonzept(leitet);
  const { id: erstes, version } = await kapitelDavon(leitet, id);
  const anders = KapitelEingabe.parse({ titel: "Kleine Kinder", nach: "" });
  await writeAs(leitet, (tx) => changeKapitel(tx, leitet, { id: erstes, version }, anders));
  const { location } = await room()
    .as(leitet)
    .upload(PATH, await datei("Kleine Kinder"), { zeitraum: ZEITRAUM });
  expect(await gelesen(location)).toEqual([["Kleine Kinder", "bildung_0_6"]]);
});

test("where nothing tells what a chapter with parts is about it asks, reads nothing, and takes the answer", async () => {
  const client = room().as(leitet);
  const asked = await client.upload(PATH, await datei("Deutsch lernen", "Wohnen"), { zeitraum: ZEITRAUM });
  expect(asked.html).toMatch(/tabindex="-1" autofocus[\s\S]*Noch nichts ist eingelesen/);
  const form = formOf(asked.html, PATH);
  expect(form).toMatchObject({ kapitel: ["Deutsch lernen"], feld: [""], zeitraum: [ZEITRAUM] });
  const typed = { zeitraum: ZEITRAUM, kapitel: "Deutsch lernen" };
  const again = await client.upload(PATH, await datei("Deutsch lernen", "Wohnen"), { ...typed, feld: "" });
  expect(again.status, "an open answer is none, and is told").toBe(422);
  expect(again.html).toContain('<a href="#feld">Wählen Sie das Handlungsfeld zu „Deutsch lernen“.</a>');
  const wrong = await client.upload(PATH, await datei("Deutsch lernen"), { ...typed, feld: "unfug" });
  expect(wrong.status).toBe(422);
  const { location } = await client.upload(PATH, await datei("Deutsch lernen", "Wohnen"), {
    ...typed,
    feld: "sprache",
  });
  expect(await gelesen(location)).toEqual([
    ["Deutsch lernen", "sprache"],
    ["Wohnen", "wohnen"],
  ]);
});
