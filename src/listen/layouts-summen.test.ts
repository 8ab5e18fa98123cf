import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, dayCell, encode, xlsx } from "../../tests/support/listen-datei.ts";
import { alsJson } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";
import type { Entscheidungen, Ergebnis } from "./zeilen/typen.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const lies = (bytes: Uint8Array, datei = "Liste.xlsx", entscheidungen: Entscheidungen = {}) =>
  liesListe(bytes, { datei, kommunen, codes, entscheidungen, heute: "2026-11-22" });
const blatt = (rows: Testblatt["rows"], name = "Tabelle1") => xlsx([{ name, rows }]);
const name = (ags: string) => kommunen.find((k) => k.ags === ags)?.name ?? ags;
const sums = ({ summen }: Ergebnis) =>
  summen.map((s) => [s.von, s.bis, name(s.ags), s.beratungen, { ...s.themen, ...s.offeneThemen }]);

describe("tallies in other layouts", () => {
  test("months as rows, themes as columns, strokes", async () => {
    const ergebnis = await lies(
      blatt([
        ["Strichliste Much 2023"],
        ["Monat", "Beratungen", "Deutsch", "Wohnen", "Basteln"],
        ["Januar", "||||| ||", "|||", "IIII", "|"],
        ["Februar", 12, 4, "-", null],
        ["März", null, null, null, null],
        ["Summe", 20, 7, 4, 2],
      ]),
    );
    expect(sums(ergebnis)).toEqual([
      ["2023-01-01", "2023-01-31", "Much", 7, { sprache: 3, wohnen: 4, Basteln: 1 }],
      ["2023-02-01", "2023-02-28", "Much", 12, { sprache: 4 }],
    ]);
    expect(ergebnis.abweichungen.map((a) => [a.spalte, a.wert, a.gezaehlt])).toEqual([
      ["Beratungen", "20", 19],
      ["Basteln", "2", 1],
    ]);
    expect(alsJson(ergebnis)).toMatchObject({
      art: "summen",
      beratungen: 19,
      monate: { "2023-01": 7, "2023-02": 12 },
      unbekannt: [{ spalte: "Thema", wert: "Basteln", anzahl: 1 }],
    });
  });

  test("themes as rows, Kommunen as columns, the time in the title", async () => {
    const ergebnis = await lies(
      blatt([
        ["Themen der Beratung im 1. Quartal 2023"],
        ["Thema", "Siegburg", "St. Augustin", "Troisd.", "gesamt"],
        ["Sprache", 3, 2, 1, 6],
        ["SGB II", 1, null, 4, 5],
        ["gesamt", 4, 2, 5, 11],
      ]),
    );
    expect(sums(ergebnis)).toEqual([
      ["2023-01-01", "2023-03-31", "Sankt Augustin", null, { sprache: 2 }],
      ["2023-01-01", "2023-03-31", "Siegburg", null, { sprache: 3, lebensunterhalt: 1 }],
      ["2023-01-01", "2023-03-31", "Troisdorf", null, { sprache: 1, lebensunterhalt: 4 }],
    ]);
    expect(ergebnis.abweichungen).toEqual([]);
    expect(ergebnis.hinweise).toEqual([expect.stringMatching(/steht dort nicht\.$/u)]);
  });

  test("a total smaller than the themes is the number of consultations, a wrong one is told", async () => {
    const head = ["KW", "Sprache", "Wohnen", "Arzt", "gesamt"];
    const counted = await lies(blatt([["Lohmar 2023"], head, [1, 2, 3, 1, 4], [2, 1, 1, null, 2]]));
    expect(counted.zahlen.beratungen).toBe(6);
    const summed = await lies(blatt([["Lohmar 2023"], head, [1, 2, 3, 1, 6], [2, 1, 1, null, 3]]));
    expect(summed.zahlen.beratungen).toBe(0);
    expect(summed.abweichungen).toEqual([{ blatt: "Tabelle1", zeile: 4, spalte: "gesamt", wert: "3", gezaehlt: 2 }]);
  });

  test("Kommunen as rows, months as columns", async () => {
    const ergebnis = await lies(
      blatt([
        ["Beratungen 2023"],
        ["Kommune", "Jan", "Feb", "Mrz", "Summe"],
        ["Lohmar", 3, 0, 5, 8],
        ["Köln", 1, 1, 1, 3],
        ["Kreis gesamt", 4, 1, 6, 11],
      ]),
    );
    expect(sums(ergebnis)).toEqual([
      ["2023-01-01", "2023-01-31", "Lohmar", 3, {}],
      ["2023-02-01", "2023-02-28", "Lohmar", 0, {}],
      ["2023-03-01", "2023-03-31", "Lohmar", 5, {}],
    ]);
    expect(ergebnis.zahlen).toMatchObject({ zeilen: 2, uebernommen: 1, wartend: 1 });
    const decided = { woerter: [{ spalte: "kommune", wort: "Köln", code: "05382056" }] } as const;
    const again = await lies(
      blatt([["Beratungen 2023"], ["Kommune", "Jan", "Feb", "Mrz"], ["Köln", 1, 1, 1]]),
      "x.xlsx",
      decided,
    );
    expect(again.zahlen).toMatchObject({ wartend: 0, beratungen: 3, kommunen: { "Sankt Augustin": 3 } });
  });

  test("two head rows: Kommunen above, what is counted below", async () => {
    const rows = [
      ["Statistik 2023"],
      [null, "Siegburg", null, "Lohmar", null],
      ["Monat", "Beratungen", "Neuzuweisungen", "Beratungen", "Neuzuweisungen"],
      ["Januar", 4, 1, 5, 0],
      ["Februar", 6, 2, 7, 3],
      ["Summe", 10, 3, 12, 3],
    ];
    for (const merged of [["B2:C2", "D2:E2"], []]) {
      const ergebnis = await lies(xlsx([{ name: "B", rows, merged }]));
      expect(sums(ergebnis).map(([von, , where, n]) => [von, where, n])).toEqual([
        ["2023-01-01", "Lohmar", 5],
        ["2023-01-01", "Siegburg", 4],
        ["2023-02-01", "Lohmar", 7],
        ["2023-02-01", "Siegburg", 6],
      ]);
      expect(ergebnis.zahlen.neuzuweisungen).toBe(6);
      expect(ergebnis.abweichungen).toEqual([]);
    }
  });

  test("one long table: month, Kommune, number", async () => {
    const text = "Month;Municipality;Consultations\n2023-01;Eitorf;4\n02/2023;Eitorf;5\nMar 23;Windek;6\n";
    const ergebnis = await lies(encode(text, "utf-8"), "x.csv");
    expect(sums(ergebnis)).toEqual([
      ["2023-01-01", "2023-01-31", "Eitorf", 4, {}],
      ["2023-02-01", "2023-02-28", "Eitorf", 5, {}],
      ["2023-03-01", "2023-03-31", "Windeck", 6, {}],
    ]);
  });

  test("every day with numbers, weeks with their own year, a week that is none", async () => {
    const daily = await lies(
      blatt(
        [
          ["Datum", "Anzahl", "Wohnen", "Arzt"],
          [dayCell("2023-01-02"), 4, 2, 3],
          [dayCell("2023-01-03"), 2, 1, null],
        ],
        "Lohmar",
      ),
    );
    expect(sums(daily)).toEqual([
      ["2023-01-02", "2023-01-02", "Lohmar", 4, { wohnen: 2, gesundheit: 3 }],
      ["2023-01-03", "2023-01-03", "Lohmar", 2, { wohnen: 1 }],
    ]);
    const weeks = await lies(
      blatt(
        [
          ["Woche", "Kontakte"],
          ["KW 52/2022", 3],
          ["2023-W01", 2],
          ["KW 54/2023", 1],
        ],
        "Lohmar",
      ),
    );
    expect(sums(weeks)).toEqual([
      ["2022-12-26", "2023-01-01", "Lohmar", 3, {}],
      ["2023-01-02", "2023-01-08", "Lohmar", 2, {}],
    ]);
    expect(weeks.zahlen.fehlerhaft).toBe(1);
    expect(weeks.zahlen.monate).toEqual({});
  });

  test("without a year or a Kommune the rows wait, and a choice for the table lets them go", async () => {
    const rows = [
      ["KW", "Beratungen"],
      [1, 4],
      [2, 5],
    ];
    const waiting = await lies(blatt(rows));
    expect(waiting.zahlen).toMatchObject({ wartend: 2, beratungen: 0 });
    const tabelle = waiting.tabellen[0]?.schluessel ?? "";
    const chosen = await lies(blatt(rows), "x.xlsx", { tabellen: [{ tabelle, jahr: 2023, kommune: "05382036" }] });
    expect(sums(chosen)).toEqual([
      ["2023-01-02", "2023-01-08", "Much", 4, {}],
      ["2023-01-09", "2023-01-15", "Much", 5, {}],
    ]);
  });

  test("an overview of the same file counts nothing twice", async () => {
    const month = (rows: Testblatt["rows"]) => [["Datum", "Kommune", "Thema"], ...rows];
    const ergebnis = await lies(
      xlsx([
        {
          name: "Jan",
          rows: month([
            [dayCell("2023-01-02"), "Lohmar", "Kita"],
            [dayCell("2023-01-03"), "Much", "Arzt"],
          ]),
        },
        {
          name: "Gesamt",
          rows: [
            ["Monat", "Anzahl"],
            ["Januar 2023", 2],
          ],
        },
        { name: "Listen", rows: [["Lohmar"], ["Much"]], hidden: true },
      ]),
    );
    expect(ergebnis.zahlen).toMatchObject({ beratungen: 2, zeilen: 2 });
    expect(ergebnis.tabellen.map((t) => t.art)).toEqual(["einzeln", "auswertung"]);
    expect(ergebnis.hinweise).toEqual([
      "Im ausgeblendeten Blatt „Listen“ wurde keine Liste gefunden.",
      expect.stringContaining("diese Zahlen werden nicht noch einmal gezählt"),
    ]);
    expect(ergebnis.beleg.wartet).toBe(0);
  });

  test("sums of other months or places than the single rows are counted", async () => {
    const ergebnis = await lies(
      xlsx([
        {
          name: "Q2 einzeln",
          rows: [
            ["Datum", "Kommune", "Thema"],
            [dayCell("2023-04-03"), "Lohmar", "Kita"],
          ],
        },
        { name: "Q1 Striche", rows: [["Lohmar 2023"], ["Monat", "Anzahl"], ["Januar", 2], ["Februar", 3]] },
        {
          name: "Much",
          rows: [
            ["Monat", "Anzahl"],
            ["April 2023", 7],
          ],
        },
      ]),
    );
    expect(ergebnis.tabellen.map((t) => t.art)).toEqual(["einzeln", "summen", "summen"]);
    expect(ergebnis.zahlen).toMatchObject({ beratungen: 13, kommunen: { Lohmar: 6, Much: 7 } });
    expect(ergebnis.art).toBe("einzeln");
  });

  test("only the month of each consultation is known: sums, not days that nobody wrote", async () => {
    const ergebnis = await lies(
      encode("Monat;Gemeinde;Anliegen\nJan 2023;Alfter;Kita\nJan 2023;Alfter;Arzt, Kita\n", "utf-8"),
      "x.csv",
    );
    expect(sums(ergebnis)).toEqual([["2023-01-01", "2023-01-31", "Alfter", 2, { bildung_0_6: 2, gesundheit: 1 }]]);
  });
});
