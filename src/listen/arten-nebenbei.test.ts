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

describe("what stands around the rows", () => {
  test.each(["Gefördert durch das Land NRW seit 2021", "Sprechstunde seit Mai 2021", "Finanziert vom Land 2021"])(
    "is no year of theirs: %s",
    async (satz) => {
      const read = await lies([["Much 2024"], [satz], ["Datum", "Thema"], ["03.10.", "Kita"], ["07.10.", "Wohnung"]]);
      expect(gezaehlt(read)).toEqual(["2024-10-03 bildung_0_6", "2024-10-07 wohnen"]);
    },
  );

  test.each(["Kreis gesamt", "Gesamt Kreis", "alle Kommunen"])(
    "a column of all Kommunen is a total: %s",
    async (kopf) => {
      const { zahlen } = await lies([
        ["1. Halbjahr 2023"],
        ["Thema", "Much", "Eitorf", kopf],
        ["Wohnen", 2, 3, 5],
        ["Schule", 1, 0, 1],
        ["Kita", 4, 1, 6],
      ]);
      expect(zahlen.themen).toEqual({ wohnen: 5, schule: 1, bildung_0_6: 5 });
    },
  );

  test("a year in the corner above themes is that of the table", async () => {
    const { zahlen } = await lies([
      ["Much"],
      ["Jahr 2023", "Jan", "Feb", "Mrz"],
      ["Beratungen", 5, 6, 7],
      ["Wohnen", 1, 2, 3],
      ["Schule", 2, 0, 1],
      ["Kita", 1, 1, 1],
    ]);
    expect([zahlen.themen, zahlen.beratungen]).toEqual([{ wohnen: 6, schule: 3, bildung_0_6: 3 }, 18]);
  });

  test("a day told once above the themes of that day", async () => {
    const { zahlen, beleg } = await lies([
      ["Much"],
      ["Sprechtag", "Thema", "Anzahl Beratungen"],
      [tag(5), "Wohnung", 1],
      [null, "Kita", 4],
      [tag(12), "Wohnung", 2],
      [null, "Schule", 3],
    ]);
    expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 3, bildung_0_6: 4, schule: 3 }, 0]);
  });

  test("a sheet called “Beispiel” is a colleague’s where its title says so", async () => {
    const rows = (wer: string, thema: string): Testzelle[][] => [
      [`Mitarbeiterin: Frau ${wer}`],
      ["Datum", "Kommune", "Thema", "Dauer"],
      [tag(4), "Much", thema, 20],
      [tag(5), "Eitorf", thema, 30],
    ];
    const blaetter = [
      { name: "Beispiel", rows: rows("Beispiel", "Kita") },
      { name: "Muster", rows: rows("Muster", "Schule") },
    ];
    expect((await mappe(blaetter)).zahlen.themen).toEqual({ bildung_0_6: 2, schule: 2 });
  });
});

describe("words and signs", () => {
  test.each(["Kinder u. 18", "Kinder bis 6 Jahre", "Kinder (0-6)"])(
    "count persons beside other persons: %s",
    async (kopf) => {
      const { zahlen } = await lies([
        ["Much 2024"],
        ["Monat", "Beratungen", "Frauen", kopf, "Wohnen", "Schule"],
        ["Januar", 5, 3, 4, 1, 2],
        ["Februar", 6, 2, 5, 2, 1],
      ]);
      expect(zahlen.themen).toEqual({ wohnen: 3, schule: 3 });
    },
  );

  test.each(["Kl. kam nicht", "Frau Muster kam leider nicht", "TN ist nicht erschienen"])(
    "nobody came: %s",
    async (notiz) => {
      const read = await lies([
        ["Datum", "Kommune", "Thema", "Notiz"],
        [tag(4), "Much", "Kita", "WV"],
        [tag(5), "Much", "Schule", notiz],
        [tag(6), "Much", "Wohnung", "kam mit Sohn"],
      ]);
      expect(gezaehlt(read)).toEqual(["2024-03-04 bildung_0_6", "2024-03-06 wohnen"]);
    },
  );

  test.each([
    ["Elternabend Kita", "bildung_0_6"],
    ["Elternabend", "schule"],
    ["Müllgebühren", ""],
  ])("%s is %s", async (thema, code) => {
    const read = await lies([
      ["Datum", "Kommune", "Thema"],
      [tag(4), "Much", thema],
      [tag(5), "Much", "Wohnung"],
    ]);
    expect(gezaehlt(read)[0]).toBe(`2024-03-04 ${code}`);
  });

  test.each(["9!", "9 inkl. Telefon", "9 inkl. Tel."])(
    "a number with a remark that changes nothing: %s",
    async (zahl) => {
      const { zahlen } = await lies([
        ["Much 2024"],
        ["Monat", "Beratungen", "Wohnen"],
        ["Januar", zahl, 2],
        ["Februar", 3, 1],
      ]);
      expect(zahlen.beratungen).toBe(12);
    },
  );

  test("a zero among the letters is a lost character, told as one; a number with one waits", async () => {
    const read = await text([
      "Datum;Kommune;Thema;Notiz",
      "04.03.2024;Much;Kita;Steuer\0zeichen",
      "05.03.2024;Much;Schule;ok",
      "1\x002.03.2024;Much;Wohnung;ok",
      "\0\0\0\0",
    ]);
    expect(gezaehlt(read)).toEqual(["2024-03-04 bildung_0_6", "2024-03-05 schule"]);
    expect(read.hinweise.join(" ")).toContain("beschädigte Zeichen");
  });
});
