import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";
import type { Entscheidungen, Ergebnis } from "./zeilen/typen.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const kontext = { kommunen, codes, heute: "2026-11-30" };
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1", entscheidungen: Entscheidungen = {}) =>
  liesListe(xlsx([{ name, rows }]), { datei: "x.xlsx", ...kontext, entscheidungen });
const text = (lines: readonly string[]) =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei: "x.csv", ...kontext });

/** Each consultation that counts: its day and themes. */
const gezaehlt = ({ zeilen }: Ergebnis): string[] =>
  zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [`${beratung.am} ${beratung.themen.join("+")}`] : [],
  );
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("a calendar whose fields tell of consultations", () => {
  const FELDER: Testzelle[][] = [
    ["vormittags", "Schule", null, "Wohnen"],
    ["nachmittags", null, "Kita", "Umzug"],
  ];
  test.each<[what: string, rows: Testzelle[][], name?: string]>([
    ["days with their month", [["Much März 2024"], ["KW 10", "Mo 04.03.", "Di 05.03.", "Mi 06.03."], ...FELDER]],
    ["dates", [["Much"], ["Uhrzeit", tag(4), tag(5), tag(6)], ...FELDER]],
    [
      "days of the week and their dates",
      [["Much"], [null, "Mo", "Di", "Mi", "Do"], [null, tag(4), tag(5), tag(6), tag(7)], ...FELDER],
    ],
    ["a week above the days of it", [["Much, KW 10 2024"], ["Zeit", "Mo", "Di", "Mi", "Do", "Fr"], ...FELDER]],
    ["a week in the name of the sheet", [["Much 2024"], ["Zeit", "Mo", "Di", "Mi", "Do", "Fr"], ...FELDER], "KW 10"],
  ])("%s", async (_, rows, name) => {
    const ergebnis = await lies(rows, name);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-03-04 schule",
      "2024-03-06 wohnen",
      "2024-03-05 bildung_0_6",
      "2024-03-06 wohnen",
    ]);
    expect(ergebnis.hinweise.join()).toContain("Kalender");
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });

  test("weeks below each other, and days without anybody", async () => {
    const ergebnis = await lies([
      ["Much 2024"],
      ["KW", "Mo", "Di", "Mi", "Do", "Fr"],
      ["KW 10", "Schule", null, "Wohnen"],
      ["KW 11", null, "Urlaub", null, null, "Kita"],
    ]);
    expect(gezaehlt(ergebnis)).toEqual(["2024-03-04 schule", "2024-03-06 wohnen", "2024-03-15 bildung_0_6"]);
  });

  const MAI: Testzelle[][] = [
    ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    [null, null, "1.", "2.", "3.", "4.", "5."],
    [null, null, "Feiertag", "Wohnen", "Kita"],
    ["6.", "7.", "8.", "9.", "10.", "11.", "12."],
    [null, "Schule"],
    ["13.", "14.", "15.", "16.", "17.", "18.", "19."],
    ["20.", "21.", "22.", "23.", "24.", "25.", "26."],
    ["27.", "28.", "29.", "30.", "31."],
    [null, "Wohnen\nKita"],
  ];
  test("a month, with what there was below its days", async () => {
    const ergebnis = await lies([["Much, Mai 2024"], ...MAI]);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-05-02 wohnen",
      "2024-05-03 bildung_0_6",
      "2024-05-07 schule",
      "2024-05-28 wohnen",
      "2024-05-28 bildung_0_6",
    ]);
  });

  test("a month, with what there was in the field of the day", async () => {
    const ergebnis = await lies([
      ["Much, Mai 2024"],
      ["Mo", "Di", "Mi", "Do", "Fr"],
      [null, null, "1.", "2.\nWohnen", "3."],
      ["6.", "7.", "8.", "9.", "10."],
      ["13.", "14.\nKita", "15.", "16.", "17."],
      ["20.", "21.", "22.", "23.", "24."],
      ["27.", "28.", "29.", "30.\nSchule", "31."],
    ]);
    expect(gezaehlt(ergebnis)).toEqual(["2024-05-02 wohnen", "2024-05-14 bildung_0_6", "2024-05-30 schule"]);
  });

  test("numbers below the days of a month count the consultations of that day", async () => {
    const zahlen = (title: string) =>
      lies([
        [title],
        ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
        [null, null, "1.", "2.", "3.", "4.", "5."],
        [null, null, "frei", 4, 3],
        ["6.", "7.", "8.", "9.", "10.", "11.", "12."],
        [null, 2],
        ["13.", "14.", "15.", "16.", "17.", "18.", "19."],
        ["20.", "21.", "22.", "23.", "24.", "25.", "26."],
        ["27.", "28.", "29.", "30.", "31."],
        [5],
      ]);
    const { summen } = await zahlen("Beratungen Much Mai 2024 (Anzahl je Tag)");
    expect(summen.map(({ von, beratungen }) => [von, beratungen])).toEqual([
      ["2024-05-02", 4],
      ["2024-05-03", 3],
      ["2024-05-07", 2],
      ["2024-05-27", 5],
    ]);
    // What they count, nothing says.
    expect((await zahlen("Much Mai 2024").catch(() => null))?.zahlen.beratungen ?? 0).toBe(0);
  });

  test.each(["April 2024", "Mai 2023"])("a month whose days are others waits: %s", async (monat) => {
    const ergebnis = await lies([[`Much, ${monat}`], ...MAI]).catch(() => null);
    expect(ergebnis?.zahlen.beratungen ?? 0).toBe(0);
  });

  test("several themes in the field of a day ask once, and one answer frees all of them", async () => {
    const rows: Testzelle[][] = [["Much"], [null, tag(4), tag(5), tag(6)], [null, "Schule, Kita", null, "Wohnen"]];
    const before = await lies(rows);
    expect([before.zahlen.beratungen, wartetAufEntscheidung(before)]).toEqual([0, true]);
    const tabellen = before.tabellen.map(({ schluessel }) => ({ tabelle: schluessel, art: "einzeln" as const }));
    const after = await lies(rows, "Tabelle1", { tabellen });
    expect(gezaehlt(after)).toEqual(["2024-03-04 schule+bildung_0_6", "2024-03-06 wohnen"]);
  });

  test("a remark below the calendar is none of its fields", async () => {
    const rows: Testzelle[][] = [["Much"], ["Zeit", tag(4), tag(5), tag(6)], ["9 Uhr", "Schule", null, "Wohnen"]];
    const ergebnis = await lies([...rows, [], ["Bitte bis Freitag an Mira Beispiel geben"]]);
    expect(gezaehlt(ergebnis)).toEqual(["2024-03-04 schule", "2024-03-06 wohnen"]);
  });

  test.each(["2 Wohnen", "Wohnen (3)", "Zauberei"])(
    "„%s“ in a field is not one consultation about it",
    async (feld) => {
      const ergebnis = await lies([["Much"], ["Zeit", tag(4), tag(5), tag(6)], ["9 Uhr", feld, "Kita", "Schule"]]);
      expect(gezaehlt(ergebnis).some((one) => one.startsWith("2024-03-04"))).toBe(false);
      expect(wartetAufEntscheidung(ergebnis)).toBe(true);
    },
  );
});

