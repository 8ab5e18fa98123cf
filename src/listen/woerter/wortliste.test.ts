import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCodes } from "../../../tests/support/codes.ts";
import { parseWortliste, wortsorten } from "./wortliste.ts";

const FOLDER = new URL("../../../db/woerter/", import.meta.url);
const codes = testCodes();
const of = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

/** Codes that words may stand for. Those of `kopf`, `monat` and `neuzuweisung` the program checks itself at start. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  thema: of(codes.handlungsfeld),
  kontaktweg: of(codes.kontaktweg),
  verstaendigung: of(codes.verstaendigung),
  ergebnis: of(codes.ergebnis),
  sprache: of(codes.sprache),
  phase: of(codes.phase),
  abschlussgrund: of(codes.abschlussgrund),
  herkunft: [
    ...codes.staatsangehoerigkeit.flatMap(({ code, iso2 }) => [code, ...(iso2 === null ? [] : [iso2])]),
    ...of(codes.herkunftsgruppe).map((code) => `gruppe:${code}`),
  ],
};
const CHECKED_AT_START = [
  "kopf",
  "personenkopf",
  "zuweisungskopf",
  "geschlecht",
  "monat",
  "neuzuweisung",
  "personen",
  "abwesend",
  "wortteil",
];

const codesOf = (datei: string): string[] =>
  readFileSync(new URL(`${datei}.csv`, FOLDER), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(";")[0] ?? "");

test("every list is one that is checked", () => {
  const files = readdirSync(FOLDER).flatMap((name) => (name.endsWith(".csv") ? name.slice(0, -".csv".length) : []));
  expect(files.toSorted()).toEqual([...Object.keys(KNOWN), ...CHECKED_AT_START].toSorted());
});

test.each(Object.entries(KNOWN))("every code of %s is in its code list", (datei, known) => {
  const found = codesOf(datei);
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter((code) => !known.includes(code))).toEqual([]);
});

describe("a list that cannot be understood", () => {
  const parse = (...lines: readonly string[]) =>
    parseWortliste("probe", ["code;als;wort", ...lines, ""].join("\n"), {
      als: ["wort", "unklar"],
      codes: ["a", "b"],
    });

  test.each([
    ["a word in capitals or with an umlaut", ["a;wort;Türkei"], "Zeile 2: „Türkei“ schreibt sich hier „tuerkei“."],
    ["an unknown code", ["a;wort;eins", "c;wort;zwei"], "Zeile 3: Den Kode „c“ gibt es nicht."],
    ["an unknown kind", ["a;stamm;eins"], "Zeile 2: „stamm“ gibt es hier nicht, nur: wort, unklar."],
    ["the same line twice", ["a;wort;eins", "a;wort;eins"], "Zeile 3: „eins“ steht schon in Zeile 2 bei „a“."],
    ["a word for two codes", ["a;wort;eins", "b;wort;eins"], "Zeile 3: „eins“ steht schon in Zeile 2 bei „a“."],
    ["a guess twice", ["a;unklar;x", "b;unklar;x", "b;unklar;x"], "Zeile 4: „x“ steht schon in Zeile 3 bei „b“."],
    ["a line with too little", ["a;wort"], "Zeile 2: Jede Zeile braucht genau drei Angaben: code;als;wort."],
    ["a line with too much", ["a;wort;eins;zwei"], "Zeile 2: Jede Zeile braucht genau drei Angaben: code;als;wort."],
    ["an empty line in between", ["", "a;wort;eins"], "Zeile 2: Jede Zeile braucht genau drei Angaben: code;als;wort."],
  ])("%s", (_what, lines, satz) => {
    expect(() => parse(...lines)).toThrow(`Wortliste db/woerter/probe.csv, ${satz}`);
  });

  test("no head line", () => {
    expect(() => parseWortliste("probe", "a;wort;eins\n", { als: ["wort"] })).toThrow(
      "Wortliste db/woerter/probe.csv, Zeile 1: Die erste Zeile muss „code;als;wort“ heißen.",
    );
  });

  test("what a spreadsheet program saves is understood: byte order mark and its line ends", () => {
    const liste = parseWortliste("probe", "\uFEFFcode;als;wort\r\na;wort;eins\r\na;wort;zwei\r\nb;wort;drei\r\n", {
      als: ["wort"],
    });
    expect(wortsorten(liste, "a").wort).toEqual(["eins", "zwei"]);
    expect(wortsorten(liste, "c").wort).toEqual([]);
  });
});
