import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, dayCell, encode, serialOf, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";
import type { Beratungszeile, Ergebnis } from "./zeilen/typen.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const lies = (bytes: Uint8Array, datei = "Liste.xlsx") =>
  liesListe(bytes, { datei, kommunen, codes, heute: "2026-11-22" });
const csv = (text: string, encoding: Parameters<typeof encode>[1] = "utf-8", datei = "Liste.csv") =>
  lies(encode(text, encoding), datei);
const blatt = (rows: Testblatt["rows"], more: Partial<Testblatt> = {}) => xlsx([{ name: "Tabelle1", rows, ...more }]);

const taken = ({ zeilen }: Ergebnis): Beratungszeile[] =>
  zeilen.flatMap(({ stand, beratung }) => (stand === "uebernommen" && beratung !== null ? [beratung] : []));
const ort = (b: Beratungszeile | undefined) => kommunen.find(({ ags }) => ags === b?.ags)?.name;
const meanings = ({ tabellen }: Ergebnis) => tabellen[0]?.spalten.map(({ bedeutung }) => bedeutung).join(" ");

describe("single consultations in other layouts", () => {
  test("English heads, commas, American dates told by the column", async () => {
    const ergebnis = await csv(
      "No,Topic,City,Contact date,Nationality,Interpreter,Length (h),New arrival\n" +
        '1,"Language course, Housing",Siegburg,03/04/2023,Syrian,none,0.5,yes\n' +
        "2,Health,St. Augustin,03/28/2023,Ukraine,Google Translate,1,no\n",
    );
    expect(meanings(ergebnis)).toBe("nummer thema kommune datum herkunft verstaendigung dauer neuzuweisung");
    expect(taken(ergebnis)).toMatchObject([
      {
        am: "2023-03-04",
        themen: ["sprache", "wohnen"],
        dauerMin: 30,
        neuzuweisung: true,
        verstaendigung: "nicht_noetig",
      },
      { am: "2023-03-28", themen: ["gesundheit"], dauerMin: 60, neuzuweisung: false, staatsangehoerigkeit: "166" },
    ]);
  });

  test("what is too long for a name is asked about, never cut", async () => {
    const ergebnis = await csv(
      "Datum;Kommune;Name;Thema\n" +
        `3.4.2023;Lohmar;${"Beispiel ".repeat(23)};Wohnen\n` +
        "4.4.2023;Lohmar;Mira Beispiel;Wohnen\n",
    );
    expect(ergebnis.zeilen.slice(1).map(({ stand, grund }) => [stand, grund])).toMatchObject([
      ["fehlerhaft", expect.stringContaining("so lang ist kein Name")],
      ["uebernommen", ""],
    ]);
  });

  test("French heads, tabs, UTF-16, days first", async () => {
    const ergebnis = await csv(
      "Commune\tDate\tNom, prénom\tDate de naissance\tSujet\tLangue\tDurée\tRemarques\r\n" +
        "Lohmar\t3/4/2023\tExemple, Mira\t5/12/1990\tLogement\tarabe\t45 min\trappeler\r\n" +
        "Much\t28/4/2023\tModele, Jo\t31/1/85\tSanté\tdari\t1 h\t\r\n",
      "utf-16le",
    );
    expect(meanings(ergebnis)).toBe("kommune datum name geburtsdatum thema sprache dauer notiz");
    expect(taken(ergebnis)).toMatchObject([
      {
        am: "2023-04-03",
        stufe: "2",
        themen: ["wohnen"],
        sprachen: ["ar"],
        dauerMin: 45,
        altersgruppe: "27-44",
        personen: [{ vorname: "Mira", nachname: "Exemple", geburtsdatum: "1990-12-05" }],
      },
      { am: "2023-04-28", themen: ["gesundheit"], dauerMin: 60, personen: [{ geburtsdatum: "1985-01-31" }] },
    ]);
  });

  test("Turkish heads, semicolons, UTF-8 with mark", async () => {
    const ergebnis = await csv(
      "Tarih;Belediye;Ad;Soyad;Konu;İletişim;Ana dili;Uyruk\n02.01.2023;Königswinter;Mira;Örnek;Konut;telefonla;Türkçe;Türkiye\n",
      "utf-8-bom",
    );
    expect(meanings(ergebnis)).toBe("datum kommune vorname nachname thema kontaktweg sprache herkunft");
    expect(taken(ergebnis)).toMatchObject([
      { themen: ["wohnen"], kontaktweg: "telefon", sprachen: ["tr"], staatsangehoerigkeit: "163", stufe: "2" },
    ]);
  });

  test("written months, Windows-1252, pipes, misspelt heads", async () => {
    const ergebnis = await csv(
      "Beratungsdatm|Gemeinde|Anligen|Verständigng|Kontaktform\n" +
        "12. März 2023|Königsw.|Kindergartenplatz|Sprachmittler|persönlich\n" +
        "Di, 14. Mrz. 23|Eitrof|Wohnung + Jobcenter|Kind|HB\n",
      "windows-1252",
    );
    expect(taken(ergebnis).map((b) => [b.am, ort(b), ...b.themen, b.verstaendigung, b.kontaktweg])).toEqual([
      ["2023-03-12", "Königswinter", "bildung_0_6", "sprachmittlung", "termin"],
      ["2023-03-14", "Eitorf", "wohnen", "lebensunterhalt", "kind_dolmetscht", "hausbesuch"],
    ]);
  });

  test("days counted from 1904, texts inside the cells, a title and an empty column", async () => {
    const rows = [
      [{ inline: "Doku Eitorf" }],
      [null, { inline: "Tag" }, null, { inline: "Grund" }, { inline: "Alter" }],
      [null, { serial: serialOf("2023-05-02") - 1462, format: "d/m/yy" }, null, { inline: "Arzt" }, 34],
      [null, { serial: serialOf("2023-05-03") - 1462, format: "d/m/yy" }, null, { inline: "Wohnung" }, "ca. 70"],
    ];
    const ergebnis = await lies(xlsx([{ name: "2023", rows }], { date1904: true }));
    expect(taken(ergebnis).map((b) => [b.am, ort(b), ...b.themen, b.altersgruppe])).toEqual([
      ["2023-05-02", "Eitorf", "gesundheit", "27-44"],
      ["2023-05-03", "Eitorf", "wohnen", "65+"],
    ]);
  });

  test("crosses for themes, channels and an unknown theme below group heads", async () => {
    const ergebnis = await lies(
      blatt(
        [
          ["Datum", "Ort", "Themen", null, null, null, "Kontaktweg", null, "Notiz"],
          [null, null, "Deutsch", "Wohnen", "Zauberei", "Kita", "persönlich", "Telefon", null],
          [dayCell("2023-02-01"), "Lohmar", "x", null, "x", null, "x", null, "a"],
          [dayCell("2023-02-02"), "Lohmar", null, "✓", null, "Platz gesucht", null, "X", "b"],
          ["Summe", null, 1, 1, 1, 1, 1, 1, null],
        ],
        { merged: ["C1:F1", "G1:H1"] },
      ),
    );
    expect(taken(ergebnis)).toMatchObject([
      { themen: ["sprache"], offeneThemen: ["Zauberei"], kontaktweg: "termin", notiz: "a" },
      { themen: ["wohnen", "bildung_0_6"], offeneThemen: [], kontaktweg: "telefon", notiz: "b\nKita: Platz gesucht" },
    ]);
    expect(ergebnis.abweichungen).toEqual([]);
    expect(ergebnis.woerter.filter((w) => w.grund === "unbekannt")).toMatchObject([
      { spalte: "thema", wort: "Zauberei", anzahl: 1 },
    ]);
  });

  test("no head at all", async () => {
    const ergebnis = await csv("4.1.2023;Lohmar;Arabisch;Wohnung\n5.1.2023;Much;Dari;Arzt\n6.1.2023;Much;Farsi;Kita\n");
    expect(taken(ergebnis).map((b) => [b.am, ort(b), ...b.sprachen, ...b.themen])).toEqual([
      ["2023-01-04", "Lohmar", "ar", "wohnen"],
      ["2023-01-05", "Much", "prs", "gesundheit"],
      ["2023-01-06", "Much", "fa", "bildung_0_6"],
    ]);
  });

  test("a head whose words nobody knows", async () => {
    const ergebnis = await csv("Päivä;Kunta;Aihe\n4.1.2023;Lohmar;Wohnung\n5.1.2023;Much;Arzt\n");
    expect(taken(ergebnis).map((b) => [b.am, ort(b), ...b.themen])).toEqual([
      ["2023-01-04", "Lohmar", "wohnen"],
      ["2023-01-05", "Much", "gesundheit"],
    ]);
  });

  test("merged days, “as above”, days of the month under the sheet's name", async () => {
    const rows = [
      ["Tag", "Thema", "Kommune"],
      [2, "Wohnung", "Lohmar"],
      [null, "Arzt", '"'],
      [31, "Kita", "Much"],
    ];
    const ergebnis = await lies(xlsx([{ name: "Feb 2023", rows, merged: ["A2:A3"] }]));
    expect(taken(ergebnis).map((b) => [b.am, ort(b)])).toEqual([
      ["2023-02-02", "Lohmar"],
      ["2023-02-02", "Lohmar"],
    ]);
    expect(ergebnis.zeilen.at(-1)).toMatchObject({ stand: "fehlerhaft", grund: "Einen 31. hat dieser Monat nicht." });
  });

  test("places as titles between the rows, heads printed again, subtotals, one of them wrong", async () => {
    const ergebnis = await lies(
      blatt([
        ["Beratungen 1. Quartal 2023"],
        ["Siegburg"],
        ["Datum", "Thema", "Dauer"],
        ["2.1.", "Wohnung", 30],
        ["3.1.", "Arzt", 60],
        ["Zwischensumme", 2, 90],
        ["Troisdorf"],
        ["Datum", "Thema", "Dauer"],
        ["4.2.", "Kita", "1:30"],
        ["Zwischensumme", 2, 90],
        ["Gesamt", 3, 180],
        ["* Zahlen ohne Gruppen"],
      ]),
    );
    expect(taken(ergebnis).map((b) => [b.am, ort(b), b.dauerMin])).toEqual([
      ["2023-01-02", "Siegburg", 30],
      ["2023-01-03", "Siegburg", 60],
      ["2023-02-04", "Troisdorf", 90],
    ]);
    expect(ergebnis.abweichungen).toEqual([{ blatt: "Tabelle1", zeile: 10, spalte: "Thema", wert: "2", gezaehlt: 1 }]);
    expect(ergebnis.zahlen).toMatchObject({ zeilen: 3, uebernommen: 3 });
    expect(ergebnis.zeilen).toHaveLength(12);
  });

  test("two months side by side", async () => {
    const ergebnis = await lies(
      blatt([
        ["Windeck 2023"],
        ["Datum", "Thema", null, "Datum", "Thema"],
        [dayCell("2023-01-02"), "Arzt", null, dayCell("2023-02-01"), "Kita"],
        [null, null, null, dayCell("2023-02-02"), "Kita"],
      ]),
    );
    expect(taken(ergebnis).map((b) => [b.am, ...b.themen])).toEqual([
      ["2023-01-02", "gesundheit"],
      ["2023-02-01", "bildung_0_6"],
      ["2023-02-02", "bildung_0_6"],
    ]);
  });

  test("serial numbers as text, prepared rows, what has no field is left out", async () => {
    const ergebnis = await csv(
      "Nr.;Datum;Stadt;Aufenthaltsstatus;Religion;Telefon;Thema\n1;44928;Lohmar;Duldung;keine;02241 12345;Pass\n2;44929;Lohmar;AE;;;Kita\n3;;Lohmar;;;;\n4;;;;;;\n",
    );
    expect(meanings(ergebnis)).toBe("nummer datum kommune ohne ohne ohne thema");
    expect(taken(ergebnis)).toMatchObject([
      { am: "2023-01-02", themen: ["aufenthalt"], stufe: "1" },
      { am: "2023-01-03", themen: ["bildung_0_6"] },
    ]);
    expect(JSON.stringify(taken(ergebnis))).not.toMatch(/Duldung|02241/);
    expect(ergebnis.zeilen.slice(-2).map((z) => z.stand)).toEqual(["ohne_daten", "ohne_daten"]);
  });
});
