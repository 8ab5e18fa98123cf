import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { interpretMehrere } from "./mehrere.ts";
import { Verzeichnis } from "./verzeichnis.ts";

const verzeichnis = new Verzeichnis(testKommunen("05382"), testCodes());
const themen = (text: string) =>
  interpretMehrere((art, wort) => verzeichnis.sicher(art, wort), "thema", text).map(
    ({ deutung }) => deutung?.code ?? "?",
  );

describe("words made of words", () => {
  test.each([
    ["aufenthalt", "Asyl-Antrag|BAMF-Bescheid|Asylantrag|Visum-Antrag|Pass-Angelegenheiten"],
    ["wohnen", "WBS-Antrag|Wohnungs-Suche|Wohnungssuche|Mietvertrag|Wohnungsbesichtigung|Miet-Problem"],
    ["lebensunterhalt", "KiZ-Antrag|SGB-II-Antrag|Bürgergeld-Antrag|ALG-II-Bescheid|Wohngeldantrag"],
    ["alltag", "Antrag|Formular|Terminvereinbarung"],
    ["schule", "Schulplatz|Schulanmeldung|Schul-Anmeldung"],
    ["gesundheit", "Kinderarzt|Psychotherapie|Krankenversicherung"],
    ["teilhabe", "Sportverein|Vereinsmitgliedschaft"],
    ["familie", "Familienberatung|Eheschließung|Eheprobleme"],
  ])("%s", (code, words) => {
    for (const wort of words.split("|")) expect([...new Set(themen(wort))], wort).toEqual([code]);
  });

  test("the field of some work is no theme of its own; where nobody can tell, the words wait", () => {
    const work =
      "Bewerbung Pflege|Bewerbung: Pflege|Bewerbung (Krankenhaus)|Ausbildung Pflege|Praktikum - Kita|Arbeit in der Kita";
    for (const wort of [...work.split("|"), "Pflege Praktikum", "Bewerbung als Pflegehelfer"])
      expect(themen(wort), wort).toEqual(["arbeit"]);
    for (const wort of "Elternabend in der Kita|Bewerbung Kita|Bewerbung Wohnung|Praktikum Schule|Arbeit Kita".split(
      "|",
    ))
      expect(themen(wort), wort).toEqual(["?"]);
    expect(themen("Deutschkurs in der Schule")).toEqual(["sprache"]);
    expect(themen("Arbeit und Kita")).toEqual(["arbeit", "bildung_0_6"]);
    expect(themen("Wohnung Jobcenter")).toEqual(["wohnen", "lebensunterhalt"]);
  });

  test("a stem inside another word, and a word that only begins a longer one, are no theme", () => {
    const words = "Vereinbarung|Vereinfachung|ehemaliger|Gesamt|Recht|Vater|Transport|Zusammenarbeit";
    for (const wort of words.split("|")) expect(themen(wort), wort).toEqual(["?"]);
  });
});
