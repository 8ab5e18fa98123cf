import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
type Blaetter = Readonly<Record<string, readonly (readonly Testzelle[])[]>>;
const mappe = (blaetter: Blaetter) =>
  liesListe(xlsx(Object.entries(blaetter).map(([name, rows]) => ({ name, rows }))), {
    datei: "Much.xlsx",
    kommunen,
    codes,
    heute: "2026-11-30",
  });
const lies = (...rows: Testzelle[][]) => mappe({ Liste: rows });
const tag = (n: number, jahr = 2025) => dayCell(`${jahr}-03-0${n}`);

describe("rows that another one says are the same, or none", () => {
  test("the same number of a consultation is asked about, that of a person is not", async () => {
    const rows: Testzelle[][] = [
      [71, tag(3), "Wohnen"],
      [71, tag(3), "Arbeit"],
      [72, tag(4), "Schule"],
    ];
    expect((await lies(["Beratungs-Nr", "Datum", "Thema"], ...rows)).zahlen).toMatchObject({
      beratungen: 2,
      wartend: 1,
    });
    expect((await lies(["Klient-Nr", "Datum", "Thema"], ...rows)).zahlen).toMatchObject({ beratungen: 3, wartend: 0 });
  });

  test("a row that a later one cancels waits", async () => {
    const { zahlen } = await lies(
      ["Nr", "Datum", "Anzahl", "Thema", "Bezug"],
      [1, tag(3), 1, "Wohnen", null],
      [2, tag(3), 1, "Sprache", null],
      [3, tag(4), -1, "Sprache", "Storno Nr. 2"],
    );
    expect([zahlen.beratungen, zahlen.themen]).toEqual([1, { wohnen: 1 }]);
  });

  test("a record that is marked as deleted waits", async () => {
    const { zahlen } = await lies(
      ["Datum", "Thema", "Geloescht"],
      ["03.03.2025", "Wohnen", "0"],
      ["04.03.2025", "Schule", "-1"],
    );
    expect(zahlen).toMatchObject({ beratungen: 1, wartend: 1 });
  });

  test("a year that is none of the neighbours' waits, the turn of a year does not", async () => {
    const kopf = ["Datum", "Thema"];
    const odd = await lies(kopf, [tag(3), "Wohnen"], [tag(4, 2024), "Schule"], [tag(5), "Arbeit"]);
    expect(odd.zahlen).toMatchObject({ beratungen: 2, wartend: 1 });
    const turn = await lies(
      kopf,
      [tag(3, 2024), "Wohnen"],
      [tag(4, 2024), "Schule"],
      [tag(5), "Arbeit"],
      [tag(6), "Kita"],
    );
    expect(turn.zahlen).toMatchObject({ beratungen: 4, wartend: 0 });
  });
});

describe("sheets that others replace or explain", () => {
  const rows: Testzelle[][] = [
    ["Datum", "Thema"],
    [tag(3), "Wohnen"],
  ];
  test.each([
    ["März alt", "März neu"],
    ["März (Entwurf)", "März"],
    ["Ausfüllhilfe", "Liste"],
  ])("%s waits beside %s", async (alt, neu) => {
    const { zahlen, beleg } = await mappe({
      [alt]: rows,
      [neu]: [
        ["Datum", "Thema"],
        [tag(4), "Schule"],
      ],
    });
    expect([zahlen.beratungen, zahlen.themen, beleg.wartet]).toEqual([1, { schule: 1 }, 2]);
  });

  test("alone it counts", async () => {
    expect((await mappe({ "März alt": rows })).zahlen.beratungen).toBe(1);
  });
});

describe("sheets of two colleagues", () => {
  const kopf = ["Datum", "Name", "Thema", "Min", "Bem."];
  const paula: Testzelle[][] = [
    [tag(6), "Beispiel", "Kita", 20, null],
    [tag(7), "Muster", "Wohnen", 60, "mit Ute"],
  ];

  test("what they did together counts once, the other one is asked about", async () => {
    const { zahlen, zeilen } = await mappe({
      Ute: [kopf, [tag(5), "Erfunden", "Arbeit", 30, null], [tag(7), "Muster", "Wohnen", 60, "zus. mit Paula"]],
      Paula: [kopf, ...paula],
    });
    expect([zahlen.beratungen, zahlen.themen, zahlen.wartend]).toEqual([
      3,
      { arbeit: 1, bildung_0_6: 1, wohnen: 1 },
      1,
    ]);
    expect(zeilen.find(({ stand }) => stand === "wartet")?.grund).toContain("Zeile 3 im Blatt „Ute“");
  });

  test("somebody else, or another length, is another one", async () => {
    const { zahlen } = await mappe({
      Ute: [kopf, [tag(6), "Erfunden", "Kita", 20, null], [tag(7), "Muster", "Wohnen", 30, null]],
      Paula: [kopf, ...paula],
    });
    expect([zahlen.beratungen, zahlen.wartend]).toEqual([4, 0]);
  });
});

