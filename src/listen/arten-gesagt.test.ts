import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";
import type { Ergebnis } from "./zeilen/typen.ts";

const kontext = { kommunen: testKommunen("05382"), codes: testCodes(), heute: "2026-11-30" };
const lies = (rows: readonly (readonly Testzelle[])[]) =>
  liesListe(xlsx([{ name: "Tabelle1", rows }]), { datei: "x.xlsx", ...kontext });
const gezaehlt = ({ zeilen }: Ergebnis): string[] =>
  zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [`${beratung.am} ${beratung.themen.join("+")}`] : [],
  );
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("what a list says of its rows", () => {
  test("a correction and what it corrects wait both", async () => {
    const ergebnis = await lies([
      ["Much 2024"],
      ["Monat", "Beratungen", "Wohnen"],
      ["Januar", 4, 2],
      ["Februar", 5, 1],
      ["Januar (korr.)", 7, 3],
    ]);
    expect([ergebnis.zahlen.beratungen, wartetAufEntscheidung(ergebnis)]).toEqual([5, true]);
  });

  test("a legend below the rows, whose short forms may mean a day off as well", async () => {
    const ergebnis = await lies([
      ["Datum", "Stadt", "Themen", "Min"],
      [tag(4), "Much", "AU", 20],
      [tag(5), "Much", "WO, AU", 30],
      [],
      ["Abkürzungen:"],
      ["AU", "Aufenthalt"],
      ["WO", "Wohnen"],
    ]);
    expect([gezaehlt(ergebnis), wartetAufEntscheidung(ergebnis)]).toEqual([
      ["2024-03-04 aufenthalt", "2024-03-05 wohnen+aufenthalt"],
      false,
    ]);
  });

  test("numbers that are ranks, and a number of persons beside 0 and 1", async () => {
    const rang = await lies([
      ["Much – 1 = Hauptthema, 2 = weiteres Thema"],
      ["Tag", "Name", "Wohnen", "Schule", "Arbeit"],
      [tag(4), "Jo Muster", 1, null, 2],
      [tag(5), "Mira Beispiel", null, 1, null],
    ]);
    expect(gezaehlt(rang)).toEqual(["2024-03-04 wohnen+arbeit", "2024-03-05 schule"]);
    const haushalt = await lies([
      ["Datum", "Ort", "Wohnen", "Schule", "Arbeit", "Leute daheim"],
      [tag(4), "Much", 1, 0, 0, 7],
      [tag(5), "Much", 0, 1, 1, 4],
    ]);
    expect(gezaehlt(haushalt)).toEqual(["2024-03-04 wohnen", "2024-03-05 schule+arbeit"]);
  });

  test("rooms are no Kommunen: one is chosen for the list", async () => {
    const rows: Testzelle[][] = ["Büro", "Telefon", "Hausbesuch"].map((ort, i) => [tag(i + 4), ort, "Wohnen", 20]);
    const { tabellen, zeilen } = await lies([["Datum", "Ort", "Thema", "Min"], ...rows]);
    expect(tabellen[0]?.spalten[1]?.bedeutung).toBe("ohne");
    expect(zeilen.filter(({ stand }) => stand === "wartet")).toHaveLength(3);
  });

  test.each<[what: string, rows: Testzelle[][], taken: number]>([
    [
      "“n.e.” and no time at all",
      [
        ["Datum", "Ort", "Thema", "Dauer", "Vermerk"],
        [tag(4), "Much", "Wohnen", 30, null],
        [tag(5), "Much", "Kita", 0, "n.e."],
        [tag(6), "Much", "Kita", 20, "nicht ersch."],
        [tag(7), "Much", "Kita", 25, null],
      ],
      2,
    ],
    [
      "most are called a consultation",
      [
        ["Betreff", "Beginnt am", "Endet am", "Kategorien", "Ort"],
        ...["Beratung", "Beratung", "Beratung", "Team", "extern", "Beratung", "Beratung"].map((art, i): Testzelle[] => [
          "Wohngeld",
          tag(i + 4),
          tag(i + 5),
          art,
          "Much",
        ]),
      ],
      5,
    ],
    [
      "most begin with the same short form",
      [
        ["Datum", "Ziel", "Zweck"],
        ...["HB Wohnung", "HB Kita", "Material geholt", "HB Schule", "HB Wohnung"].map((zweck, i): Testzelle[] => [
          tag(i + 4),
          "Much",
          zweck,
        ]),
      ],
      4,
    ],
  ])("what did not happen, or was something else, waits: %s", async (_, rows, taken) => {
    const ergebnis = await lies(rows);
    expect([gezaehlt(ergebnis).length, wartetAufEntscheidung(ergebnis)]).toEqual([taken, true]);
  });

  test.each([
    ["Schulden Stadtwerke", ["lebensunterhalt"]],
    ["Schulden Miete", []],
    ["Wohnung gesucht, Beratung", ["wohnen"]],
    ["Material geholt", []],
    ["Krankenkassen-Schreiben", ["gesundheit"]],
  ])("“%s” is about %j", async (thema, codes) => {
    const { zahlen } = await lies([
      ["Datum", "Ort", "Thema", "Min"],
      [tag(4), "Much", thema, 20],
      [tag(5), "Much", "Kita", 20],
    ]);
    expect(Object.keys(zahlen.themen).filter((code) => code !== "bildung_0_6")).toEqual(codes);
  });
});
