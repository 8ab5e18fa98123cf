import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { runs } from "../../tests/support/runs.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const mappe = (blaetter: readonly Testblatt[]) =>
  liesListe(xlsx(blaetter), { datei: "x.xlsx", kommunen, codes, heute: "2026-11-22" });
const lies = (rows: readonly (readonly Testzelle[])[]) => mappe([{ name: "Tabelle1", rows }]);

const striche = (name: string, titel: string, ...months: readonly (readonly [string, number])[]): Testblatt => ({
  name,
  rows: [[titel], ["Monat", "Beratungen"], ...months],
});
const einzeln = (name: string, ...days: readonly string[]): Testblatt => ({
  name,
  rows: [["Datum", "Ort", "Thema"], ...days.map((tag): Testzelle[] => [dayCell(tag), "Much", `Wohnen ${tag}`])],
});

describe("the same days counted again", () => {
  const monat = (...rows: readonly Testzelle[][]) => lies([["Much 2024"], ["Monat", "Beratungen"], ...rows]);
  test.each<[what: string, rows: Testzelle[][], beratungen: number, wartet: number]>([
    [
      "a month that comes again, corrected",
      [
        ["Januar", 12],
        ["Februar", 14],
        ["Februar", 16],
      ],
      26,
      2,
    ],
    [
      "or copied",
      [
        ["Januar", 12],
        ["Januar", 12],
      ],
      12,
      2,
    ],
  ])("%s", async (_, rows, beratungen, wartet) => {
    const { zahlen, beleg } = await monat(...rows);
    expect([zahlen.beratungen, beleg.wartet]).toEqual([beratungen, wartet]);
  });

  test.each<[what: string, rows: Testzelle[][], beratungen: number]>([
    [
      "of other themes",
      [
        ["Monat", "Thema", "Anzahl"],
        ["Januar", "Wohnen", 3],
        ["Januar", "Schule", 4],
      ],
      7,
    ],
    [
      "of two parts of a Kommune",
      [
        ["Monat", "Ort", "Anzahl"],
        ["Januar", "Hennef", 3],
        ["Januar", "Hennef-Uckerath", 4],
      ],
      7,
    ],
    [
      "of two colleagues",
      [
        ["Monat", "Beraterin", "Anzahl"],
        ["Januar", "AB", 3],
        ["Januar", "CD", 4],
      ],
      7,
    ],
    [
      "of one day",
      [
        ["Datum", "Beratungen"],
        [dayCell("2024-01-08"), 3],
        [dayCell("2024-01-08"), 4],
      ],
      7,
    ],
  ])("are others where the row says so: %s", async (_, rows, beratungen) => {
    const { zahlen, beleg } = await lies([["Much 2024"], ...rows]);
    expect([zahlen.beratungen, beleg.wartet]).toEqual([beratungen, 0]);
  });

  test("a copy of a sheet waits, also where it was corrected; what counts other things does not", async () => {
    const first = striche("Much", "Much 2024", ["Januar", 10], ["Februar", 12]);
    for (const zweite of [12, 14]) {
      const { zahlen, beleg } = await mappe([
        first,
        striche("Much neu", "Much 2024", ["Januar", 10], ["Februar", zweite]),
      ]);
      expect([zahlen.beratungen, zahlen.wartend, beleg.wartet]).toEqual([22, 2, 4]);
    }
    const themen = {
      name: "Themen",
      rows: [["Much 2024"], ["Monat", "Wohnen", "Schule", "Arbeit"], ["Januar", 3, 2, 1]],
    };
    expect((await mappe([first, themen])).beleg.wartet).toBe(0);
  });
});

