import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, encode, xlsx, xlsxParts, zip } from "../../tests/support/listen-datei.ts";
import { readDatei } from "./leser/read-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (bytes: Uint8Array, datei = "Liste 2023.csv") =>
  liesListe(bytes, { datei, kommunen, codes, heute: "2026-11-22" });
const csv = (...lines: readonly string[]) => encode(`${lines.join("\n")}\n`, "utf-8");
const days = (n: number) => Array.from({ length: n }, (_, i) => `${(i % 28) + 1}.3.2023`);

describe("no row disappears in a text file", () => {
  test("a quote that is never closed ends at its line, wherever the next one stands", async () => {
    const place = fc.record({
      rows: fc.integer({ min: 4, max: 40 }),
      open: fc.nat(),
      later: fc.nat(),
      word: fc.constantFrom('n "Brücke"', 'sagte "nein"', '"', 'Haus"'),
      trenner: fc.constantFrom(";", ",", "\t"),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ rows, open, later, word, trenner }) => {
        const at = open % rows;
        const lines = days(rows).map((tag, i) => {
          const notiz = i === at ? '"Heimat' : i > at && i === at + 1 + (later % rows) ? word : `n${i}`;
          return [tag, "Eitorf", "Wohnen", notiz].join(trenner);
        });
        const { zahlen } = await lies(csv(["Datum", "Kommune", "Thema", "Notiz"].join(trenner), ...lines));
        expect(zahlen.beratungen).toBe(rows);
      }),
      { numRuns: 40 },
    );
  });

  test("a note of several lines stays one", async () => {
    const { zahlen, zeilen } = await lies(
      csv("Datum;Kommune;Thema;Notiz", '1.3.2023;Eitorf;Wohnen;"eins\nzwei, drei\n\nvier"', "2.3.2023;Eitorf;Schule;x"),
    );
    expect(zahlen.beratungen).toBe(2);
    expect(zeilen[1]?.beratung?.notiz).toBe("eins\nzwei, drei\n\nvier");
  });

  test("the separator is the one that cuts equal widths, heads included", async () => {
    const shape = fc.record({
      trenner: fc.constantFrom(";", "\t", "|"),
      commas: fc.integer({ min: 0, max: 7 }),
      rows: fc.integer({ min: 2, max: 20 }),
      ragged: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ trenner, commas, rows, ragged }) => {
        const note = Array.from({ length: commas + 1 }, (_, i) => `a${i}`).join(", ");
        const lines = days(rows).map((tag, i) =>
          [tag, "Eitorf", "Wohnen, Schule", "0,5", ...(ragged && i % 3 === 0 ? [] : [note])].join(trenner),
        );
        const { zahlen } = await lies(csv(["Datum", "Kommune", "Thema", "Dauer (h)", "Notiz"].join(trenner), ...lines));
        expect(zahlen).toMatchObject({ themen: { wohnen: zahlen.beratungen, schule: zahlen.beratungen } });
        expect(zahlen.beratungen + zahlen.doppelt).toBe(rows);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [
      "a turned list whose heads nobody knows",
      csv("Datum;1.3.2023;2.3.2023", "Kommune;Much;Much", "Zweck;Wohnen;Schule"),
    ],
    ["a table without any time", csv("Gemeinde;Telefon;Bemerkung", "Much;1;x", "Eitorf;2;y")],
  ])("%s waits as a whole", async (_what, bytes) => {
    const { zahlen, beleg } = await lies(bytes, "Liste.csv");
    expect(zahlen.beratungen).toBe(0);
    expect(zahlen.wartend).toBeGreaterThan(0);
    expect(beleg.wartet).toBeGreaterThan(3);
  });
});

