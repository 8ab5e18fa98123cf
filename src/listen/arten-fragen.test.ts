import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") =>
  liesListe(xlsx([{ name, rows }]), { datei: "Liste.xlsx", kommunen, codes, heute: "2026-11-30" });
const tag = dayCell("2025-02-03");

describe("who rang, and what came of it", () => {
  const KOPF = ["Datum", "Name", "Anliegen", "Ergebnis"];
  test.each<Testzelle[]>([
    ["Fr. Muster", "Kita", "nicht erreicht"],
    ["Fr. Muster", "Kita", "AB besprochen"],
    ["verwählt", null, null],
    ["Fr. Muster", "Termin", "Termin vereinbart 9.12."],
    ["Schule (Sekretariat)", "Kita", "Auskunft"],
    ["Jobcenter Siegburg", "Wohnung", "beraten"],
  ])("%s, %s, %s: perhaps no consultation, so it waits", async (...row) => {
    const { zahlen } = await lies([["Much"], KOPF, [tag, "Hr. Probe", "Wohnung", "beraten"], [tag, ...row]]);
    expect(zahlen).toMatchObject({ beratungen: 1, wartend: 1, themen: { wohnen: 1 } });
  });

  test.each<Testzelle[]>([
    ["Fr. Schule", "Kita", "beraten"],
    ["Fr. Muster", "Wohnung", "Termin vereinbart"],
    ["Fr. Muster", "Termin beim Amt", "begleitet"],
  ])("%s, %s, %s is one", async (...row) => {
    const { zahlen } = await lies([["Much"], KOPF, [tag, "Hr. Probe", "Wohnung", "beraten"], [tag, ...row]]);
    expect(zahlen).toMatchObject({ beratungen: 2, wartend: 0 });
  });
});

describe("exports of other programs", () => {
  const KOPF = ["SATZART", "DT_ERF", "DT_KONTAKT", "ORT", "ANL_TXT", "STAT"];
  const row = (n: number, stat: string): Testzelle[] => [10, "20250312", `2025031${n}`, "Much", "Wohnung", stat];

  test("the day of the contact counts, not that of the record", async () => {
    const { zeilen } = await lies([KOPF, row(0, "A"), row(1, "A")]);
    expect(zeilen.flatMap(({ beratung }) => beratung?.am ?? [])).toEqual(["2025-03-10", "2025-03-11"]);
  });

  test("a record with a state that few have and nobody explains waits", async () => {
    const { zahlen, zeilen } = await lies([KOPF, row(0, "A"), row(1, "A"), row(2, "S"), row(3, "A")]);
    expect(zahlen).toMatchObject({ beratungen: 3, wartend: 1 });
    expect(zeilen.find(({ stand }) => stand === "wartet")?.grund).toContain("„S“ unter „STAT“");
  });
});

