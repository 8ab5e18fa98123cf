import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const kontext = { kommunen, codes, heute: "2026-11-30" };
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") =>
  liesListe(xlsx([{ name, rows }]), { datei: "x.xlsx", ...kontext });
const text = (lines: readonly string[], datei = "x.csv") =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei, ...kontext });
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("a title with two years", () => {
  const rows = [
    ["Tag", "Thema"],
    ["13.11.", "Wohnen"],
    ["20.12.", "Schule"],
    ["04.01.", "Kita"],
  ];
  test.each(["November 2023 – Februar 2024", "11/2023 - 02/2024", "Nov. 23 bis Feb. 24", "Okt 2023 - Mai 2024"])(
    "from a month to another one says which of both a day is of: %s",
    async (titel) => {
      const { zeilen, beleg } = await lies([[`Beratungen Gemeinde Much, ${titel}`], ...rows]);
      const days = zeilen.flatMap(({ beratung }) => beratung?.am ?? []);
      expect([days, beleg.wartet]).toEqual([["2023-11-13", "2023-12-20", "2024-01-04"], 0]);
    },
  );

  test.each(["2023 und 2024", "2023, 2024", "November 2023 – Dezember 2024"])(
    "that do not say it: the days wait: %s",
    async (titel) => {
      const { zahlen, zeilen } = await lies([[`Much ${titel}`], ...rows]);
      expect(zahlen.beratungen).toBe(zeilen.filter(({ beratung }) => beratung?.am === "2024-01-04").length);
    },
  );

  test("when it was printed is none of them", async () => {
    const { zahlen } = await lies([["Much 2024 (Stand Januar 2025)"], ["Monat", "Beratungen"], ["Januar", 4]]);
    expect(zahlen.monate).toEqual({ "2024-01": 4 });
  });

  test("months of a span over new year", async () => {
    const { zahlen } = await lies([
      ["Much Oktober 2023 – Februar 2024"],
      ["Monat", "Wohnen", "Schule"],
      ["Februar", 1, 2],
      ["Oktober", 3, 4],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 4, schule: 6 });
  });
});

describe("words", () => {
  const themen = async (wort: string) => {
    const { zeilen } = await text(["Datum;Ort;Thema", `03.03.2024;Much;${wort}`, "04.03.2024;Much;Wohnen"]);
    return [zeilen[1]?.beratung?.themen, zeilen[1]?.beratung?.offeneThemen.length];
  };
  test.each<[string, string[], number]>([
    ["Sprachkurs BAMF", ["sprache"], 0],
    ["BAMF Integrationskurs", ["sprache"], 0],
    ["BAMF-Bescheid", ["aufenthalt"], 0],
    ["Sprachkurs, BAMF", ["sprache", "aufenthalt"], 0],
    ["Sprachkurs mit Kinderbetreuung", ["sprache"], 0],
    ["Wohnung mit Schule", [], 1],
    ["Mietschulden", [], 1],
    ["Schulden", ["lebensunterhalt"], 0],
  ])("%s", async (wort, codesOf, open) => {
    expect(await themen(wort)).toEqual([codesOf, open]);
  });

  test("short forms above counts", async () => {
    const { zahlen } = await lies([
      ["Much 2023"],
      ["KW", "Spr.", "Leb.unt.", "Woh.", "Arb.", "K"],
      [36, 3, 5, 3, 1, 2],
      [37, 1, 4, 5, 2, 1],
    ]);
    expect(zahlen.themen).toEqual({ sprache: 4, lebensunterhalt: 9, wohnen: 8, arbeit: 3 });
  });

  test.each([
    ["WAHR", "FALSCH"],
    ["true", "false"],
  ])("%s is a cross, and none of a theme below “Dolmetscher nötig”", async (ja, nein) => {
    const { zahlen } = await text([
      "Datum;Ort;Sprache;Wohnen;Schule;Dolmetscher nötig",
      `03.03.2024;Much;${ja};${nein};${nein};${ja}`,
      `04.03.2024;Much;${nein};${ja};${ja};${ja}`,
      `05.03.2024;Much;${nein};${nein};${ja};${nein}`,
    ]);
    expect(zahlen.themen).toEqual({ sprache: 1, wohnen: 1, schule: 2 });
  });
});