const ZEILEN = [
  "1.3.2023;Königswinter;Kindergärten;Müller",
  "2.3.2023;Much;Rückfrage Kita;Süß",
  "3.3.2023;Much;Ärzte;Öl",
];
const TEXT = `Datum;Kommune;Thema;Notiz\n${ZEILEN.join("\n")}\n`;
const MAC: Readonly<Record<string, number>> = { ä: 0x8a, ö: 0x9a, ü: 0x9f, ß: 0xa7, Ä: 0x80, Ö: 0x85, Ü: 0x86 };
const DOS: Readonly<Record<string, number>> = { ä: 0x84, ö: 0x94, ü: 0x81, ß: 0xe1, Ä: 0x8e, Ö: 0x99, Ü: 0x9a };
const single = (text: string, table: Readonly<Record<string, number>>) =>
  Uint8Array.from([...text].map((c) => table[c] ?? c.codePointAt(0) ?? 63));
const notes = async (bytes: Uint8Array) =>
  (await lies(bytes)).zeilen.flatMap(({ beratung }) => (beratung === null ? [] : [beratung.notiz]));

describe("characters", () => {
  test.each([
    ["Mac Roman", single(TEXT, MAC), 1],
    ["Mac Roman, only CR", single(TEXT.replaceAll("\n", "\r"), MAC), 1],
    ["Codepage 850", single(TEXT, DOS), 1],
    ["Windows-1252", encode(TEXT, "windows-1252"), 0],
    ["UTF-8", encode(TEXT, "utf-8"), 0],
    ["UTF-8, decomposed", encode(TEXT.normalize("NFD"), "utf-8"), 0],
  ])("%s is read, and told where it was guessed", async (_what, bytes, told) => {
    const { hinweise, zahlen } = await lies(bytes);
    expect(await notes(bytes)).toEqual(["Müller", "Süß", "Öl"]);
    expect(hinweise).toHaveLength(told);
    expect(zahlen.kommunen).toEqual({ Königswinter: 1, Much: 2 });
  });

  test.each([
    ["at the end", [0, 1], [2]],
    ["at the beginning", [1, 2], [0]],
    ["in the middle", [0, 2], [1]],
  ])("UTF-8 with lines of Windows-1252 %s: read line by line, the words shown", async (_what, _whole, other) => {
    const lines = ZEILEN.map((line, i) =>
      Buffer.from(encode(`${line}\n`, other.includes(i) ? "windows-1252" : "utf-8")),
    );
    const bytes = Buffer.concat([Buffer.from("Datum;Kommune;Thema;Notiz\n"), ...lines]);
    expect(await notes(bytes)).toEqual(["Müller", "Süß", "Öl"]);
    expect((await lies(bytes)).hinweise[0]).toMatch(/mischt zwei Zeichensätze/u);
  });

  test("umlauts that were saved wrongly once are what they were, and told; other accents stay", async () => {
    const { zahlen, hinweise } = await lies(
      csv(
        "Datum;Kommune;Thema;Notiz",
        "1.3.2023;KÃ¶nigswinter;Ã„rztesuche;SÃ£o",
        "2.3.2023;Much;PrÃ¼fung B1;StraÃŸe â‚¬",
      ),
    );
    expect(zahlen).toMatchObject({ kommunen: { Königswinter: 1, Much: 1 }, themen: { gesundheit: 1, sprache: 1 } });
    expect(hinweise[0]).toMatch(/zurückgesetzt: „KÃ¶nigswinter“, „Ã„rztesuche“/u);
  });

  test("lost characters wait, garbled ones are shown", async () => {
    const { beleg, hinweise } = await lies(csv("Datum;Kommune;Thema;Notiz", "1.3.2023;Much;Kita;M\uFFFDller KÃ¶ln"));
    expect(beleg.gruende[0]).toMatchObject({ grund: "Zelle mit beschädigten Zeichen", zellen: 1 });
    expect(hinweise[0]).toContain("„KÃ¶ln“");
  });

  test("marks that nobody sees make no difference", async () => {
    const unseen = fc.constantFrom("\u202A", "\u202C", "\u2067", "\u2069", "\u200B", "\u2060", "\u061C", "\u00AD");
    await fc.assert(
      fc.asyncProperty(fc.array(unseen, { minLength: 4, maxLength: 4 }), async ([a = "", b = "", c = "", d = ""]) => {
        const { zahlen } = await lies(csv("Datum;Kommune;Thema", `${a}2.3.${b}2023${c};${d}Eitorf${a};${b}Schule${d}`));
        expect(zahlen).toMatchObject({ beratungen: 1, kommunen: { Eitorf: 1 }, themen: { schule: 1 } });
      }),
      { numRuns: 30 },
    );
  });
});

