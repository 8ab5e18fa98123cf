import { describe, expect, test } from "vitest";
import {
  type Testblatt,
  type Testzelle,
  dayCell,
  encode,
  serialOf,
  xlsx,
  xlsxParts,
  zip,
} from "../../../tests/support/listen-datei.ts";
import { whyNot } from "../../../tests/support/why-not.ts";
import { findTrenner } from "./csv.ts";
import { readDatei } from "./read-datei.ts";
import { spaltenBuchstaben, spaltenIndex, zellText } from "./zelle.ts";

const one = (rows: Testblatt["rows"], more: Partial<Testblatt> = {}) => xlsx([{ name: "Blatt1", rows, ...more }]);
const cellsOf = async (bytes: Uint8Array) => (await readDatei(bytes, "x")).map((b) => b.zeilen.map((z) => z.zellen));
const firstCell = async (cell: Testzelle, date1904 = false) =>
  (await cellsOf(xlsx([{ name: "B", rows: [[cell]] }], { date1904 })))[0]?.[0]?.[0];

describe("workbooks", () => {
  test("reads texts, numbers, truths, errors, formulas and empty cells with their places", async () => {
    const rows: Testzelle[][] = [
      ["  Mira Beispiel ", 3.5, true, null, { inline: "a & b" }],
      [],
      [null, { formula: "A1+1", value: 7 }, { formula: "A1&B1", value: "zusammen" }, { formula: "SUM(A1)" }],
      [{ error: "#DIV/0!" }, { raw: '<c r="C4" t="d"><v>2023-03-12T00:00:00</v></c>' }],
    ];
    const [blatt] = await readDatei(one(rows), "x");
    expect(blatt?.zeilen.map((z) => z.nr)).toEqual([1, 3, 4]);
    expect(blatt?.zeilen.map((z) => z.zellen)).toEqual([
      ["Mira Beispiel", 3.5, true, null, "a & b"],
      [null, 7, "zusammen", { art: "fehler", wert: "Formel ohne gespeichertes Ergebnis" }],
      [{ art: "fehler", wert: "#DIV/0!" }, null, { art: "tag", tag: "2023-03-12" }],
    ]);
  });

  test.each([
    ["dd.mm.yyyy", 44928, "02.01.2023"],
    ["TT.MM.JJJJ", 44928, "02.01.2023"],
    ["[$-407]d. mmmm yyyy;@", 44928.5, "02.01.2023"],
    ['"am "dd/mm/yy', 44928, "02.01.2023"],
    ["mmm yy", 44928, "02.01.2023"],
    ["dddd", 44928, "02.01.2023"],
    ["jj/mm/aaaa", 44928, "02.01.2023"],
    ["[h]:mm", 0.0625, "1:30"],
    ["hh:mm", 44928.25, "02.01.2023"],
    ["h:mm", 0.03125, "0:45"],
    ['0 "Std"', 2, "2"],
    ["Standard", 44928, "44928"],
    ['#,##0.00 "Tage"', 3, "3"],
    ["[Red]0", 3, "3"],
  ])("a number with the format %s", async (format, serial, shown) => {
    expect(zellText(await firstCell({ serial, format }))).toBe(shown);
  });

  test("counts days from 1900 and from 1904", async () => {
    expect(await firstCell({ serial: 1, format: "dd.mm.yy" })).toEqual({ art: "tag", tag: "1900-01-01" });
    expect(await firstCell({ serial: 61, format: "dd.mm.yy" })).toEqual({ art: "tag", tag: "1900-03-01" });
    expect(await firstCell(dayCell("2023-06-30"))).toEqual({ art: "tag", tag: "2023-06-30" });
    const from1904 = { serial: serialOf("2023-06-30") - 1462, format: "dd.mm.yy" };
    expect(await firstCell(from1904, true)).toEqual({ art: "tag", tag: "2023-06-30" });
    expect(await firstCell({ serial: -5, format: "dd.mm.yy" })).toBe(-5);
  });

  test("formatted runs are joined, reading aids left out, escaped characters restored", async () => {
    const parts = xlsxParts([{ name: "B", rows: [["Text"]] }]).map((part) => {
      const rich = "<sst><si><r><t>Kita</t></r><r><t xml:space='preserve'>";
      return part.name === "xl/sharedStrings.xml"
        ? {
            ...part,
            data: new TextEncoder().encode(`${rich} und_x000A_Schule</t></r><rPh><t>gelesen</t></rPh></si></sst>`),
          }
        : part;
    });
    expect(await cellsOf(zip(parts))).toEqual([[["Kita und\nSchule"]]]);
  });

  test("merged cells, hidden rows and hidden sheets are read and told", async () => {
    const blaetter = await readDatei(
      xlsx([
        { name: "Jan", rows: [["Titel"], ["a"], ["b"]], merged: ["A1:H1", "A2:A3"], hiddenRows: [3] },
        { name: "Rest", rows: [["c"]], hidden: true },
      ]),
      "x",
    );
    expect(blaetter.map((b) => b.name)).toEqual(["Jan", "Rest"]);
    expect(blaetter[0]?.ausgeblendet).toBe(1);
    expect(blaetter[0]?.verbunden).toEqual([
      { vonZeile: 1, bisZeile: 1, vonSpalte: 0, bisSpalte: 7 },
      { vonZeile: 2, bisZeile: 3, vonSpalte: 0, bisSpalte: 0 },
    ]);
  });

  test("macros are not looked at", async () => {
    const parts = [
      ...xlsxParts([{ name: "B", rows: [["a"]] }]),
      { name: "xl/vbaProject.bin", data: new Uint8Array(9) },
    ];
    expect(await cellsOf(zip(parts))).toEqual([[["a"]]]);
  });

  test("columns have letters", () => {
    for (const [index, name] of [
      [0, "A"],
      [25, "Z"],
      [26, "AA"],
      [701, "ZZ"],
      [702, "AAA"],
      [16_383, "XFD"],
    ] as const) {
      expect(spaltenBuchstaben(index)).toBe(name);
      expect(spaltenIndex(name)).toBe(index);
    }
    expect(spaltenIndex("XFE")).toBe(-1);
    expect(spaltenIndex("a1")).toBe(-1);
  });
});

