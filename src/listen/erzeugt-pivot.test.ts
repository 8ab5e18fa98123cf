import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, xlsx } from "../../tests/support/listen-datei.ts";
import { type Liste, type Soll, prueft } from "../../tests/support/listen-soll.ts";
import { THEMEN, monat } from "../../tests/support/listen-zahlen.ts";
import { liesListe } from "./lies-liste.ts";

const ORTE = ["Much", "Lohmar", "Siegburg"] as const;
/** A record of the list that a pivot table was made of: month, Kommune and theme as numbers. */
type Eintrag = { readonly monat: number; readonly ort: number; readonly thema: number };
type Mass = keyof Eintrag;

const NAME: Readonly<Record<Mass, (n: number) => string>> = {
  monat: (n) => monat(n).slice(0, 3),
  ort: (n) => ORTE[n] ?? "",
  thema: (n) => THEMEN[n]?.[0] ?? "",
};
const MASSE = ["monat", "ort", "thema"] as const;

const kinds = (all: readonly Eintrag[], mass: Mass) => [...new Set(all.map((one) => one[mass]))].toSorted();

/** The rows below each other as a spreadsheet writes them: a label, then what stands below it. */
function rowsOf(
  all: readonly Eintrag[],
  masse: readonly Mass[],
  line: (label: string, part: readonly Eintrag[]) => Testzelle[],
): Testzelle[][] {
  const [first, ...more] = masse;
  if (first === undefined) return [];
  return kinds(all, first).flatMap((n) => {
    const part = all.filter((one) => one[first] === n);
    return [line(NAME[first](n), part), ...rowsOf(part, more, line)];
  });
}

const counted = (keys: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]));

const sollVon = (all: readonly Eintrag[], masse: readonly Mass[]): Soll => ({
  beratungen: all.length,
  kommunen: counted(all.map(({ ort }) => ORTE[ort] ?? "")),
  themen: masse.includes("thema") ? counted(all.map(({ thema }) => THEMEN[thema]?.[1] ?? "")) : {},
  ...(masse.includes("monat")
    ? { monate: counted(all.map((one) => `2025-${String(one.monat + 1).padStart(2, "0")}`)) }
    : {}),
});

const pivot = fc
  .record({
    eintraege: fc.array(fc.record({ monat: fc.nat({ max: 11 }), ort: fc.nat({ max: 2 }), thema: fc.nat({ max: 3 }) }), {
      minLength: 6,
      maxLength: 40,
    }),
    masse: fc.shuffledSubarray([...MASSE], { minLength: 1 }),
    spalte: fc.constantFrom<Mass | undefined>("monat", "ort", "thema", undefined),
    gesamt: fc.boolean(),
    kopf: fc.constantFrom("Anzahl von Nr", "Anzahl von Datum", "Anzahl", "Anzahl von Thema"),
    dazu: fc.boolean(),
  })
  .map(({ eintraege: all, masse, spalte, gesamt, kopf, dazu }): Liste => {
    const labels = masse.filter((one) => one !== spalte);
    const across = labels.length === 0 ? undefined : spalte;
    const rows = labels.length === 0 ? masse : labels;
    const used = across === undefined ? rows : [...rows, across];
    const place = used.includes("ort") ? all : all.map((one) => ({ ...one, ort: 0 }));
    const heads = across === undefined ? [] : kinds(place, across);
    const line = (label: string, part: readonly Eintrag[]): Testzelle[] =>
      across === undefined
        ? [label, part.length, ...(dazu ? [part.length * 7] : [])]
        : [label, ...heads.map((n) => part.filter((one) => one[across] === n).length || null), part.length];
    const head =
      across === undefined
        ? ["Zeilenbeschriftungen", kopf, ...(dazu ? ["Summe von Dauer (Min.)"] : [])]
        : ["Zeilenbeschriftungen", ...heads.map((n) => NAME[across](n)), "Gesamtergebnis"];
    return {
      blaetter: [
        {
          name: "Tabelle3",
          rows: [
            [used.includes("ort") ? "Kreis 2025" : "Much 2025"],
            ...(across === undefined ? [] : [[kopf, "Spaltenbeschriftungen"]]),
            head,
            ...rowsOf(place, rows, line),
            ...(gesamt ? [line("Gesamtergebnis", place)] : []),
          ],
        },
      ],
      soll: sollVon(place, used),
    };
  });

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[]) =>
  liesListe(xlsx([{ name: "Pivot", rows }]), { datei: "x.xlsx", kommunen, codes, heute: "2026-11-30" });

