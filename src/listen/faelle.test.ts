import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { alsJson, wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const FAELLE = new URL("fixtures/faelle/", import.meta.url);
const kommunen = testKommunen("05382");
const codes = testCodes();

/** What a file gives; `wartet`: the command ends with 3. What is not named here is nothing. */
type Soll = {
  readonly beratungen?: number;
  readonly wartet?: boolean;
  readonly wartend?: number;
  readonly fehlerhaft?: number;
  readonly themen?: Readonly<Record<string, number>>;
  readonly kommunen?: Readonly<Record<string, number>>;
  readonly monate?: Readonly<Record<string, number>>;
  readonly neuzuweisungen?: number;
  readonly unbekannt?: readonly string[];
  readonly hinweis?: RegExp;
};

const gleich = (n: number, ...codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, n]));
const KOENIGSWINTER: Soll = {
  beratungen: 10,
  wartet: true,
  themen: { wohnen: 4, schule: 3, bildung_0_6: 3 },
  kommunen: { Königswinter: 10 },
  monate: { "2023-03": 10 },
};

const SOLL: Readonly<Record<string, Soll>> = {
  "01": { beratungen: 66, themen: gleich(11, "sprache", "wohnen"), kommunen: { Bornheim: 66 } },
  "02": {
    beratungen: 38,
    fehlerhaft: 7,
    wartet: true,
    themen: gleich(4, "sprache", "wohnen"),
    kommunen: { Bornheim: 38 },
  },
  "03": {
    beratungen: 15,
    themen: { wohnen: 6, schule: 5 },
    kommunen: { Eitorf: 15 },
    monate: { "2023-01": 3, "2023-02": 2, "2023-03": 4, "2023-04": 4, "2023-05": 1, "2023-06": 1 },
  },
  "04": {
    beratungen: 10,
    themen: { wohnen: 7, schule: 3 },
    kommunen: { Eitorf: 10 },
    monate: { "2023-01": 5, "2023-02": 5 },
    hinweis: /je Thema/u,
  },
  "05": { beratungen: 450, kommunen: { Siegburg: 450 } },
  "06": { beratungen: 30, themen: { wohnen: 30 }, kommunen: { Eitorf: 30 }, monate: { "2023-03": 28, "2023-04": 2 } },
  "07": {
    beratungen: 2,
    fehlerhaft: 3,
    wartet: true,
    themen: gleich(1, "sprache", "wohnen", "arbeit"),
    kommunen: { Eitorf: 2 },
    monate: { "2023-03": 2 },
  },
  "08": {
    beratungen: 8,
    wartet: true,
    themen: { wohnen: 8 },
    kommunen: { Eitorf: 8 },
    monate: { "2023-03": 8 },
    neuzuweisungen: 2,
    unbekannt: ["* 1", "/ 4"],
  },
  "09": {
    beratungen: 20,
    themen: { wohnen: 14, sprache: 20, schule: 13, arbeit: 5 },
    kommunen: { Eitorf: 20 },
    monate: { "2023-03": 20 },
  },
  "10": {
    beratungen: 81,
    fehlerhaft: 3,
    wartet: true,
    themen: { wohnen: 18, schule: 9 },
    kommunen: { Eitorf: 81 },
  },
  "11": {
    beratungen: 9,
    themen: { wohnen: 3 },
    kommunen: { Eitorf: 9 },
    monate: { "2023-01": 3, "2023-02": 2, "2023-03": 4 },
  },
  "12": {
    beratungen: 25,
    themen: { wohnen: 3 },
    kommunen: { Eitorf: 25 },
    monate: { "2022-01": 3, "2022-02": 2, "2022-03": 2, "2023-01": 5, "2023-02": 6, "2023-03": 7 },
  },
  "13": { beratungen: 2, themen: gleich(1, "wohnen", "schule"), kommunen: { Eitorf: 2 }, monate: { "2023-03": 2 } },
  "14": {
    beratungen: 6,
    wartet: true,
    themen: gleich(2, "wohnen", "sprache", "arbeit"),
    kommunen: { Eitorf: 6 },
    monate: { "2023-03": 3, "2023-04": 3 },
  },
  "15": {
    beratungen: 4,
    wartet: true,
    themen: gleich(1, "wohnen", "schule", "sprache", "arbeit"),
    kommunen: { Eitorf: 4 },
    monate: { "2023-01": 3, "2023-02": 1 },
  },
  "16": {
    beratungen: 21,
    themen: gleich(6, "sprache", "wohnen"),
    kommunen: { Bornheim: 21 },
    monate: { "2023-09": 1, "2023-10": 2, "2023-11": 3, "2023-12": 4, "2024-01": 5, "2024-02": 6 },
  },
  "17": { beratungen: 15, themen: { wohnen: 7 }, kommunen: { Eitorf: 15 } },
  "18": {
    beratungen: 21,
    themen: gleich(6, "sprache", "wohnen"),
    kommunen: { Bornheim: 21 },
    monate: { "2023-09": 1, "2023-10": 2, "2023-11": 3, "2023-12": 4, "2024-01": 5, "2024-02": 6 },
  },
  "19": { beratungen: 1, themen: { wohnen: 1 }, kommunen: { Much: 1 }, monate: { "2023-05": 1 } },
  "20": {
    beratungen: 6,
    themen: { wohnen: 2, sprache: 1, arbeit: 2 },
    kommunen: { Eitorf: 6 },
    monate: { "2023-03": 6 },
  },
  "21": {
    beratungen: 2,
    wartend: 2,
    wartet: true,
    themen: gleich(1, "wohnen", "schule"),
    kommunen: { Eitorf: 2 },
    monate: { "2023-03": 2 },
    hinweis: /„Eitorf \(2\)“ ist ausgeblendet/u,
  },
  "22": {
    beratungen: 12,
    themen: gleich(12, "wohnen", "schule", "arbeit", "sprache", "familie"),
    kommunen: { Eitorf: 12 },
    monate: { "2023-03": 12 },
  },
  "23": { beratungen: 4532, fehlerhaft: 1, wartet: true, kommunen: { Siegburg: 2514, Troisdorf: 2018 } },
  "24-a": KOENIGSWINTER,
  "24-b": KOENIGSWINTER,
  "24-c": KOENIGSWINTER,
  "24-d": KOENIGSWINTER,
  "24-e": KOENIGSWINTER,
  "25-a": { beratungen: 9, themen: { wohnen: 3, schule: 2 }, kommunen: { Eitorf: 9 }, monate: { "2023-01": 9 } },
  "25-b": {
    beratungen: 30,
    themen: { wohnen: 9, schule: 8 },
    kommunen: { Eitorf: 30 },
    monate: { "2023-01": 20, "2023-02": 10 },
  },
  "26": {
    beratungen: 40,
    wartet: true,
    themen: { wohnen: 10, schule: 5 },
    kommunen: { Bornheim: 40 },
    unbekannt: ["Nähcafé 15"],
  },
  "28": { beratungen: 13, themen: { wohnen: 3, schule: 4 }, kommunen: { Eitorf: 13 }, monate: { "2023-01": 13 } },
  "29": {
    beratungen: 3,
    themen: gleich(1, "wohnen", "schule", "arbeit"),
    kommunen: { Eitorf: 3 },
    monate: { "2023-03": 3 },
  },
  "30": {
    beratungen: 3,
    wartend: 4,
    wartet: true,
    themen: gleich(1, "wohnen", "schule", "arbeit"),
    kommunen: { Eitorf: 3 },
    monate: { "2023-03": 3 },
    unbekannt: ["Fortbildung 1"],
  },
  "31": {
    beratungen: 12,
    wartet: true,
    themen: { bildung_0_6: 6 },
    kommunen: { Königswinter: 12 },
    monate: { "2023-03": 12 },
    unbekannt: ["Rückkehr 6"],
    hinweis: /Mac Roman/u,
  },
  "32": {
    beratungen: 13,
    themen: { bildung_0_6: 12, gesundheit: 1 },
    kommunen: { Königswinter: 13 },
    monate: { "2023-03": 13 },
    hinweis: /„Süß“/u,
  },
  "33": { beratungen: 2, themen: gleich(1, "wohnen", "schule"), kommunen: { Eitorf: 2 }, monate: { "2023-03": 2 } },
  "34": { wartend: 4, wartet: true, unbekannt: ["(leer) 4"] },
  "35": { beratungen: 13, themen: { wohnen: 3, schule: 4 }, kommunen: { Eitorf: 13 }, monate: { "2023-01": 13 } },
  "36": {
    beratungen: 6,
    themen: gleich(2, "wohnen", "sprache", "arbeit"),
    kommunen: { Eitorf: 6 },
    monate: { "2023-03": 6 },
  },
};

