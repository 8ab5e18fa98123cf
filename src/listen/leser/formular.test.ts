import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { encode } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";

const lies = (lines: readonly string[]) =>
  liesListe(encode(lines.join("\n"), "utf-8"), {
    datei: "x.txt",
    kommunen: testKommunen("05382"),
    codes: testCodes(),
    heute: "2026-11-30",
  });
const FORMS = [
  "Datum: 06.01.2025",
  "Ort: Much",
  "Thema: Wohnung",
  "Dauer: 30 Min.",
  "",
  "Datum: 08.01.2025",
  "Ort: Lohmar",
  "Thema: Sprachkurs",
  "Dauer:",
  "-----",
  "Datum: 09.01.2025",
  "Ort: Much",
  "Thema: Schule",
  "Thema: Arbeit",
];

describe("forms below each other in a text", () => {
  test("each of them is a row, whatever it leaves empty or says twice", async () => {
    const { zahlen, beleg, zeilen } = await lies(FORMS);
    expect([zahlen.beratungen, zahlen.kommunen, beleg.wartet]).toEqual([3, { Much: 2, Lohmar: 1 }, 0]);
    expect(zahlen.themen).toEqual({ wohnen: 1, sprache: 1, schule: 1, arbeit: 1 });
    expect(zeilen.map(({ zeile, beratung }) => [zeile, beratung?.dauerMin])).toEqual([
      [1, 30],
      [6, null],
      [11, null],
    ]);
    expect(beleg.zellen).toBe(4 + 3 + 3);
  });

  test("a title above says what no field does, and a field that only some have is unknown", async () => {
    const without = FORMS.filter((line) => !line.startsWith("Ort"));
    const { zahlen, beleg } = await lies(["Beratungsstelle: Much", "", ...without, "Raum: 3"]);
    expect([zahlen.beratungen, zahlen.kommunen]).toEqual([3, { Much: 3 }]);
    expect(beleg.wartet).toBe(1);
  });

  test("a line that is no field belongs to the one above it", async () => {
    const { zahlen } = await lies([...FORMS, "Kindergeld"]);
    expect(zahlen.themen).toMatchObject({ schule: 1, arbeit: 1, lebensunterhalt: 1 });
  });

  test("lists with separators, notes and diaries are none", async () => {
    const rows = ["Datum;Thema", "06.01.2025;Hilfe: Wohnung", "07.01.2025;Hilfe: Kita"];
    const { tabellen } = await lies(rows);
    expect(tabellen[0]?.kopfzeilen).toEqual([1]);
  });
});