describe("months, totals and themes that say something else than they seem to", () => {
  test("months that are counted from the beginning of a project are none of the year", async () => {
    const { zahlen } = await lies(
      ["Much 2025"],
      ["Projektmonat", "Beratungen", "Wohnen", "Sprache"],
      [1, 5, 2, 1],
      [2, 7, 3, 2],
    );
    expect(zahlen).toMatchObject({ beratungen: 0, wartend: 2 });
  });

  test("a total beside contact ways that is not theirs waits, whatever it is called", async () => {
    const { zahlen } = await lies(
      ["Much 2025"],
      ["Monat", "persönlich", "telefonisch", "Summe Kontakte", "Arbeit"],
      ["Januar", 3, 2, 5, 1],
      ["Februar", 4, 1, 8, 2],
      ["März", 2, 2, 4, 1],
    );
    expect(zahlen).toMatchObject({ beratungen: 9, wartend: 1, themen: { arbeit: 2 } });
  });

  test.each([
    ["pers.", "Tel.", "Mail"],
    ["persönlich", "Telefon", "E-Mail"],
  ])("contact ways over counts are no persons and no telephone numbers: %s, %s, %s", async (...wege) => {
    const { zahlen, tabellen } = await lies(
      ["Much 2025"],
      ["Monat", ...wege, "Summe Kontakte", "Arbeit"],
      ["Januar", 3, 2, 1, 6, 1],
      ["Februar", 4, 1, 0, 8, 2],
      ["März", 2, 2, 2, 6, 1],
    );
    expect(tabellen[0]?.spalten.map(({ kreuz }) => kreuz).slice(1, 4)).toEqual([
      "kontaktweg",
      "kontaktweg",
      "kontaktweg",
    ]);
    expect(zahlen).toMatchObject({ beratungen: 12, wartend: 1, personen: 0 });
  });

  test("one and one on days before are no total of two on a day of its own, also where every row waits", async () => {
    const rows: Testzelle[][] = [
      ["Datum", "Anzahl", "Thema"],
      [tag(3), 1, "Wohnen"],
      [tag(4), 1, "Sprache"],
      [tag(5), 2, "Aufenthalt"],
    ];
    const { zeilen } = await liesListe(xlsx([{ name: "Liste", rows }]), { datei: "Ohne Ort.xlsx", kommunen, codes });
    expect(zeilen.map(({ stand }) => stand)).toEqual(["ohne_daten", "wartet", "wartet", "wartet"]);
  });

  test("telephone numbers stay what they are", async () => {
    const { tabellen } = await lies(
      ["Datum", "Thema", "Telefon", "Handy"],
      [tag(3), "Wohnen", "02241 55501", "0171 5550123"],
      [tag(4), "Schule", "02241 55502", "0171 5550124"],
    );
    expect(tabellen[0]?.spalten.map(({ bedeutung }) => bedeutung)).toEqual(["datum", "thema", "ohne", "ohne"]);
  });

  test("what a case is mostly about is not what each contact was about", async () => {
    const { zahlen } = await lies(["Much 2024"], ["Monat", "Beratungen", "Hauptthema"], ["Januar", 14, "Wohnen"]);
    expect([zahlen.themen, zahlen.wartend]).toEqual([{}, 1]);
  });

  test("heads over several lines are words", async () => {
    const { zahlen } = await lies(
      ["Much 2025"],
      ["Monat", "Beratungs-\nkontakte", "Leistungen nach\nSGB II / XII / AsylbLG", "Wohn-\nsituation"],
      ["Januar", 9, 4, 5],
      ["Februar", 8, 3, 2],
    );
    expect([zahlen.beratungen, zahlen.themen]).toEqual([17, { lebensunterhalt: 7, wohnen: 7 }]);
  });
});
