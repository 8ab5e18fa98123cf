import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, xlsx, xlsxParts, zip } from "../../tests/support/listen-datei.ts";
import { runs } from "../../tests/support/runs.ts";
import { Unlesbar } from "./leser/unlesbar.ts";
import { liesListe } from "./lies-liste.ts";
import { cpuMs } from "../../tests/support/cpu.ts";

const read = (name: string) => new Uint8Array(readFileSync(new URL(`../../beispiele/${name}`, import.meta.url)));
const FILES = [
  read("statistik_niederkassel.csv"),
  read("Strichliste_Bornheim_Alfter_Swisttal.xlsx"),
  xlsx([
    {
      name: "Jan",
      rows: [
        ["Datum", "Kommune"],
        [{ serial: 44928, format: "dd.mm.yy" }, "Much"],
      ],
      merged: ["A2:A9"],
    },
  ]),
];
const kommunen = testKommunen("05382");
const codes = testCodes();
const SLOWEST = 5000;

/** A file is read or refused with a sentence, in bounded time; every row of it ends somewhere. */
async function survives(bytes: Uint8Array): Promise<void> {
  const began = cpuMs();
  try {
    const { zeilen, zahlen } = await liesListe(bytes, { datei: "Datei 2023", kommunen, codes });
    const data = zeilen.filter(({ stand }) => stand !== "ohne_daten").length;
    expect(zahlen.zeilen).toBe(data);
    expect(zahlen.uebernommen + zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft).toBe(data);
  } catch (error) {
    if (!(error instanceof Unlesbar)) throw error;
    expect(error.message).toMatch(/\.$/u);
  }
  expect(cpuMs() - began).toBeLessThan(SLOWEST);
}

const change = fc.record({
  file: fc.integer({ min: 0, max: FILES.length - 1 }),
  bytes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 30 }),
  cut: fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 300 }))),
  doubled: fc.boolean(),
});

describe("broken and strange files never crash or hang the reader", () => {
  test("changed, cut and doubled bytes of real lists", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(change, async ({ file, bytes, cut, doubled }) => {
        let data = Uint8Array.from(FILES[file] ?? []);
        for (const [at, value] of bytes) data[at % data.length] = value;
        if (cut !== null) {
          const from = Math.floor(cut[0] * data.length);
          data = Uint8Array.from([...data.slice(0, from), ...data.slice(from + cut[1])]);
        }
        await survives(doubled ? Uint8Array.from([...data, ...data]) : data);
      }),
      runs(20),
    );
  });

  test("any text and any bytes", { timeout: 300_000 }, async () => {
    const pieces = fc.constantFrom(
      ";",
      ",",
      "\t",
      '"',
      "\n",
      "\r\n",
      "Datum",
      "Kommune",
      "Thema",
      "1.2.2023",
      "x",
      "Summe",
      "=A1",
      "KW",
      "3",
      "Much",
      "Σ",
      "\u0000",
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 200 })
      .map((list) => list.join(""));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          text.map((t) => new TextEncoder().encode(t)),
          fc.uint8Array({ maxLength: 500 }),
        ),
        survives,
      ),
      runs(50),
    );
  });

  test("any cells in a workbook", { timeout: 300_000 }, async () => {
    const cell: fc.Arbitrary<Testzelle> = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.integer({ min: -10, max: 60_000 }),
      fc.boolean(),
      fc.constantFrom("Datum", "Thema", "Kommune", "Kita", "Much", "x", "Summe", "Januar", "KW", "Name", '"'),
      fc.string(),
      fc.record({ serial: fc.double(), format: fc.constantFrom("dd.mm.yyyy", "h:mm", "[h]", "0") }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 25 });
    const clean = (value: Testzelle): Testzelle =>
      // Characters that XML cannot hold would break every file alike.
      typeof value === "string" ? value.replaceAll(/[^\u0020-\u{D7FF}\n]/gu, "") : value;
    await fc.assert(
      fc.asyncProperty(rows, (all) => survives(xlsx([{ name: "B", rows: all.map((row) => row.map(clean)) }]))),
      runs(30),
    );
  });

  test("parts that are missing, swapped or not what they are called", async () => {
    const parts = xlsxParts([
      {
        name: "B",
        rows: [
          ["Datum", "Thema"],
          ["1.2.2023", "Kita"],
        ],
      },
    ]);
    for (const left of parts) await survives(zip(parts.filter((part) => part !== left)));
    for (const one of parts) {
      for (const other of parts) await survives(zip(parts.map((p) => (p === one ? { ...p, data: other.data } : p))));
    }
  });

  test("files made to take long do not", { timeout: 300_000 }, async () => {
    const text = (part: string, times: number) => new TextEncoder().encode(part.repeat(times));
    await survives(text("Datum;Kommune;Thema;Name\nThema;Name;Kommune;Datum\n", 20_000));
    await survives(
      text(`Datum;Thema;Name\n1.2.2023;${" x".repeat(3000)}${" ".repeat(20_000)}y;${"(".repeat(9000)}\n`, 20),
    );
    await survives(text(`${"wort ".repeat(20)};${"a,".repeat(200)}\n`, 3000));
    const rows = Array.from({ length: 20_000 }, (_, i) => [`Name ${i}`, `Wort ${i * 7}`, `Sache ${i * 13}`]);
    await survives(xlsx([{ name: "B", rows: [["Datum", "Kommune", "Thema"], ...rows] }]));
    const merged = Array.from({ length: 20_000 }, (_, i) => `A${i + 2}:A${i + 300}`);
    await survives(xlsx([{ name: "B", rows: [["Datum", "Kommune", "Thema"], ...rows], merged }]));
  });

  test("quotes without an end and very long lines stay quick", async () => {
    await survives(new TextEncoder().encode('a;"b\n'.repeat(60_000)));
    await survives(new TextEncoder().encode(`Datum;Thema\n1.2.2023;"${"x".repeat(3_000_000)}`));
    await survives(new TextEncoder().encode('"'.repeat(1_000_000)));
  });
});