describe("tables", () => {
  test("what is summed up beside a list counts nothing", async () => {
    const ergebnis = await lies([
      ["Datum", "Ort", "Thema", "Min", null, "Auswertung", "Anzahl"],
      [tag(3), "Much", "Wohnen", 30, null, "Wohnen", 2],
      [tag(4), "Much", "Wohnen", 30, null, "Schule", 1],
      [tag(5), "Much", "Schule", 30, null, null, null],
    ]);
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 2, schule: 1 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });

  test("columns with a gap between them are one list", async () => {
    const { zahlen } = await lies([
      ["Datum", null, "Ort", null, "Thema"],
      [tag(3), null, "Much", null, "Wohnen"],
      [tag(4), null, "Much", null, "Schule"],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 1, schule: 1 });
  });

  test("Roman quarters side by side", async () => {
    const { summen } = await lies([
      ["Bericht Much 2023"],
      ["Thema", "I", "II", "III", "IV"],
      ["Wohnen", 1, 2, 3, 4],
      ["Schule", 5, 6, 7, 8],
    ]);
    expect(summen.map(({ von, themen }) => [von, themen["wohnen"]])).toEqual([
      ["2023-01-01", 1],
      ["2023-04-01", 2],
      ["2023-07-01", 3],
      ["2023-10-01", 4],
    ]);
  });

  test("the modules of the programme are no quarters", async () => {
    const { zahlen } = await lies([
      ["Much 2023"],
      ["Thema", "I", "II", "III"],
      ["Wohnen", 1, 2, 3],
      ["Schule", 1, 2, 3],
    ]);
    expect(zahlen.themen).toEqual({});
  });

  test("Kommunen above their themes, the year below “Monat”", async () => {
    const { zahlen, beleg } = await lies([
      ["Zählbogen KIM"],
      ["Monat", "Much", null, "Eitorf", null],
      [2024, "Wohnen", "Schule", "Wohnen", "Schule"],
      ["Januar", 1, 2, 3, 4],
      ["Februar", 1, null, 3, null],
    ]);
    expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 8, schule: 6 }, 0]);
  });

  test.each(["Datum: 04.03.2024", "Sprechtag Mo, 04.03.24"])(
    "a day above the table is that of its rows: %s",
    async (titel) => {
      const { zeilen, zahlen } = await lies([
        ["Offene Sprechstunde Much"],
        [titel],
        ["Nr.", "Herkunft", "Anliegen"],
        [1, "Syrien", "Wohnen"],
        [2, "Irak", "Schule"],
      ]);
      expect(zahlen.themen).toEqual({ wohnen: 1, schule: 1 });
      expect(zeilen.flatMap(({ beratung }) => beratung?.am ?? [])).toEqual(["2024-03-04", "2024-03-04"]);
    },
  );

  test("the day of a plan is none of a consultation in a list of cases", async () => {
    const { zahlen } = await lies([
      ["Fälle Much"],
      ["Fall-Nr.", "Fallbeginn", "Hauptproblem", "Hilfeplan vom", "Fallende"],
      ["M-01", tag(3), "Wohnen", tag(10), null],
      ["M-02", tag(4), "Schule", tag(11), tag(20)],
    ]);
    expect([zahlen.beratungen, zahlen.themen]).toEqual([0, {}]);
  });
});

describe("texts", () => {
  test("lines that are quoted as a whole", async () => {
    const { zahlen } = await text(['"Datum;Ort;Thema"', '"03.03.2024;Much;Wohnen"', '"04.03.2024;Much;""Schule"""']);
    expect(zahlen.themen).toEqual({ wohnen: 1, schule: 1 });
  });

  test("a row with another separator", async () => {
    const { zahlen, beleg } = await text([
      "Datum;Ort;Thema;Min",
      "03.03.2024;Much;Wohnen;30",
      "04.03.2024\tEitorf\tSchule\t20",
      "05.03.2024;Much;Kita;30",
    ]);
    expect([zahlen.kommunen, beleg.wartet]).toEqual([{ Much: 2, Eitorf: 1 }, 0]);
  });

  test("a remark with commas is no row", async () => {
    const { zahlen } = await text([
      "Datum;Ort;Thema",
      "03.03.2024;Much;Wohnen",
      "05.03.2024, Much, Kita",
      "06.03.2024;Much;Kita",
    ]);
    expect(zahlen.beratungen).toBe(2);
  });

  test("how often each theme was on a day, and a day that says nothing", async () => {
    const ergebnis = await text(
      [
        "Sprechstunde Much 2024",
        "",
        "Mo 4.3.: 3x Wohnen",
        "Mo 11.3.: 2x Kita, 1x Jobcenter",
        "Mo 18.3.: 1x Schule",
        "Mi 20.3.: 1x Schule",
        "Mo 25.3.: voll",
      ],
      "x.txt",
    );
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 3, bildung_0_6: 2, lebensunterhalt: 1, schule: 2 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });
});