describe("text with separators", () => {
  const text = 'Datum;Straße;Notiz\r\n1.2.2023;"Köln; Süd";"Rückruf\nam ""Montag"""\r\n\r\n3.2.2023;Łódź;\r\n';
  const rows = [
    ["Datum", "Straße", "Notiz"],
    ["1.2.2023", "Köln; Süd", 'Rückruf\nam "Montag"'],
    ["3.2.2023", "Łódź"],
  ];

  test.each(["utf-8", "utf-8-bom", "utf-16le", "utf-16be"] as const)("in %s", async (encoding) => {
    const [blatt] = await readDatei(encode(text, encoding), "Liste");
    expect(blatt?.zeilen.map((z) => z.zellen)).toEqual(rows);
    expect(blatt?.zeilen.map((z) => z.nr)).toEqual([1, 2, 4]);
    expect(blatt?.name).toBe("Liste");
  });

  test("in Windows-1252, and UTF-16 without its mark", async () => {
    const west = text.replace("Łódź", "Zürich – Süd");
    expect((await cellsOf(encode(west, "windows-1252")))[0]?.[2]?.[1]).toBe("Zürich – Süd");
    expect(await cellsOf(encode(text, "utf-16le").subarray(2))).toEqual([rows]);
    expect(await cellsOf(encode(text, "utf-16be").subarray(2))).toEqual([rows]);
  });

  test("one damaged character does not turn UTF-8 into something else", async () => {
    const bytes = Buffer.concat([Buffer.from("äöüäöüäöüäöü;ß\n"), Buffer.from([0xff, 0x3b, 0x61])]);
    expect((await cellsOf(new Uint8Array(bytes)))[0]?.[0]).toEqual(["äöüäöüäöüäöü", "ß"]);
  });

  test.each([";", ",", "\t", "|"])("finds the separator %j", (trenner) => {
    const lines = [
      ["Datum", "Ort", "Thema"],
      ["1.2.23", '"Much, Ort; x"', "Kita"],
      ["2.2.23", "Lohmar", ""],
    ];
    expect(findTrenner(lines.map((line) => line.join(trenner)).join("\n"))).toBe(trenner);
  });

  test("a first line may name the separator", async () => {
    expect(await cellsOf(encode('sep=|\r\na|"b,c"|="007"\r\n', "utf-8"))).toEqual([[["a", "b,c", "007"]]]);
  });

  test("a quote that is never closed is a character", async () => {
    expect(await cellsOf(encode('a;"b\nc;d" e\n"f" ;g', "utf-8"))).toEqual([
      [
        ["a", '"b'],
        ["c", 'd" e'],
        ["f", "g"],
      ],
    ]);
  });
});

