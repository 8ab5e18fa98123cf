import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../../tests/support/listen-datei.ts";
import { readDatei } from "../leser/read-datei.ts";
import { deuteZuweisungen } from "./lies-zuweisungen.ts";

const kontext = { kommunen: testKommunen("05382"), codes: testCodes(), heute: "2026-11-30" };
const lies = async (rows: readonly (readonly Testzelle[])[]) =>
  deuteZuweisungen(await readDatei(xlsx([{ name: "Liste", rows }]), "Liste"), kontext);
const namen = (h: { readonly menschen: readonly { readonly vorname: string }[] }) => h.menschen.map((m) => m.vorname);

const UNORDENTLICH: Testzelle[][] = [
  ["Zuweisungen KW 47", null, null, null, null, null, null, null],
  [
    "Nr.",
    "Familien-name",
    "Vorname(n)",
    "geb. am",
    "Staatsang.",
    "Religion",
    "Unterkunft",
    "Zuweisung am",
    "Bemerkung",
  ],
  [1, "Beispiel", "Nour", dayCell("1990-02-01"), "Syrien", "x", "Übergangsheim Nord", dayCell("2026-11-20"), null],
  [2, "Beispiel", "Sami", "31.02.2015", "Syrien", "x", "Übergangsheim Nord", dayCell("2026-11-20"), "kommt später"],
  [3, "Muster", "Ivan", dayCell("1980-05-05"), "Atlantis", "y", "Haus Süd", "20.11.", null],
  [null, "Rückfragen an Herrn Amt", null, null, null, null, null, null, null],
  ["Gesamt", 3, null, null, null, null, null, null, null],
];

describe("a list as an office keeps it", () => {
  test("households by family name and place; what is not understood stays text; what may never be taken is not there", async () => {
    const liste = await lies(UNORDENTLICH);
    expect(liste.haushalte.map(namen)).toEqual([["Nour", "Sami"], ["Ivan"]]);
    expect(liste.unklar).toEqual([{ nr: 6, text: "Familien-name: Rückfragen an Herrn Amt" }]);
    const [beispiel, muster] = liste.haushalte;
    expect(beispiel).toMatchObject({ anzahl: 2, unterkunft: "Übergangsheim Nord", ankunft: "2026-11-20" });
    expect(beispiel?.menschen[1]).toMatchObject({
      geburtsdatum: null,
      hinweis: "geb. am: 31.02.2015\nBemerkung: kommt später",
    });
    expect(muster?.menschen[0]).toMatchObject({ staatsangehoerigkeit: null, hinweis: "Staatsang.: Atlantis" });
    expect(muster?.ankunft).toBe("2026-11-20");
    expect(liste.nie).toEqual(["Religion"]);
    expect(liste.ohneDaten).toBe(3);
  });

  test("the mark of the list makes a household, wherever its rows stand; a number alone is one without names", async () => {
    const { haushalte } = await lies([
      ["Az.", "Name", "Personen im Haushalt", "Gemeinde", "Sprache"],
      ["Z-1", "Muster, Jo", 4, "Much", "Dari"],
      ["Z-2", "Probe, Ada", null, "Siegburg", "Arabisch, Kurdisch"],
      ["Z-1", "Andere, Lia", null, null, null],
      ["Z-3", null, 5, "Köln", null],
    ]);
    expect(haushalte.map((h) => [namen(h), h.anzahl])).toEqual([
      [["Jo", "Lia"], 4],
      [["Ada"], 1],
      [[""], 5],
    ]);
    expect(haushalte[2]?.menschen[0]?.hinweis).toBe("Gemeinde: Köln");
    expect(haushalte[1]?.menschen[0]?.hinweis).toMatch(/^Sprache: Arabisch, Kurdisch/);
  });

  test("no row is lost and none is there twice, however untidy the list", async () => {
    const cell = fc.constantFrom<Testzelle>(
      null,
      null,
      "Muster",
      "Jo",
      "Summe",
      3,
      "x",
      dayCell("2026-01-05"),
      "31.02.1990",
      "-",
    );
    const row = fc.array(cell, { minLength: 5, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 15 }), async (rows) => {
        const head = ["Nr.", "Name", "Vorname", "Geburtsdatum", "Anzahl", "Bemerkung"];
        const { haushalte, unklar, ohneDaten, zeilen } = await lies([head, ...rows]);
        const filled = rows.filter((one) => one.some((z) => z !== null)).length;
        expect(zeilen).toBe(filled + 1);
        const rowsOf = haushalte.flatMap(({ nrs }) => nrs);
        expect(new Set([...rowsOf, ...unklar.map(({ nr }) => nr)]).size).toBe(rowsOf.length + unklar.length);
        expect(rowsOf.length + unklar.length + ohneDaten).toBe(zeilen);
        for (const { menschen, anzahl } of haushalte)
          expect(anzahl).toBeGreaterThanOrEqual(Math.max(1, menschen.length));
      }),
      { numRuns: 60 },
    );
  });
});
