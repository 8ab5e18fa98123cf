import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[]) =>
  liesListe(xlsx([{ name: "Tabelle1", rows }]), { datei: "x.xlsx", kommunen, codes, heute: "2026-11-22" });
const artOf = async (heads: readonly string[], row: readonly Testzelle[]) =>
  (await lies([heads, row, row])).tabellen.map(({ art }) => art)[0];
const TAG = dayCell("2024-03-05");

describe("what a row of a table is", () => {
  test.each<[string[], Testzelle[], string]>([
    [["Name", "Geburtsdatum", "Kommune"], ["Muster, Jo", TAG, "Much"], "personen"],
    [["Nachname", "Vorname", "Nationalität", "Erstkontakt"], ["Muster", "Jo", "Syrien", TAG], "personen"],
    [["Klient", "Alter", "Telefon"], ["Jo M.", 34, "0170 1234567"], "personen"],
    [["Name", "Fallbeginn", "Status"], ["Muster, Jo", TAG, "läuft"], "faelle"],
    [["Az.", "Name", "Beginn", "Ende", "Grund der Beendigung"], ["F-1", "Muster, Jo", TAG, TAG, "verzogen"], "faelle"],
    [["Name", "Aufnahmedatum", "Abgeschlossen am", "Anliegen"], ["Muster, Jo", TAG, TAG, "Wohnung"], "faelle"],
    // A list of consultations stays one, whatever it says of persons.
    [["Datum", "Name", "Geburtsdatum", "Kommune"], [TAG, "Muster, Jo", TAG, "Much"], "einzeln"],
    [["Datum", "Name", "Status", "Kommune"], [TAG, "Muster, Jo", "erledigt", "Much"], "einzeln"],
    [["Datum", "Beginn", "Ende", "Name", "Thema"], [TAG, "09:00", "09:30", "Muster, Jo", "Wohnen"], "einzeln"],
    [["Name", "Erstkontakt", "Thema", "Kommune"], ["Muster, Jo", TAG, "Wohnen", "Much"], "einzeln"],
  ])("%j", async (heads, row, art) => {
    expect(await artOf(heads, row)).toBe(art);
  });
});

const FAELLE = [
  "Fallnr.",
  "Name",
  "Geb.-Datum",
  "Gemeinde",
  "Fallbeginn",
  "Ende",
  "Status",
  "Abschlussgrund",
  "Einwilligung",
];
const cell = fc.record({
  name: fc.constantFrom("Muster, Jo", "Beispiel, Mira", "", "A. und B. Probe", "X"),
  geburt: fc.constantFrom<Testzelle>(dayCell("1988-03-04"), null, "31.02.1990", 1985),
  ort: fc.constantFrom("Much", "", "Köln", "Siegburg"),
  beginn: fc.constantFrom<Testzelle>(dayCell("2023-01-08"), null, "gestern"),
  ende: fc.constantFrom<Testzelle>(dayCell("2023-06-30"), dayCell("2022-01-01"), null),
  stand: fc.constantFrom("läuft", "beendet", "schläft", "verwiesen", ""),
  grund: fc.constantFrom("Ziele erreicht", "", "sonstwas"),
  ja: fc.constantFrom<Testzelle>(dayCell("2023-01-10"), "ja", null),
});

describe("rows of a list of cases", () => {
  test("the receipt adds up, and whoever is taken can be stored", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 12 }), async (list) => {
        const rows = list.map((c, i) => [`F-${i}`, c.name, c.geburt, c.ort, c.beginn, c.ende, c.stand, c.grund, c.ja]);
        const { beleg, zeilen, zahlen } = await lies([
          FAELLE,
          ["F-0", "Muster, I.", null, "Much", TAG, null, "läuft", "", null],
          ...rows,
        ]);
        const filled = [FAELLE, ["F-0", "Muster, I.", null, "Much", TAG, null, "läuft", "", null], ...rows].flat();
        expect(beleg.zellen).toBe(filled.filter((z) => z !== null && z !== "").length);
        expect(beleg.angabe + beleg.text + beleg.verstanden + beleg.wartet).toBe(beleg.zellen);
        const taken = zeilen.flatMap(({ stand, person }) =>
          stand === "uebernommen" && person !== null ? [person] : [],
        );
        expect(taken.length).toBe(zahlen.uebernommen);
        for (const { fall, vorname, nachname } of taken) {
          expect(vorname + nachname).not.toBe("");
          expect(fall).not.toBeNull();
          if (fall === null) continue;
          expect(fall.phase === "abgeschlossen").toBe(fall.abschlussgrund !== null);
          expect(fall.phaseSeit >= fall.begonnen).toBe(true);
          const later = ["assessment", "hilfeplan", "umsetzung", "evaluation", "ruhend"].includes(fall.phase);
          expect(later && fall.einwilligungAm === null).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a family is nobody: its row says so, however it is written; a Kürzel with a number is somebody", async () => {
    const names = ["Fam. Probe", "Familie Probe", "Probe (4 Pers.)", "Probe, 3 Kinder", "Famke Beispiel", "K-12"];
    const { zeilen } = await lies([["Name", "Geburtsdatum", "Kommune"], ...names.map((name) => [name, null, "Much"])]);
    expect(zeilen.slice(1).map(({ stand }) => stand)).toEqual([
      "fehlerhaft",
      "fehlerhaft",
      "fehlerhaft",
      "fehlerhaft",
      "uebernommen",
      "uebernommen",
    ]);
  });

  test("a remark behind the state of a case is none of its name, and stays in its text", async () => {
    const { zeilen } = await lies([
      ["Klient/in", "Fallbeginn", "Status", "Einw. liegt vor seit"],
      ["Muster, Jo", TAG, "ruht (Krankheit)", TAG],
      ["Muster, Mo", TAG, "schläft (Kurs)", TAG],
    ]);
    expect(zeilen[1]?.person?.fall).toMatchObject({ phase: "ruhend", einwilligungAm: "2024-03-05" });
    expect(zeilen[1]?.person?.fall?.text).toContain("ruht (Krankheit)");
    expect(zeilen[2]?.stand).toBe("wartet");
  });

  test("numbers and addresses as they are written; what is neither waits", async () => {
    const { zeilen } = await lies([
      ["Name", "Geburtsdatum", "Telefon", "E-Mail", "Geschlecht"],
      ["Muster, Jo", TAG, "0170/1234567; 02241 123456", "jo@example.org", "männlich"],
      ["Beispiel, Mira", TAG, 1701234567, "keine", "?!"],
    ]);
    const [, first, second] = zeilen;
    expect(first?.person).toMatchObject({
      geschlecht: "m",
      kontakte: [
        { art: "mobil", wert: "0170/1234567" },
        { art: "festnetz", wert: "02241 123456" },
        { art: "email", wert: "jo@example.org" },
      ],
    });
    expect(second?.person).toMatchObject({ geschlecht: null, kontakte: [{ art: "mobil", wert: "01701234567" }] });
    expect(second?.hinweise.map(({ spalte }) => spalte)).toEqual(["Geschlecht", "E-Mail"]);
  });
});
