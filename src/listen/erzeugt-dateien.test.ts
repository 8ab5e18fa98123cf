import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { code, sollVon, tag, thema } from "../../tests/support/listen-beratungen.ts";
import { type Testzelle, dayCell, encode, xlsx, xlsxParts, zip } from "../../tests/support/listen-datei.ts";
import { type Datei, prueftDateien } from "../../tests/support/listen-soll.ts";
import { runs } from "../../tests/support/runs.ts";
import { liesListe } from "./lies-liste.ts";

const HEUTE = "2026-11-30";
const de = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
const themen = fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 12 });
const sollDer = (rows: readonly number[]) => sollVon(rows.map((t, i) => ({ am: tag(i), themen: [code(t)] })));

/** What stands behind the theme in a file of text: as a program writes it, or as nobody should. */
const NOTIZEN: readonly ((trenner: string) => string)[] = [
  () => "",
  () => "Rückruf",
  (trenner) => `"Miete${trenner} Strom"`,
  () => '"kommt wieder\r\nam Montag"',
  () => '"sagt ""morgen"""',
  () => '"Rückruf',
  () => 'Tisch 5"',
  () => '"nur "vormittags" da"',
  () => "'Kopie",
  () => '""',
];
const text = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: NOTIZEN.length - 1 })), { minLength: 3, maxLength: 12 }),
    trenner: fc.constantFrom(";", ",", "\t", "|"),
    ende: fc.constantFrom("\r\n", "\n"),
    kodierung: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "windows-1252"),
    titel: fc.boolean(),
  })
  .map(({ rows, trenner, ende, kodierung, titel }): Datei => {
    const lines = rows.map(([t, at], i) => [de(tag(i)), thema(t), NOTIZEN[at]?.(trenner) ?? ""].join(trenner));
    const head = [...(titel ? ["Much 2025"] : []), ["Datum", "Anliegen", "Notiz"].join(trenner)];
    return {
      datei: "Much.csv",
      bytes: encode([...head, ...lines, ""].join(ende), kodierung),
      soll: sollDer(rows.map(([t]) => t)),
    };
  });

/** Rows in any order of the file, each with its number; and some of them far below the others. */
const verkehrt = fc
  .record({ rows: themen, order: fc.infiniteStream(fc.nat({ max: 1000 })), gap: fc.boolean() })
  .map(({ rows, order, gap }): Datei => {
    const lines = rows.map((t, i): Testzelle[] => [dayCell(tag(i)), thema(t)]);
    const parts = xlsxParts([{ name: "Much", rows: [["Datum", "Anliegen"], ...lines] }]).map((part) => {
      if (part.name !== "xl/worksheets/sheet1.xml") return part;
      const xml = new TextDecoder().decode(part.data);
      const all = xml.match(/<row .*?<\/row>/gu) ?? [];
      const last = `<row r="${gap ? 900 : all.length}">`;
      const named = all.map((row, i) =>
        i < all.length - 1 || !gap
          ? row
          : row.replace(/<row r="\d+">/u, last).replaceAll(/ r="([A-Z])\d+"/gu, ' r="$1900"'),
      );
      const mixed = named.map((row) => ({ row, at: order.next().value })).toSorted((a, b) => a.at - b.at);
      const data = xml.replace(
        /<sheetData>.*<\/sheetData>/u,
        `<sheetData>${mixed.map(({ row }) => row).join("")}</sheetData>`,
      );
      return { ...part, data: new TextEncoder().encode(data) };
    });
    return { datei: "Much.xlsx", bytes: zip(parts), soll: sollDer(rows) };
  });

