import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../../tests/support/codes.ts";
import { encode } from "../../../../tests/support/listen-datei.ts";
import { alsJson, wartetAufEntscheidung } from "../model/als-json.ts";
import { Unlesbar, liesListe, type Entscheidungen } from "../../../listen/index.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const lies = (text: string, entscheidungen: Entscheidungen = {}, datei = "Liste.csv") =>
  liesListe(encode(text, "utf-8"), { datei, kommunen, codes, entscheidungen, heute: "2023-12-31" });

const LISTE =
  "Datum;Kommune;Name;Geburtsdatum;Thema;Sprache\n" +
  "1.2.2023;Lohmar;Mira Beispiel;1.1.1990;Zauberei;Kurdisch\n" +
  "1.2.2023;Lohmar;Mira Beispiel;1.1.1990;Zauberei;Kurdisch\n" +
  "30.2.2023;Lohmar;Jo Muster;1.1.1990;Kita;Dari\n" +
  "1.2.2024;Lohmar;Jo Muster;1.1.1990;Kita;Dari\n" +
  "2.2.2023;Atlantis;anonym;;Kita;Dari\n" +
  "3.2.2023;Lohmar;Karl Probe;31.2.1990;Kita;Dari\n";

describe("what is left to decide", () => {
  test("every row ends somewhere, and says why", async () => {
    const ergebnis = await lies(LISTE);
    expect(ergebnis.zeilen.map(({ zeile, stand, grund }) => [zeile, stand, grund])).toEqual([
      [1, "ohne_daten", "Überschrift"],
      [2, "uebernommen", ""],
      [3, "wiederholt", "gleicht Zeile 2"],
      [4, "fehlerhaft", "Den 30.2.2023 gibt es nicht."],
      [5, "fehlerhaft", "Der 01.02.2024 liegt in der Zukunft."],
      [6, "wartet", "Diese Kommune ist im Kreis nicht bekannt."],
      [7, "fehlerhaft", "Den 31.2.1990 gibt es nicht."],
    ]);
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
    expect(alsJson(ergebnis)).toMatchObject({
      zeilen: 6,
      beratungen: 1,
      uebernommen: 1,
      doppelt: 1,
      fehlerhaft: [
        { blatt: "Liste", zeile: 4, spalte: "Datum", wert: "30.2.2023", grund: "Den 30.2.2023 gibt es nicht." },
        { zeile: 5, spalte: "Datum" },
        { zeile: 7, spalte: "Geburtsdatum", wert: "31.2.1990" },
      ],
      unbekannt: [
        { spalte: "Sprache", wert: "Kurdisch", anzahl: 2 },
        { spalte: "Thema", wert: "Zauberei", anzahl: 2 },
        { spalte: "Kommune", wert: "Atlantis", anzahl: 1 },
      ],
    });
    expect(ergebnis.woerter.find((w) => w.wort === "Kurdisch")).toMatchObject({ code: null, vorschlag: "kmr" });
  });

  test("decided words, mended cells and chosen rows are taken", async () => {
    const ergebnis = await lies(LISTE, {
      woerter: [
        { spalte: "thema", wort: "zauberei", code: "teilhabe" },
        { spalte: "sprache", wort: "Kurdisch", code: "ckb" },
        { spalte: "kommune", wort: "Atlantis", code: "05382036" },
      ],
      korrekturen: [
        { blatt: "Liste", zeile: 4, spalte: "A", wert: "28.2.2023" },
        { blatt: "Liste", zeile: 7, spalte: "D", wert: "" },
      ],
      zeilen: [
        { blatt: "Liste", zeile: 3, entscheidung: "uebernehmen" },
        { blatt: "Liste", zeile: 5, entscheidung: "weglassen" },
      ],
    });
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
    expect(ergebnis.zahlen).toMatchObject({ zeilen: 5, beratungen: 5, themen: { teilhabe: 2, bildung_0_6: 3 } });
    expect(ergebnis.zahlen.kommunen).toEqual({ Lohmar: 4, Much: 1 });
    expect(ergebnis.zeilen[1]?.beratung?.sprachen).toEqual(["ckb"]);
  });

  test("a name and a birth date are one person, in any order and script", async () => {
    const ergebnis = await lies(
      "Datum;Kommune;Name;Geb.\n1.2.2023;Much;Beispiel, Mira;2.1.1990\n2.2.2023;Much;Mira Beispiel;02.01.90\n3.2.2023;Much;BEISPIEL, MIRA;3.1.1990\n",
    );
    const [one, two, three] = ergebnis.zeilen.slice(1).map((z) => z.beratung?.personen[0]?.schluessel);
    expect(one).toBe(two);
    expect(three).not.toBe(one);
  });

  test("rows without a name hold no exact age and no birth date", async () => {
    const ergebnis = await lies(
      "Datum;Kommune;Klient;Geb.-Datum;Alter\n1.2.2023;Much;-;7.3.1999;\n2.2.2023;Much;anonym;;41\n",
    );
    expect(ergebnis.zeilen.slice(1).map((z) => [z.beratung?.stufe, z.beratung?.altersgruppe])).toEqual([
      ["1", "18-26"],
      ["1", "27-44"],
    ]);
    expect(JSON.stringify(ergebnis.zeilen)).not.toMatch(/1999|"41"/u);
  });

  test("columns, filling down and the order of dates can be chosen", async () => {
    const text = "Datum;Was;Kommune\n1/2/2023;Kita;Much\n;Arzt;Much\n";
    const plain = await lies(text);
    const tabelle = plain.tabellen[0]?.schluessel ?? "";
    expect(plain.zeilen.map((z) => z.stand)).toEqual(["ohne_daten", "uebernommen", "fehlerhaft"]);
    const chosen = await lies(text, {
      tabellen: [{ tabelle, auffuellen: ["datum"], datumsfolge: "mtj", spalten: { B: { bedeutung: "notiz" } } }],
    });
    expect(chosen.zeilen.slice(1).map((z) => [z.beratung?.am, z.beratung?.notiz, z.beratung?.themen])).toEqual([
      ["2023-01-02", "Kita", []],
      ["2023-01-02", "Arzt", []],
    ]);
  });

  test("the name of the file may say where; a table may be left out", async () => {
    const text = "Datum;Thema\n1.2.2023;Kita\n2.2.2023;Arzt\n";
    expect((await lies(text, {}, "KIM_Hennef.csv")).zahlen.kommunen).toEqual({ "Hennef (Sieg)": 2 });
    expect((await lies(text)).zahlen).toMatchObject({ wartend: 2, beratungen: 0 });
    const out = await lies(text, { tabellen: [{ tabelle: "Liste!1", art: "keine" }] });
    expect(out.zahlen).toMatchObject({ zeilen: 0, beratungen: 0 });
  });

  test("the same bytes and decisions give the same result", async () => {
    expect(await lies(LISTE)).toEqual(await lies(LISTE));
  });

  test("a file without a list is refused with a sentence", async () => {
    await expect(lies("Einkauf\nMilch\nBrot\n")).rejects.toThrow(Unlesbar);
  });
});
