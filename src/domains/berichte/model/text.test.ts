import { expect, test } from "vitest";
import { bloeckeOf, eingesetzt, ohneWert, unbekannte } from "./text.ts";
import { NICHT_GENANNT, type Zahlen, aehnlich } from "./zahlen.ts";

const ZAHLEN: Zahlen = new Map([
  ["beratungen", { was: "Beratungen", wert: "1.098" }],
  ["sitzung", { was: "Tag der Sitzung", wert: null }],
  ["wenige", { was: "Wenige", wert: NICHT_GENANNT }],
]);

/** What a text becomes, short enough to read. */
const shape = (text: string) =>
  bloeckeOf(text, ZAHLEN).map((block) => {
    const line = (laeufe: readonly { text: string; fett: boolean }[]) =>
      laeufe.map((l) => (l.fett ? `<b>${l.text}</b>` : l.text)).join("");
    if (block.art === "liste") return [block.gezaehlt ? "gezählt" : "liste", ...block.punkte.map(line)];
    return block.art === "absatz" || block.art === "zwischentitel" ? [block.art, line(block.laeufe)] : [block.art];
  });

test("paragraphs, lists, sub-headings, bold and figures", () => {
  expect(
    shape(
      "Erste Zeile\nnoch sie.\n\n# Themen\nEs waren **{beratungen}** Beratungen:\n- eins\n  geht weiter\n\n- **zwei**\n\nEnde",
    ),
  ).toEqual([
    ["absatz", "Erste Zeile noch sie."],
    ["zwischentitel", "Themen"],
    ["absatz", "Es waren <b>1.098</b> Beratungen:"],
    ["liste", "eins geht weiter", "<b>zwei</b>"],
    ["absatz", "Ende"],
  ]);
  expect(shape("  \n\n ")).toEqual([]);
});

test("counted lists begin with one and go on; a day at the beginning of a line is none", () => {
  expect(shape("1. eins\n2. zwei\n\n3. drei\n\n- Punkt\n\n1. neu")).toEqual([
    ["gezählt", "eins", "zwei", "drei"],
    ["liste", "Punkt"],
    ["gezählt", "neu"],
  ]);
  expect(shape("In der Sitzung vom\n13. September wurde beschlossen.")).toEqual([
    ["absatz", "In der Sitzung vom 13. September wurde beschlossen."],
  ]);
});

test("what only looks like it is text", () => {
  expect(shape("3 * 4 ** 5, #hashtag, {Unbekannt}, {gibt_es_nicht}, -5 Grad, {}")).toEqual([
    ["absatz", "3 * 4 ** 5, #hashtag, {Unbekannt}, {gibt_es_nicht}, -5 Grad, {}"],
  ]);
});

test("a name without a figure is found with its line and its likely meaning; one without a value says so", () => {
  expect(unbekannte("Am {sitzung}\nwaren es\n{beratung} und {xy}", ZAHLEN)).toEqual([
    { name: "beratung", zeile: 3 },
    { name: "xy", zeile: 3 },
  ]);
  expect(["beratung", "kommunenzahl"].map((name) => aehnlich(name, ZAHLEN.keys()))).toEqual(["beratungen", undefined]);
  expect(ohneWert("Am {sitzung} {beratungen} {wenige}", ZAHLEN)).toEqual(["sitzung", "wenige"]);
  expect(shape("Am {sitzung}.")).toEqual([["absatz", "Am (keine Angabe)."]]);
});

test("a picked figure lands at the braces, else at the end", () => {
  expect(eingesetzt("Es waren {} Beratungen.", "beratungen")).toBe("Es waren {beratungen} Beratungen.");
  expect(eingesetzt("Es waren", "beratungen")).toBe("Es waren {beratungen}");
  expect(eingesetzt("", "beratungen")).toBe("{beratungen}");
  expect(eingesetzt("Bleibt", "")).toBe("Bleibt");
});