describe("rows of figures that name their themes", () => {
  const tage = (rows: readonly Testzelle[][]) => lies([["Much"], ["Tag", "Anzahl Beratungen", "Themen"], ...rows]);

  test("each theme with its own number where they come to that of the row", async () => {
    const { zahlen, beleg } = await tage([
      [tag, 3, "Wohnen, Schule, Jobcenter"],
      [dayCell("2025-02-04"), 4, "Kita 2x, Wohnung, Arzt"],
      [dayCell("2025-02-05"), 5, "3x Schule, 2 x Wohnung"],
      [dayCell("2025-02-06"), 2, "Sprachkurs, Sprachkurs"],
    ]);
    expect([zahlen.beratungen, beleg.wartet]).toEqual([14, 0]);
    expect(zahlen.themen).toEqual({
      wohnen: 4,
      schule: 4,
      lebensunterhalt: 1,
      bildung_0_6: 2,
      gesundheit: 1,
      sprache: 2,
    });
  });

  test("one theme beside more consultations waits there, and is theirs in any other list", async () => {
    const listed = await tage([
      [tag, 2, "Wohnen, Schule"],
      [dayCell("2025-02-04"), 2, "Arzt"],
    ]);
    expect(listed.zahlen).toMatchObject({ beratungen: 2, wartend: 1, themen: { wohnen: 1, schule: 1 } });
    const plain = await tage([
      [tag, 3, "Wohnen"],
      [dayCell("2025-02-04"), 2, "Arzt"],
    ]);
    expect(plain.zahlen).toMatchObject({ beratungen: 5, wartend: 0, themen: { wohnen: 3, gesundheit: 2 } });
  });

  test("numbers that do not come to it leave the themes open", async () => {
    const { zahlen, beleg } = await tage([[tag, 5, "Wohnen, Schule"]]);
    expect([zahlen.beratungen, zahlen.themen]).toEqual([5, {}]);
    expect(beleg.wartet).toBe(1);
  });

  test.each(["Anzahl", "Wert", "Zahl"])(
    "beside a row for all, those of the themes count no consultations (%s)",
    async (kopf) => {
      const { zahlen } = await lies([
        ["Monat", "Kommune", "Kennzahl", kopf],
        ["2025-01", "Much", "Beratungen", 9],
        ["2025-01", "Much", "Thema Sprache", 5],
        ["2025-01", "Much", "Thema Wohnen", 6],
        ["2025-01", "Lohmar", "Beratungen", 4],
        ["2025-01", "Lohmar", "Thema Wohnen", 4],
      ]);
      expect([zahlen.beratungen, zahlen.themen]).toEqual([13, { sprache: 5, wohnen: 10 }]);
    },
  );

  test("a theme that is no number waits alone beside a number of consultations", async () => {
    const { zahlen, beleg } = await lies([
      ["Much 2025"],
      ["Monat", "Beratungen", "Wohnen", "Sprache"],
      ["Januar", 12, 4, 5],
      ["Februar", 9, 2, "ca. 3"],
      ["März", "ca. 9", 2, 3],
    ]);
    expect(zahlen).toMatchObject({ beratungen: 21, fehlerhaft: 1, themen: { wohnen: 6, sprache: 5 } });
    expect(beleg.wartet).toBe(1 + 4);
  });
});

describe("heads and months in other languages", () => {
  test.each([
    ["Дата / Datum", "Тема / Thema"],
    ["Datum / Tarih", "Konu / Thema"],
  ])("%s and %s", async (datum, thema) => {
    const { zahlen } = await lies([
      ["Much"],
      [datum, thema],
      ["3 березня 2025", "Wohnung"],
      ["10 Mart 2025", "Schule"],
    ]);
    expect([zahlen.monate, zahlen.themen]).toEqual([{ "2025-03": 2 }, { wohnen: 1, schule: 1 }]);
  });
});

describe("place and time that no column says", () => {
  test("tables beside each other have their titles in the row above their heads", async () => {
    const kopf = ["Datum", "Thema", "Min."];
    const { zahlen, beleg } = await lies([
      ["Much – März 2025", null, null, null, null, "Lohmar – März 2025"],
      [...kopf, null, null, ...kopf],
      ["03.03.", "Wohnung", 30, null, null, "04.03.", "Kita", 30],
      ["06.03.", "Schule", 20],
    ]);
    expect([zahlen.kommunen, zahlen.beratungen, beleg.wartet]).toEqual([{ Much: 2, Lohmar: 1 }, 3, 0]);
  });

  test("the Kommune in brackets behind the theme is that of the row", async () => {
    const rows: Testzelle[][] = [
      [tag, "Wohnung (Lohmar)"],
      [tag, "Schule (Much)"],
      [tag, "Kita"],
    ];
    const { zahlen } = await lies([["Datum", "Worum"], ...rows]);
    expect(zahlen).toMatchObject({ kommunen: { Lohmar: 1, Much: 1 }, wartend: 1 });
    const other = await lies([["Much"], ["Datum", "Worum"], ...rows]);
    expect(other.zahlen).toMatchObject({ kommunen: { Much: 2 }, wartend: 1 });
  });

  test("months beside each other below a school year lie in its two years", async () => {
    const { summen } = await lies([
      ["Schuljahr 2024/25 Much"],
      ["Thema", "Aug", "Dez", "Jan", "Jul"],
      ["Wohnen", 1, 2, 3, 4],
    ]);
    expect(summen.map(({ von, themen }) => [von, themen["wohnen"]])).toEqual([
      ["2024-08-01", 1],
      ["2024-12-01", 2],
      ["2025-01-01", 3],
      ["2025-07-01", 4],
    ]);
  });

  test.each([
    ["Anerk. Zeugnisse", { arbeit: 1 }],
    ["Dt.-Kurs", { sprache: 1 }],
  ])("the short form „%s“ is one name", async (wort, themen) => {
    expect((await lies([["Much"], ["Datum", "Anliegen"], [tag, wort]])).zahlen.themen).toEqual(themen);
  });
});