describe("pivot tables", () => {
  test("every record counts once, whatever stands below what", () => prueft(pivot, 150));

  test("a table that adds up is read without a question", async () => {
    const { zahlen, beleg, summen } = await lies([
      ["2025"],
      ["Zeilenbeschriftungen", "Anzahl von Nr"],
      ["Much", 7],
      ["Jan", 4],
      ["Wohnen", 3],
      ["Schule", 1],
      ["Feb", 3],
      ["Wohnen", 3],
      ["Lohmar", 5],
      ["Feb", 5],
      ["Schule", 5],
      ["Gesamtergebnis", 12],
    ]);
    expect([zahlen.beratungen, zahlen.themen, zahlen.kommunen, beleg.wartet]).toEqual([
      12,
      { wohnen: 6, schule: 6 },
      { Much: 7, Lohmar: 5 },
      0,
    ]);
    expect(zahlen.monate).toEqual({ "2025-01": 4, "2025-02": 8 });
    expect(summen.map(({ von }) => von).toSorted()).toEqual(["2025-01-01", "2025-02-01", "2025-02-01"]);
  });

  test.each<[what: string, rows: Testzelle[][]]>([
    [
      "whose parts are more than their sum",
      [
        ["Much", 7],
        ["Wohnen", 5],
        ["Schule", 3],
        ["Gesamtergebnis", 7],
      ],
    ],
    [
      "whose total is another one",
      [
        ["Much", 7],
        ["Wohnen", 5],
        ["Schule", 2],
        ["Gesamtergebnis", 9],
      ],
    ],
    [
      "whose unknown labels have no total",
      [
        ["Kaya", 7],
        ["Brandt", 5],
      ],
    ],
    [
      "a part of which is missing",
      [
        ["Much", 7],
        ["Lohmar", 3],
        ["Wohnen", 3],
        ["Gesamtergebnis", 10],
      ],
    ],
  ])("a table %s waits as a whole", async (_, rows) => {
    const { zahlen, beleg, zeilen } = await lies([["2025"], ["Zeilenbeschriftungen", "Anzahl von Nr"], ...rows]);
    expect([zahlen.beratungen, zahlen.themen]).toEqual([0, {}]);
    expect(beleg.wartet).toBe(rows.flat().length);
    expect(zeilen.filter(({ stand }) => stand === "wartet")).toHaveLength(rows.length);
  });

  test("beside the list that it was made of it counts nothing again", async () => {
    const bytes = xlsx([
      {
        name: "Liste",
        rows: [
          ["Datum", "Kommune", "Thema"],
          ["03.02.2025", "Much", "Wohnen"],
          ["04.02.2025", "Much", "Schule"],
          ["05.02.2025", "Lohmar", "Wohnen"],
        ],
      },
      {
        name: "Pivot 2025",
        rows: [
          ["Zeilenbeschriftungen", "Anzahl von Datum"],
          ["Much", 2],
          ["Wohnen", 1],
          ["Schule", 1],
          ["Lohmar", 1],
          ["Wohnen", 1],
          ["Gesamtergebnis", 3],
        ],
      },
    ]);
    const { zahlen, beleg } = await liesListe(bytes, { datei: "x.xlsx", kommunen, codes, heute: "2026-11-30" });
    expect([zahlen.beratungen, zahlen.themen, beleg.wartet]).toEqual([3, { wohnen: 2, schule: 1 }, 0]);
  });
});
