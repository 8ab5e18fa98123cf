import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";
import type { Ergebnis } from "./zeilen/typen.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const kontext = { kommunen, codes, heute: "2026-11-30" };
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") =>
  liesListe(xlsx([{ name, rows }]), { datei: "x.xlsx", ...kontext });

/** Each consultation that counts: its day and themes. */
const gezaehlt = ({ zeilen }: Ergebnis): string[] =>
  zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [`${beratung.am} ${beratung.themen.join("+")}`] : [],
  );
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("minutes below the themes", () => {
  const ROWS: Testzelle[][] = [
    [tag(4), "Much", 15, null, null, 15],
    [tag(5), "Much", null, 20, null, 20],
    [tag(5), "Eitorf", null, null, 45, 45],
    [tag(6), "Much", 10, 10, null, 20],
  ];
  test.each<[what: string, rows: Testzelle[][]]>([
    [
      "as the title says",
      [["Beratungszeit in Minuten je Thema"], ["Datum", "Ort", "Wohnen", "Schule", "Arbeit", "Summe"], ...ROWS],
    ],
    ["as their total says", [["Datum", "Ort", "Wohnen", "Schule", "Arbeit", "Summe Min."], ...ROWS]],
  ])("are crosses, %s", async (_, rows) => {
    const ergebnis = await lies(rows);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-03-04 wohnen",
      "2024-03-05 schule",
      "2024-03-05 arbeit",
      "2024-03-06 wohnen+schule",
    ]);
  });

  test("of a whole month count nothing, and wait", async () => {
    const ergebnis = await lies([
      ["Much 2024: Zeitaufwand in Minuten"],
      ["Monat", "Wohnen", "Schule", "Arbeit"],
      ["Januar", 240, 120, 60],
      ["Februar", 90, 300, 15],
    ]);
    expect([ergebnis.zahlen.themen, wartetAufEntscheidung(ergebnis)]).toEqual([{}, true]);
  });
});

describe("months of a project", () => {
  const ROWS: Testzelle[][] = [
    ["Projektmonat", "Wohnen", "Schule"],
    [1, 4, 2],
    [2, 3, 1],
    [10, 5, 5],
  ];
  test.each([
    "Projektstart: 01.04.2023",
    "Projektbeginn April 2023",
    "Projektlaufzeit 04/2023 – 03/2025",
    "Monat 1 = April 2023",
  ])("are counted from its beginning: %s", async (start) => {
    const { summen } = await lies([["Much"], [start], ...ROWS]);
    expect(summen.map(({ von, bis }) => [von, bis])).toEqual([
      ["2023-04-01", "2023-04-30"],
      ["2023-05-01", "2023-05-31"],
      ["2024-01-01", "2024-01-31"],
    ]);
  });

  test.each(["Much 2023", "Much, Projektstart: 15.04.2023", "Much"])("wait where it is not told: %s", async (title) => {
    const ergebnis = await lies([[title], ...ROWS]);
    expect([ergebnis.summen, wartetAufEntscheidung(ergebnis)]).toEqual([[], true]);
  });

  test("the year in which a project began is not that of other months", async () => {
    const { summen } = await lies([
      ["Much"],
      ["Projektstart: 01.04.2023"],
      ["Monat", "Wohnen", "Schule"],
      ["Mai", 3, 2],
      ["Juni", 1, 1],
    ]);
    expect(summen).toEqual([]);
  });
});

describe("a day told once for the consultations below it", () => {
  const HEAD = ["Datum", "Ort", "Thema", "Dauer"];
  test("holds where each row is one of its own", async () => {
    const ergebnis = await lies([
      HEAD,
      [tag(4), "Much", "Wohnen", 30],
      [null, "Eitorf", "Kita", 15],
      [tag(5), "Much", "Schule", 30],
      [null, "Much", "Wohnen", 45],
      [null, "Much", "Kita", 20],
    ]);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-03-04 wohnen",
      "2024-03-04 bildung_0_6",
      "2024-03-05 schule",
      "2024-03-05 wohnen",
      "2024-03-05 bildung_0_6",
    ]);
    expect(ergebnis.hinweise.join()).toContain("gelten wie die Zeile darüber");
  });

  test("with its Kommune", async () => {
    const ergebnis = await lies([
      HEAD,
      [tag(4), "Much", "Wohnen", 30],
      [null, null, "Kita", 15],
      [tag(5), "Eitorf", "Schule", 30],
      [null, null, "Wohnen", 45],
    ]);
    expect(ergebnis.zahlen.kommunen).toEqual({ Much: 2, Eitorf: 2 });
  });

  test.each<[what: string, rows: Testzelle[][]]>([
    [
      "a row that may go on with the one above",
      [
        HEAD,
        [tag(4), "Much", "Wohnen", 30],
        [null, null, "Kita", null],
        [tag(5), "Much", "Schule", 30],
        [null, null, "Arbeit", null],
      ],
    ],
    [
      "one forgotten day among many",
      [HEAD, ...Array.from({ length: 20 }, (_, i): Testzelle[] => [i === 7 ? null : tag(i + 1), "Much", "Wohnen", 30])],
    ],
    [
      "no day above the first",
      [HEAD, [null, "Much", "Wohnen", 30], [tag(4), "Much", "Kita", 15], [null, "Much", "Schule", 20]],
    ],
  ])("waits: %s", async (_, rows) => {
    const ergebnis = await lies(rows);
    expect(gezaehlt(ergebnis)).toHaveLength(rows.filter(([first]) => first !== null).length - 1);
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });
});

describe("heads that nobody knows above rows that say what they are", () => {
  test.each(["Wann so", "Zettel", "Zrtrm"])("months below “%s”", async (kopf) => {
    const { summen } = await lies([
      ["Much 2024"],
      [kopf, "Wohnen", "Schule"],
      ["Januar", 4, 2],
      ["Februar", 3, 1],
      ["März", 2, 2],
    ]);
    expect(summen.map(({ von, themen }) => [von, { ...themen }])).toEqual([
      ["2024-01-01", { wohnen: 4, schule: 2 }],
      ["2024-02-01", { wohnen: 3, schule: 1 }],
      ["2024-03-01", { wohnen: 2, schule: 2 }],
    ]);
  });

  test("numbers below a head that nobody knows are a table that waits, and no file without a list", async () => {
    const ergebnis = await lies([["Much 2024"], ["Wann so", "Dings"], ["Januar", 4], ["Februar", 3], ["März", 2]]);
    expect([ergebnis.zahlen.beratungen, wartetAufEntscheidung(ergebnis)]).toEqual([0, true]);
  });
});

describe("sheets of colleagues without their names", () => {
  test.each([
    ["Kollegin A", "Kollegin B"],
    ["MA 1", "MA 2"],
    ["AK", "JS"],
  ])("%s and %s count on their own", async (a, b) => {
    const rows: Testzelle[][] = [
      ["Datum", "Ort", "Thema"],
      ...Array.from({ length: 9 }, (_, i): Testzelle[] => [tag(i + 1), "Much", "Wohnen"]),
    ];
    const { zahlen } = await liesListe(xlsx([a, b].map((name) => ({ name, rows }))), { datei: "x.xlsx", ...kontext });
    expect(zahlen.beratungen).toBe(18);
  });
});
