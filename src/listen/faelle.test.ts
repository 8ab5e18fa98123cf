import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { alsJson, wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { SOLL } from "./fixtures/faelle-soll.ts";
import { liesListe } from "./lies-liste.ts";

const FAELLE = new URL("fixtures/faelle/", import.meta.url);
const kommunen = testKommunen("05382");
const codes = testCodes();

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