describe("lists that were read wrong without a word", () => {
  const files = readdirSync(FAELLE);
  test.each(Object.entries(SOLL))("%s", async (nr, soll) => {
    const datei = files.find((name) => name.startsWith(`${nr}-`)) ?? "";
    const bytes = new Uint8Array(readFileSync(new URL(datei, FAELLE)));
    const ergebnis = await liesListe(bytes, { datei, kommunen, codes, heute: "2026-11-29" });
    const json = alsJson(ergebnis);
    expect({
      beratungen: json.beratungen,
      wartet: wartetAufEntscheidung(ergebnis),
      wartend: ergebnis.zahlen.wartend,
      fehlerhaft: json.fehlerhaft.length,
      themen: json.themen,
      kommunen: json.kommunen,
      neuzuweisungen: json.neuzuweisungen,
      unbekannt: json.unbekannt.map(({ wert, anzahl }) => `${wert} ${anzahl}`).toSorted(),
    }).toEqual({
      beratungen: soll.beratungen ?? 0,
      wartet: soll.wartet ?? false,
      wartend: soll.wartend ?? 0,
      fehlerhaft: soll.fehlerhaft ?? 0,
      themen: soll.themen ?? {},
      kommunen: soll.kommunen ?? {},
      neuzuweisungen: soll.neuzuweisungen ?? 0,
      unbekannt: soll.unbekannt ?? [],
    });
    if (soll.monate !== undefined) expect(json.monate).toEqual(soll.monate);
    if (soll.hinweis !== undefined) expect(json.hinweise.join("\n")).toMatch(soll.hinweis);
  });
});