describe("several visits in one row", () => {
  test("each visit is a consultation, with its own theme", async () => {
    const ergebnis = await lies([
      ["Nr.", "Kommune", "Datum 1", "Thema 1", "Datum 2", "Thema 2"],
      [1, "Much", tag(4), "Wohnen", tag(11), "Kita"],
      [2, "Eitorf", tag(5), "Schule", null, null],
    ]);
    expect(gezaehlt(ergebnis)).toEqual(["2024-03-04 wohnen", "2024-03-11 bildung_0_6", "2024-03-05 schule"]);
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });

  test.each(["Thema", "Hauptthema"])("one “%s” for several visits asks once, the visits count", async (kopf) => {
    const rows: Testzelle[][] = [
      ["Nr.", "Kommune", kopf, "1. Kontakt", "2. Kontakt", "Dauer"],
      [1, "Much", "Wohnen", tag(4), tag(11), 30],
      [2, "Eitorf", "Schule", tag(5), null, 20],
    ];
    const before = await lies(rows);
    expect(gezaehlt(before)).toEqual(["2024-03-04 ", "2024-03-11 ", "2024-03-05 schule"]);
    expect(before.beleg.gruende[0]?.grund).toContain("Ein Thema für mehrere Tage");
    const tabellen = before.tabellen.map(({ schluessel, spalten }) => ({
      tabelle: schluessel,
      spalten: Object.fromEntries(
        spalten.flatMap(({ buchstabe, kopf: head }) =>
          head.includes("mehrere Tage") ? [[buchstabe, { bedeutung: "thema" as const }]] : [],
        ),
      ),
    }));
    expect(gezaehlt(await lies(rows, "Tabelle1", { tabellen }))).toEqual([
      "2024-03-04 wohnen",
      "2024-03-11 wohnen",
      "2024-03-05 schule",
    ]);
  });

  test("several days in a cell, the year in the head, and their number beside them", async () => {
    const ergebnis = await text([
      "Fall;Stadt;Thema;Termine 2024;Anzahl Termine",
      "F-01;Much;Wohnen;22.2., 12.3., 8.5.;3",
      "F-02;Eitorf;Kita;12./19.3.;2",
      "F-03;Much;Schule;5.4.;1",
    ]);
    expect(gezaehlt(ergebnis)).toEqual([
      "2024-02-22 ",
      "2024-03-12 ",
      "2024-05-08 ",
      "2024-03-12 ",
      "2024-03-19 ",
      "2024-04-05 schule",
    ]);
  });

  test("another number than that of the days waits", async () => {
    const ergebnis = await text([
      "Fall;Stadt;Thema;Termine 2024;Anzahl Termine",
      "F-01;Much;Wohnen;22.2., 12.3., 8.5.;4",
      "F-02;Eitorf;Kita;12.3., 19.3.;2",
      "F-03;Eitorf;Kita;13.3., 20.3.;2",
    ]);
    expect(gezaehlt(ergebnis).filter((one) => /-(?:02|05)-/u.test(one.slice(4, 8)))).toEqual([]);
    expect([gezaehlt(ergebnis).length, wartetAufEntscheidung(ergebnis)]).toEqual([4, true]);
  });
});