describe("files that are no lists", () => {
  const bytes = (...values: number[]) => new Uint8Array([...values, ...new Uint8Array(600)]);
  const ole = (name: string) =>
    new Uint8Array(
      Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.from(name, "utf16le")]),
    );
  const sheet = (xml: string) =>
    zip(
      xlsxParts([{ name: "B", rows: [["a"]] }]).map((p) =>
        p.name.includes("sheet1") ? { ...p, data: new TextEncoder().encode(xml) } : p,
      ),
    );
  const ascii = (text: string) => new TextEncoder().encode(text);

  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "leer"],
    ["nothing but blanks", ascii(" \r\n;;\n"), "leer"],
    ["a workbook without a value", one([[null]]), "leer"],
    ["with a password", ole("EncryptedPackage"), "verschluesselt"],
    [".xls that ends too soon", ole("Workbook"), "kaputt"],
    ["a picture", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "bild"],
    ["a photo", bytes(0xff, 0xd8, 0xff, 0xe0), "bild"],
    ["a PDF", ascii("%PDF-1.7 …"), "bild"],
    ["a program", bytes(0x7f, 0x45, 0x4c, 0x46), "anderes_format"],
    ["a web page", ascii("<html><table>"), "anderes_format"],
    ["LibreOffice", zip([{ name: "content.xml", data: ascii("<a/>") }]), "anderes_format"],
    ["Word", zip([{ name: "word/document.xml", data: ascii("<a/>") }]), "anderes_format"],
    ["some archive", zip([{ name: "foto.jpg", data: ascii("x") }]), "anderes_format"],
    ["half an archive", one([["a"]]).subarray(0, 900), "kaputt"],
    ["XML that is none", sheet("<worksheet><sheetData><row"), "kaputt"],
    ["XML with its own entities", sheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'), "kaputt"],
    [
      "too many rows",
      sheet(`<worksheet>${"<row><c><v>1</v></c></row>".repeat(201_001)}</worksheet>`),
      "zu_viele_zeilen",
    ],
    ["too many rows as text", ascii("a;b\n".repeat(201_001)), "zu_viele_zeilen"],
    ["too many columns", ascii("a;".repeat(2000)), "zu_breit"],
    ["too big", new Uint8Array(50 * 1024 * 1024 + 1), "zu_gross"],
  ])("%s", async (_, file, art) => {
    expect(await whyNot(file)).toBe(art);
  });

  test("an archive that unpacks to much more than a list, whatever it says of itself", async () => {
    const parts = xlsxParts([{ name: "B", rows: [["a"]] }]).map((p) =>
      p.name.includes("sheet1") ? { ...p, data: new Uint8Array(40_000_000).fill(0x20) } : p,
    );
    expect(await whyNot(zip(parts))).toBe("bombe");
    const lying = zip(parts, (name, entry) => {
      if (name.includes("sheet1")) entry.setUint32(24, 1000, true);
    });
    expect(await whyNot(lying)).toBe("kaputt");
  });

  test("a part that needs a password", async () => {
    const file = zip(xlsxParts([{ name: "B", rows: [["a"]] }]), (_, entry) => entry.setUint16(8, 1, true));
    expect(await whyNot(file)).toBe("verschluesselt");
  });

  test("a changed byte is noticed, whatever it would read as", async () => {
    const file = zip(xlsxParts([{ name: "B", rows: [[12]] }]), (name, entry) => {
      if (name.includes("sheet1")) entry.setUint32(16, entry.getUint32(16, true) ^ 1, true);
    });
    expect(await whyNot(file)).toBe("kaputt");
  });
});
