import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") =>
  liesListe(xlsx([{ name, rows }]), { datei: "Liste.xlsx", kommunen, codes, heute: "2026-11-30" });
const tag = dayCell("2025-02-03");

describe("figures that say more than a number, or that nobody would believe", () => {
  const monate = (kopf: readonly string[], rows: readonly Testzelle[][]) => lies([["Much 2025"], kopf, ...rows]);

  test("a number far from all others of its column waits", async () => {
    const rows: Testzelle[][] = [
      ["Januar", 31],
      ["Februar", 1004],
      ["März", 27],
      ["April", 19],
    ];
    expect((await monate(["Monat", "Beratungen"], rows)).zahlen).toMatchObject({ beratungen: 77, wartend: 1 });
    const large: Testzelle[][] = [
      ["Januar", 310],
      ["Februar", 1004],
      ["März", 270],
      ["April", 190],
    ];
    expect((await monate(["Monat", "Beratungen"], large)).zahlen).toMatchObject({ beratungen: 1774, wartend: 0 });
  });

  test("a number in words counts", async () => {
    const { zahlen } = await monate(
      ["Monat", "Beratungen"],
      [
        ["Januar", 6],
        ["Februar", "sieben"],
      ],
    );
    expect(zahlen).toMatchObject({ beratungen: 13, fehlerhaft: 0 });
  });

  test("“davon” below a row for all is how often a theme was named", async () => {
    const block = (ort: string, n: number): Testzelle[][] => [
      [ort],
      [null, "Jan", "Feb", "Summe"],
      ["Beratungen", n, 5, n + 5],
      ["davon Wohnen", 2, 1, 3],
      ["davon Deutsch", 1, 0, 1],
    ];
    const { zahlen, beleg } = await lies([["1. Quartal 2025"], ...block("Siegburg", 8), ...block("Lohmar", 9)]);
    expect([zahlen.kommunen, zahlen.themen, beleg.wartet]).toEqual([
      { Siegburg: 13, Lohmar: 14 },
      { wohnen: 6, sprache: 2 },
      0,
    ]);
  });

  test("a column of a theme with a day among its counts stays one, and the day waits", async () => {
    const rows: Testzelle[][] = [
      ["Januar", 6, 2],
      ["Februar", 5, tag],
      ["März", 8, 3],
      ["April", 7, 2],
    ];
    const { zahlen, beleg } = await monate(["Monat", "Beratungen", "davon Wohnen"], rows);
    expect([zahlen.beratungen, zahlen.themen, beleg.wartet]).toEqual([26, { wohnen: 7 }, 1]);
  });

  test.each([
    ["3+4", "2025-01-13", "2025-01-26"],
    ["6-8", "2025-02-03", "2025-02-23"],
    ["KW 6 bis KW 8", "2025-02-03", "2025-02-23"],
    ["15/16 Osterferien", "2025-04-07", "2025-04-20"],
    ["9 (Karneval)", "2025-02-24", "2025-03-02"],
  ])("the weeks “%s” are counted together", async (woche, von, bis) => {
    const { summen } = await monate(
      ["KW", "Beratungen"],
      [
        ["2", 4],
        [woche, 7],
      ],
    );
    expect(summen.map((s) => [s.von, s.bis, s.beratungen])).toContainEqual([von, bis, 7]);
  });

  test.each(["[^1]: zweimal da, vormittags und nachmittags", "* doppelt eingetragen", "Zwei davon nicht gezählt"])(
    "the remark “%s” is asked about",
    async (note) => {
      const rows: Testzelle[][] = [["Much 2025"], ["Datum", "Anliegen"], [tag, "Wohnung"], [null], [note]];
      const { zahlen, beleg } = await lies(rows);
      expect([zahlen.beratungen, beleg.wartet]).toEqual([1, 1]);
    },
  );

  test("an entry that is not called a consultation, where others are, waits", async () => {
    const { zahlen } = await lies([
      ["Much"],
      ["Datum", "Betreff", "Kategorien"],
      [tag, "Fr. Muster Wohnung", "Beratung"],
      [tag, "Schule Netzwerk", "Dienst"],
      [tag, "Hr. Niemand", null],
      [tag, "Kita", "Beratung"],
    ]);
    expect(zahlen).toMatchObject({ beratungen: 2, wartend: 2, themen: { wohnen: 1, bildung_0_6: 1 } });
  });
});
