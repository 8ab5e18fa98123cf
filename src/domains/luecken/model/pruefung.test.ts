import { describe, expect, test } from "vitest";
import { type Kennt, befundSatz, pruefe } from "./pruefung.ts";

const KENNT: Kennt = {
  wer: { namen: ["Amina Beispiel-Yılmaz", "محمد Muster"], aktenzeichen: "2026-0042" },
  andere: ["Oksana Vorbild"],
};
const HEUTE = "2026-11-30";
const places = (text: string) => {
  const { sicher, vielleicht } = pruefe(text, KENNT, HEUTE);
  return { sicher: sicher.map((s) => s.text), vielleicht: vielleicht.map((s) => s.text) };
};

describe("what everybody of the Kreis may read tells nobody", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["the name of the own case", "Beispiel wartet seit Mai auf einen Kurs.", ["Beispiel"]],
    ["in Arabic letters", "Für أمينة gab es keinen Platz.", ["أمينة"]],
    ["in Latin where the record is Arabic", "Mohammeds Schule nimmt keine Kinder auf.", ["Mohammeds"]],
    ["in Cyrillic letters", "Муҳаммад fand keinen Platz.", ["Муҳаммад"]],
    ["the number of the case", "Siehe 2026/42.", ["2026/42"]],
    ["the number of another case", "Siehe Fall 2025-0137.", ["2025-0137"]],
    ["a birth date", "Das Kind, geb. 12.03.2019, hat keinen Platz.", ["geb. 12.03.2019"]],
    [
      "a telephone number and an address",
      "Tel. 0151 23456789, haus@nirgends.example",
      ["0151 23456789", "haus@nirgends.example"],
    ],
  ])("refused: %s", (_, text, expected) => {
    expect(places(text).sicher).toEqual(expected);
    expect(befundSatz(pruefe(text, KENNT, HEUTE), true)).toContain(`„`);
  });

  test.each<readonly [string, string, readonly string[]]>([
    ["somebody who is addressed", "Frau Kowalczyk wartet.", ["Frau Kowalczyk"]],
    ["somebody else whom one counsels", "Oksana wartet.", ["Oksana"]],
    ["a word in other letters", "Der Kurs Привіт ist voll.", ["Привіт"]],
    ["the day of an old law", "Nach dem Gesetz vom 14.02.2012 gibt es Zentren.", ["14.02.2012"]],
  ])("asked about: %s", (_, text, expected) => {
    expect(places(text)).toEqual({ sicher: [], vielleicht: expected });
    expect(befundSatz(pruefe(text, KENNT, HEUTE), false)).toContain("bestätigen Sie unten");
    expect(befundSatz(pruefe(text, KENNT, HEUTE), true)).toBeUndefined();
  });

  test.each([
    "Bildung 6-18: Doppelbeschulung ukrainischer Kinder im Schuljahr 2023-2024.",
    "Schwimmfähigkeit in Flüssen und Gewässern: Seit 01.08.2025 fehlen 12 Plätze.",
    "Zugang zu mehrsprachigen Ärztinnen und Ärzten fehlt in drei Kommunen (§ 24 AufenthG, SGB II).",
    "Wer Geld nach dem AsylbLG bekommt, wartet 6-8 Wochen auf den Wechsel.",
  ])("said freely: %s", (text) => {
    expect(places(text)).toEqual({ sicher: [], vielleicht: [] });
  });
});