const HEAD: readonly Testzelle[] = ["Datum", "Kommune", "Thema"];
const row = (day: number, thema: Testzelle = "Wohnen"): Testzelle[] => [dayCell(`2023-03-0${day}`), "Much", thema];
const raw = (xml: string): Testzelle => ({ raw: xml });

describe("workbooks that are not what they should be", () => {
  test.each([
    ['<c r="C2" t="s"/>', 0],
    ['<c r="C2" t="s"><v></v></c>', 0],
    ['<c r="C2" s="0"/>', 0],
    ['<c r="C2" t="inlineStr"><is></is></c>', 0],
  ])("%s is an empty cell", async (xml, themen) => {
    const { zahlen, woerter } = await lies(xlsx([{ name: "B", rows: [HEAD, row(1, raw(xml)), row(2), row(3)] }]));
    expect(zahlen.beratungen + zahlen.wartend).toBe(3);
    expect(woerter.filter(({ grund }) => grund === "unbekannt")).toHaveLength(themen);
  });

  test.each(['<c r="C2" t="s"><v>-1</v></c>', '<c r="C2" t="s"><v>9999</v></c>', '<c r="C9" t="s"><v>1</v></c>'])(
    "%s is damage, and said",
    async (xml) => {
      const bytes = xlsx([{ name: "B", rows: [HEAD, row(1, raw(xml)), row(2)] }]);
      await expect(lies(bytes)).rejects.toMatchObject({ art: "kaputt" });
    },
  );

  test("missing texts or formats are damage", async () => {
    const parts = xlsxParts([{ name: "B", rows: [HEAD, row(1), row(2)] }]);
    for (const lost of ["xl/sharedStrings.xml", "xl/styles.xml"]) {
      const left = zip(parts.filter(({ name }) => name !== lost));
      await expect(lies(left), lost).rejects.toMatchObject({ art: "kaputt" });
    }
  });

  test("rows count by their numbers, in any order", async () => {
    const parts = xlsxParts([{ name: "B", rows: [HEAD, ...Array.from({ length: 8 }, (_, i) => row(i + 1))] }]);
    const shuffled = fc.shuffledSubarray(
      Array.from({ length: 9 }, (_, i) => i),
      { minLength: 9 },
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const changed = parts.map((part) => {
          if (!part.name.includes("sheet1")) return part;
          const xml = new TextDecoder().decode(part.data);
          const rows = xml.match(/<row .*?<\/row>/gu) ?? [];
          const mixed = order.map((i) => rows[i] ?? "").join("");
          return { ...part, data: new TextEncoder().encode(xml.replace(/<row .*<\/row>/u, () => mixed)) };
        });
        const [blatt] = await readDatei(zip(changed), "x");
        expect(blatt?.zeilen.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
      { numRuns: 20 },
    );
  });

  test("a hidden sheet is told and waits; chosen, it is read", async () => {
    const bytes = xlsx([
      { name: "Liste", rows: [HEAD, row(1), row(2)] },
      { name: "Alt", hidden: true, rows: [HEAD, row(1, "Schule"), row(3)] },
    ]);
    const { zahlen, hinweise, tabellen } = await lies(bytes);
    expect(zahlen).toMatchObject({ beratungen: 2, wartend: 2 });
    expect(hinweise[0]).toContain("„Alt“ ist ausgeblendet");
    const tabelle = tabellen[1]?.schluessel ?? "";
    const entscheidungen = { tabellen: [{ tabelle, art: "einzeln" as const }] };
    const chosen = await liesListe(bytes, { datei: "x", kommunen, codes, entscheidungen });
    expect(chosen.zahlen).toMatchObject({ beratungen: 4, wartend: 0 });
  });
});