/** A list without heads, one that lies on its side, one whose rows go on below, one with two tables side by side. */
const seltsam = fc
  .record({ rows: themen, form: fc.constantFrom("ohne Kopf", "quer", "geht weiter", "nebeneinander", "je Tag einmal") })
  .map(({ rows, form }): Datei => {
    const lines = rows.map((t, i): Testzelle[] => [dayCell(tag(i)), "Much", thema(t)]);
    const head = ["Datum", "Ort", "Anliegen"];
    const quer = head.map((one, at): Testzelle[] => [one, ...lines.map((line) => line[at] ?? null)]);
    const half = Math.ceil(lines.length / 2);
    const beside = lines
      .slice(0, half)
      .map((line, i): Testzelle[] => [...line, null, ...(lines[half + i] ?? [null, null, null])]);
    const below = lines.flatMap((line): Testzelle[][] => [line, [null, null, "und Rückfrage dazu"]]);
    const once = lines.map((line, i): Testzelle[] => [i % 2 === 0 ? (line[0] ?? null) : null, ...line.slice(1)]);
    const layouts: Readonly<Record<typeof form, readonly (readonly Testzelle[])[]>> = {
      "ohne Kopf": lines,
      quer,
      "geht weiter": [head, ...below],
      nebeneinander: [[...head, null, ...head], ...beside],
      "je Tag einmal": [head, ...once],
    };
    const soll = sollDer(rows);
    // A day that stands there once is that of the rows below it too.
    return {
      datei: "Liste.xlsx",
      bytes: xlsx([{ name: "Blatt", rows: layouts[form] }]),
      soll: form === "je Tag einmal" ? { beratungen: rows.length, themen: soll.themen ?? {} } : soll,
    };
  });

/** What no record may hold: the database would refuse it, and with it the whole list. */
const ODD: readonly Testzelle[] = [
  ...([
    0,
    -5,
    0.5,
    1e15,
    40_000_000,
    2_958_466,
    "1e999",
    "99999999999",
    "31.12.1899",
    "01.01.0001",
    "01.01.9999",
  ] as const),
  ...(["a_x0000_b", "_xD800_", "x".repeat(30_000), "=1+1", "#REF!", "NaN", "Infinity", "   ", "'"] as const),
  { error: "#DIV/0!" },
  { formula: "A1", value: "" },
  true,
];
const odd = fc.option(fc.constantFrom(...ODD), { nil: undefined, freq: 2 });
const werte = fc.array(fc.tuple(odd, odd, odd, odd, odd, odd), { minLength: 1, maxLength: 8 });

describe("files made at random: no row disappears, and none of them stops the others", () => {
  test("text with signs and quotes of all kinds", () => prueftDateien(text, 60), 60_000);
  test("rows in any order", () => prueftDateien(verkehrt, 25), 60_000);
  test("lists without heads, on their side, or that go on below", () => prueftDateien(seltsam, 40), 60_000);

  test("whatever stands in the cells, nothing is taken that the database would refuse", async () => {
    const [kommunen, codes] = [testKommunen("05382"), testCodes()];
    const heads = ["Datum", "Ort", "Anliegen", "Dauer", "Personen", "Notiz"];
    await fc.assert(
      fc.asyncProperty(werte, async (rows) => {
        const lines = rows.map((row, i) => {
          const usual: Testzelle[] = [dayCell(tag(i)), "Much", thema(i), 30, 2, "Rückruf"];
          return usual.map((cell, at) => (row[at] === undefined ? cell : row[at]));
        });
        const bytes = xlsx([{ name: "Blatt", rows: [heads, ...lines] }]);
        const { zeilen } = await liesListe(bytes, { datei: "a.xlsx", kommunen, codes, heute: HEUTE });
        for (const { stand, beratung } of zeilen) {
          if (stand !== "uebernommen" || beratung === null) continue;
          const { am, dauerMin, personenzahl, notiz, offeneThemen } = beratung;
          expect(am >= "2015-01-01" && am <= HEUTE, am).toBe(true);
          expect(dauerMin === null || (dauerMin >= 1 && dauerMin <= 600), String(dauerMin)).toBe(true);
          expect(personenzahl >= 1 && personenzahl <= 99, String(personenzahl)).toBe(true);
          expect([notiz, ...offeneThemen].filter((one) => one.includes("\u0000") || !one.isWellFormed())).toEqual([]);
        }
      }),
      { seed: 20_261_130, ...runs(60) },
    );
  }, 60_000);
});
