import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";
import type { Ergebnis } from "./zeilen/typen.ts";

const kontext = { kommunen: testKommunen("05382"), codes: testCodes(), heute: "2026-11-30" };
const mappe = (blaetter: readonly Testblatt[]) => liesListe(xlsx(blaetter), { datei: "x.xlsx", ...kontext });
const lies = (rows: readonly (readonly Testzelle[])[]) => mappe([{ name: "Tabelle1", rows }]);
const text = (lines: readonly string[]) =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei: "x.txt", ...kontext });
const gezaehlt = ({ zeilen }: Ergebnis): string[] =>
  zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [`${beratung.am} ${beratung.themen.join("+")}`] : [],
  );
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("what stands around the rows holds for them", () => {
  test.each(["1. Quartal 2023", "Jan–Mrz 2023"])("a time in the corner above the themes: %s", async (eck) => {
    const { summen, beleg } = await lies([
      ["KIM Themen"],
      [eck, "Much", "Eitorf", "gesamt"],
      ["Wohnen", 1, 2, 3],
      ["Schule", 4, 0, 4],
      ["gesamt", 5, 2, 7],
      [],
      ["2. Quartal 2023", "Much", "Eitorf", "gesamt"],
      ["Wohnen", 3, 3, 6],
      ["Schule", 0, 1, 1],
      ["gesamt", 3, 4, 7],
    ]);
    expect(summen.map(({ von, bis, themen }) => [von, bis, { ...themen }])).toEqual([
      ["2023-01-01", "2023-03-31", { wohnen: 2 }],
      ["2023-01-01", "2023-03-31", { wohnen: 1, schule: 4 }],
      ["2023-04-01", "2023-06-30", { wohnen: 3, schule: 1 }],
      ["2023-04-01", "2023-06-30", { wohnen: 3 }],
    ]);
    expect(beleg.wartet).toBe(0);
  });

  test("the title of a sheet, for a second table that names no place", async () => {
    const { zahlen, beleg } = await lies([
      ["Much 2023"],
      ["Monat", "Wohnen", "Schule"],
      ["Januar", 1, 2],
      ["Februar", 3, 1],
      [],
      ["Datum", "Thema", "Dauer"],
      [tag(4), "Kita", 20],
      [tag(5), "Arbeit", 30],
    ]);
    expect([zahlen.themen, zahlen.kommunen, beleg.wartet]).toEqual([
      { wohnen: 4, schule: 3, bildung_0_6: 1, arbeit: 1 },
      { Much: 2 },
      0,
    ]);
  });

  test("the name of a sheet that is a theme, where each of several is one", async () => {
    const rows = (n: number): Testzelle[][] => [
      ["Kommune", "Jan 2023", "Feb 2023"],
      ["Much", n, 2],
      ["Eitorf", 1, n],
    ];
    const { zahlen, beleg } = await mappe([
      { name: "Wohnen", rows: rows(3) },
      { name: "Schule", rows: rows(5) },
    ]);
    expect([zahlen.themen, zahlen.beratungen, beleg.wartet]).toEqual([{ wohnen: 9, schule: 13 }, 0, 0]);
  });

  test("the Kommune on the card of each person", async () => {
    const { zahlen, beleg } = await lies([
      ["Fallakten KIM"],
      ["Klient:", "Fam. Muster", "Wohnort:", "Much"],
      ["Datum", "Thema", "Min"],
      [tag(4), "Wohnen", 45],
      [],
      ["Klient:", "Hr. Beispiel", "Wohnort:", "Eitorf"],
      ["Datum", "Thema", "Min"],
      [tag(5), "Kita", 20],
      [tag(6), "Schule", 20],
    ]);
    expect([zahlen.kommunen, beleg.wartet]).toEqual([{ Much: 1, Eitorf: 2 }, 0]);
  });

  test("“Erst” and “Folge” below each Kommune are its consultations", async () => {
    const rows = [
      ["Beratungszahlen 2023"],
      [null, "Much", null, "Eitorf", null],
      ["Monat", "Erst", "Folge", "Erst", "Folge"],
      ["Juli", 3, 2, 3, 1],
      ["August", 2, 1, 0, 3],
    ];
    const { zahlen } = await mappe([{ name: "Tabelle1", rows, merged: ["B2:C2", "D2:E2"] }]);
    expect(zahlen.kommunen).toEqual({ Much: 8, Eitorf: 7 });
  });
});

describe("texts", () => {
  test("a diary whose days are written out, with names before what it was about", async () => {
    const ergebnis = await text([
      "Standort: Much",
      "Montag, 3. Juni 2024",
      "- Frau Muster: Wohnungssuche",
      "- Herr Probe: Kindergeld",
      "",
      "Donnerstag, 6. Juni 2024",
      "- Herr Exempel: Integrationskurs",
      "- Fam. Beispiel: Zahnarzt",
      "",
      "Montag, 10. Juni 2024",
      "- Frau Muster: Schulanmeldung",
    ]);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-06-03 wohnen",
      "2024-06-03 lebensunterhalt",
      "2024-06-06 sprache",
      "2024-06-06 gesundheit",
      "2024-06-10 schule",
    ]);
  });

  test("short sentences below the weeks they are of", async () => {
    const { summen, zahlen } = await text([
      "Wochenmeldungen 2024",
      "KW 10",
      "Much: 7 Beratungen (3x Wohnen, 2x Jobcenter, 2x Aufenthalt)",
      "Eitorf: 4 Beratungen (1x Kita, 3x Sprachkurs)",
      "KW 11",
      "Much: keine Sprechstunde, war krank",
      "Eitorf: 2 Beratungen (2x Wohnen)",
    ]);
    expect(summen.map(({ von, beratungen }) => [von, beratungen])).toEqual([
      ["2024-03-04", 4],
      ["2024-03-04", 7],
      ["2024-03-11", 2],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 5, lebensunterhalt: 2, aufenthalt: 2, bildung_0_6: 1, sprache: 3 });
  });

  test("a report with columns of fixed widths", async () => {
    const ergebnis = await text([
      "Bericht: Beratungen nach Datum              Seite 1",
      "",
      "Datum       Ort        Name              Thema              Min",
      "-----------------------------------------------------------------",
      "04.10.2023  Much       Jo Muster         Elterngeld         60",
      "06.10.2023  Eitorf                       Wohnungssuche      30",
      "11.10.2023  Much       Mira Beispiel     Kita ab Sommer     15",
      "Summe: 3",
    ]);
    expect(gezaehlt(ergebnis)).toEqual(["2023-10-04 lebensunterhalt", "2023-10-06 wohnen", "2023-10-11 bildung_0_6"]);
    expect(ergebnis.zahlen.kommunen).toEqual({ Much: 2, Eitorf: 1 });
  });
});
