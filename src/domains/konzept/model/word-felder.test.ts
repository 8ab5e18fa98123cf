import { describe, expect, test } from "vitest";
import { type Bekannt, type Kopf, type Wissen, felderVon } from "./word-felder.ts";

const FELDER = ["Sprache", "Arbeit", "Wohnen", "Gesundheit"].map((name) => ({
  code: name.toLowerCase(),
  name,
  kurz: name,
}));
const kopf = (titel: string, teile = 0): Kopf => ({ titel, teile });
const about = (titel: string, handlungsfeld: string | null): Bekannt => ({ titel, handlungsfeld });
const KONZEPT = [
  about("Vorwort", null),
  about("Sprache", "sprache"),
  about("Arbeit und Ausbildung", "arbeit"),
  about("Wohnen", "wohnen"),
];

const fields = (koepfe: readonly Kopf[], more: Partial<Wissen> = {}) =>
  felderVon(koepfe, FELDER, { konzepte: [KONZEPT], gewaehlt: new Map(), ...more });

describe("which Handlungsfeld a chapter of a Word file is about", () => {
  test("is told by its name, also by the one it has in a concept of the Kreis", () => {
    expect(fields([kopf("Wohnen"), kopf("Arbeit und Ausbildung"), kopf("Vorwort")])).toEqual([
      "wohnen",
      "arbeit",
      null,
    ]);
  });

  test("by its place, where one chapter is missing in the file and one is new between the same two", () => {
    expect(fields([kopf("Vorwort"), kopf("Sprache", 5), kopf("Beruf", 3), kopf("Wohnen", 5)])).toEqual([
      null,
      "sprache",
      "arbeit",
      "wohnen",
    ]);
    expect(fields([kopf("Sprache", 5), kopf("Arbeit und Ausbildung", 2), kopf("Dach", 1)])).toEqual([
      "sprache",
      "arbeit",
      "wohnen",
    ]);
  });

  test("not by a place that two could have, in the file or in the concept, or that two concepts see otherwise", () => {
    const zwei = [kopf("Sprache", 5), kopf("Beruf", 2), kopf("Ehrenamt", 2), kopf("Wohnen", 5)];
    expect(fields(zwei)).toEqual(["sprache", undefined, undefined, "wohnen"]);
    expect(fields([kopf("Sprache", 5), kopf("Beruf", 2)])).toEqual(["sprache", undefined]);
    const anders = [about("Sprache", "sprache"), about("Pflege", "gesundheit"), about("Wohnen", "wohnen")];
    const file = [kopf("Sprache", 5), kopf("Beruf", 2), kopf("Wohnen", 5)];
    expect(fields(file, { konzepte: [KONZEPT, anders] })).toEqual(["sprache", undefined, "wohnen"]);
    expect(fields([kopf("Beruf", 2)], { konzepte: [[about("Arbeit", "arbeit")]] }), "nothing beside it").toEqual([
      undefined,
    ]);
  });

  test("somebody is asked only about a chapter with parts, and what was answered counts", () => {
    const file = [kopf("Beruf", 2), kopf("Ausblick", 1), kopf("Dank")];
    expect(fields(file, { konzepte: [] })).toEqual([undefined, null, null]);
    expect(fields(file, { konzepte: [], gewaehlt: new Map([["Beruf", "arbeit"]]) })).toEqual(["arbeit", null, null]);
    const keines = new Map([["Beruf", null]]);
    expect(fields([kopf("Sprache", 5), kopf("Beruf", 2), kopf("Wohnen", 5)], { gewaehlt: keines })).toEqual([
      "sprache",
      null,
      "wohnen",
    ]);
  });
});