describe("tables of one file about the same", () => {
  test.each<[what: string, blaetter: Testblatt[], beratungen: number, wartet: number]>([
    [
      "an overview that agrees counts nothing",
      [
        einzeln("Liste", "2024-01-08", "2024-01-09", "2024-02-05"),
        striche("Zahlen", "Much 2024", ["Januar", 2], ["Februar", 1]),
      ],
      3,
      0,
    ],
    [
      "an overview with other numbers waits",
      [einzeln("Liste", "2024-01-08", "2024-01-09"), striche("Zahlen", "Much 2024", ["Januar", 5])],
      2,
      2,
    ],
    [
      "so does one of more months than the rows are about",
      [einzeln("Liste", "2024-01-08"), striche("Zahlen", "Much 2024", ["Januar", 1], ["Februar", 9])],
      1,
      4,
    ],
    [
      "an overview of themes alone with other numbers waits, though it says nothing of consultations",
      [
        einzeln("Liste", "2024-01-08", "2024-01-09"),
        { name: "Themen", rows: [["Much 2024"], ["Monat", "Wohnen", "Schule", "Arbeit"], ["Januar", 3, 2, 1]] },
      ],
      2,
      4,
    ],
    [
      "a sheet that is only called like an overview counts",
      [striche("Statistik 2023", "Much 2023", ["Januar", 10]), striche("Zahlen 2024", "Much 2024", ["Januar", 12])],
      22,
      0,
    ],
    [
      "an overview of the Kreis without Kommunen agrees by its numbers",
      [
        striche("Much", "Much 2024", ["Januar", 10]),
        striche("Eitorf", "Eitorf 2024", ["Januar", 7]),
        striche("Übersicht", "2024", ["Januar", 17]),
      ],
      17,
      0,
    ],
    [
      "or waits",
      [
        striche("Much", "Much 2024", ["Januar", 10]),
        striche("Eitorf", "Eitorf 2024", ["Januar", 7]),
        striche("Übersicht", "2024", ["Januar", 19]),
      ],
      17,
      2,
    ],
  ])("%s", async (_, blaetter, beratungen, wartet) => {
    const { zahlen, beleg } = await mappe(blaetter);
    expect([zahlen.beratungen, beleg.wartet]).toEqual([beratungen, wartet]);
  });
});

describe("whatever the numbers are", () => {
  const MONATE = ["Januar", "Februar", "März"];
  const zeile = fc.record({
    monat: fc.integer({ min: 0, max: 2 }),
    tag: fc.integer({ min: 1, max: 28 }),
    thema: fc.constantFrom("Wohnen", "Schule"),
  });
  /** A sheet of single consultations, and one with what they add up to, from `from` on. */
  const beide = (rows: readonly { monat: number; tag: number; thema: string }[], from: number, more: number) => {
    const tag = (monat: number, day: number) => `2024-0${monat + 1}-${String(day).padStart(2, "0")}`;
    const liste = rows.map((r, i): Testzelle[] => [dayCell(tag(r.monat, r.tag)), "Much", r.thema, `Zettel ${i}`]);
    const summen = MONATE.map((name, monat): Testzelle[] => {
      const here = rows.filter((r) => r.monat === monat);
      const themen = ["Wohnen", "Schule"].map((thema) => here.filter((r) => r.thema === thema).length);
      return [name, ...[here.length, ...themen].slice(from)];
    });
    const [first = [], ...others] = summen;
    const changed = [first.map((n, i) => (i === 1 && typeof n === "number" ? n + more : n)), ...others];
    const kopf = ["Beratungen", "Wohnen", "Schule"].slice(from);
    return [
      { name: "Liste", rows: [["Datum", "Ort", "Thema", "Notiz"], ...liste] },
      { name: "Zahlen", rows: [["Much 2024"], ["Monat", ...kopf], ...changed] },
    ];
  };

  test("an overview worked out from the rows counts nothing and asks nothing; with one other number it waits", async () => {
    const rows = fc.array(zeile, { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(0, 1), fc.integer({ min: 1, max: 9 }), async (all, from, more) => {
        const [same, other] = await Promise.all([mappe(beide(all, from, 0)), mappe(beide(all, from, more))]);
        for (const { zahlen } of [same, other]) {
          expect(zahlen.beratungen).toBe(all.length);
          expect(Object.values(zahlen.themen).reduce((a, b) => a + b, 0)).toBe(all.length);
        }
        expect(same.beleg.wartet).toBe(0);
        expect(other.beleg.wartet).toBeGreaterThan(0);
      }),
      runs(20),
    );
  });

  test("a sheet counts once, however often, in whatever order and with whatever corrections it comes again", async () => {
    const n = fc.integer({ min: 1, max: 40 });
    const monate = fc.tuple(n, n, n);
    const reihe = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(monate, fc.array(fc.tuple(monate, reihe), { maxLength: 3 }), async (first, copies) => {
        const blaetter = [{ counts: first, order: [0, 1, 2] }, ...copies.map(([counts, order]) => ({ counts, order }))];
        const { zahlen } = await mappe(
          blaetter.map(({ counts, order }, i) =>
            striche(`Blatt ${i}`, "Much 2024", ...order.map((at) => [MONATE[at] ?? "", counts[at] ?? 0] as const)),
          ),
        );
        expect(zahlen.beratungen).toBe(first.reduce((a, b) => a + b, 0));
        expect(zahlen.wartend).toBe(3 * copies.length);
      }),
      runs(20),
    );
  });
});
