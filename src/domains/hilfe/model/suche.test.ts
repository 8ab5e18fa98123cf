import { expect, test } from "vitest";
import { type Abschnitt, finde } from "./suche.ts";

const abschnitt = (titel: string | undefined, text: string): Abschnitt => ({
  adresse: "/hilfe/k",
  kapitel: "Alte Listen übernehmen",
  titel,
  text,
});
const ALLE = [
  abschnitt(undefined, "Strichlisten bleiben Summen, auch die der Straße."),
  abschnitt("Zurücknehmen", "Was eine Liste brachte, lässt sich zurücknehmen."),
  abschnitt("Wörter", "Ein Wort, das niemand kennt, wartet. ".repeat(20)),
];
const titles = (text: string) => finde(ALLE, text).map(({ titel }) => titel);

test("every word counts, in any case, with or without umlauts, also inside of another", () => {
  expect(titles("liste BRACHTE")).toEqual(["Zurücknehmen"]);
  expect(titles("strasse")).toEqual([undefined]);
  expect(titles("woerter")).toEqual([]);
  expect(titles("Worter")).toEqual(["Wörter"]);
  expect(titles("listen summen")).toEqual([undefined]);
});

test("what is in the heading stands first", () => {
  expect(titles("zuruck")).toEqual(["Zurücknehmen"]);
  expect(finde([abschnitt("A", "vom Export"), abschnitt("Export", "hier")], "export").map((f) => f.titel)).toEqual([
    "Export",
    "A",
  ]);
});

test("the passage is short, begins and ends between words, and marks what was looked for", () => {
  const [found] = finde([abschnitt("Wörter", `${"davor ".repeat(40)}Kreuz ${"danach ".repeat(60)}`)], "kreuz");
  const text = found?.stelle.map((s) => s.text).join("") ?? "";
  expect(text).toMatch(/^… davor .*davor Kreuz danach .*danach …$/);
  expect(text.length).toBeLessThan(270);
  expect(found?.stelle.filter((s) => s.gesucht)).toEqual([{ text: "Kreuz", gesucht: true }]);
});

test("nothing is found for nothing, nor for a single letter", () => {
  expect(finde(ALLE, "")).toEqual([]);
  expect(finde(ALLE, "a !")).toEqual([]);
  expect(finde(ALLE, "Quastenflosser")).toEqual([]);
});
