import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { zip } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";
import { readDatei } from "./read-datei.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const SHEET = "application/vnd.oasis.opendocument.spreadsheet";
const HEAD =
  '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>' +
  '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
  '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>' +
  '<style:style style:name="weg"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
  '<style:style style:name="nicht"><style:text-properties style:text-line-through-style="none"/></style:style>' +
  '<style:style style:name="rot"><style:table-cell-properties fo:background-color="#ff3030"/></style:style>' +
  "</office:automatic-styles><office:body><office:spreadsheet>";
const END = "</office:spreadsheet></office:body></office:document-content>";

function ods(tables: string, more: Readonly<Record<string, string>> = {}, art = SHEET): Uint8Array {
  const parts = { mimetype: art, "content.xml": HEAD + tables + END, ...more };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, data: bytes(text) })));
}
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (name: string, rows: string, style = "ta1") =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
const text = (value: string, attributes = "") =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${value}</text:p></table:table-cell>`;
const day = (iso: string) =>
  `<table:table-cell office:value-type="date" office:date-value="${iso}"><text:p>x</text:p></table:table-cell>`;
const zellen = async (cells: string) => (await readDatei(ods(table("A", row(cells))), "a"))[0]?.zeilen[0]?.zellen;

describe("spreadsheets of LibreOffice", () => {
  test.each<[what: string, cells: string, expected: readonly unknown[]]>([
    ["a number", '<table:table-cell office:value-type="float" office:value="30.5"/>', [30.5]],
    ["a day with its time", day("2024-05-02T09:30:00"), [{ art: "tag", tag: "2024-05-02" }]],
    [
      "a duration",
      '<table:table-cell office:value-type="time" office:time-value="PT01H30M00S"/>',
      [{ art: "zeit", minuten: 90 }],
    ],
    ["yes", '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', [true]],
    ["spaces and lines", text('a<text:s text:c="2"/>b</text:p><text:p>c'), ["a  b\nc"]],
    [
      "empty cells between",
      `${text("a")}<table:table-cell table:number-columns-repeated="3"/>${text("b")}`,
      ["a", null, null, null, "b"],
    ],
    ["the same again", text("x", 'table:number-columns-repeated="3"'), ["x", "x", "x"]],
    [
      "no remark of the cell",
      '<table:table-cell office:value-type="string"><office:annotation><text:p>Rückruf</text:p></office:annotation><text:p>a</text:p></table:table-cell>',
      ["a"],
    ],
    [
      "an error",
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      [{ art: "fehler", wert: "#DIV/0!" }],
    ],
  ])("%s", async (_, cells, expected) => {
    expect(await zellen(cells)).toEqual(expected);
  });

  test("cells that are crossed out, wholly or in part, and hidden columns are told", async () => {
    const struck = text("a", 'table:style-name="weg"');
    const partly = text('<text:span text:style-name="weg">a</text:span> b');
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>';
    const cells = `${struck}${text("b", 'table:style-name="nicht"')}${partly}`;
    const [blatt] = await readDatei(ods(table("A", columns + row(cells))), "a");
    expect(blatt?.zeilen[0]?.gestrichen).toEqual([0, 2]);
    expect(blatt?.hinweise).toEqual(["Im Blatt „A“ sind die Spalten B, C ausgeblendet; sie wurden mitgelesen."]);
  });

  test("remarks and fills of cells are kept with their place", async () => {
    const remark =
      "<office:annotation><dc:creator>Mira Beispiel</dc:creator><text:p>hat</text:p><text:p>abgesagt</text:p></office:annotation>";
    const cells = `${text("a")}<table:table-cell office:value-type="string" table:style-name="rot">${remark}<text:p>b</text:p></table:table-cell>`;
    const [blatt, next] = await readDatei(
      ods(table("A", row(text("x")) + row(cells)) + table("B", row(text("y")))),
      "a",
    );
    expect(blatt?.kommentare).toEqual([{ zeile: 2, spalte: 1, text: "hat\nabgesagt" }]);
    expect(blatt?.zeilen.map(({ farben }) => [...(farben ?? [])])).toEqual([[], [[1, "ff3030"]]]);
    expect(next?.kommentare).toEqual([]);
  });

  test("cells look as the document's styles say, also where their row or column names the style", async () => {
    const styles =
      '<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:fo="f"><office:styles>' +
      '<style:default-style style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:default-style>' +
      '<style:style style:name="Grün" style:parent-style-name="Weg"/>' +
      '<style:style style:name="Weg"><style:table-cell-properties fo:background-color="#30ff30"/>' +
      '<style:text-properties style:text-line-through-type="single"/></style:style>' +
      '<style:style style:name="Plain" style:parent-style-name="Weg"><style:table-cell-properties fo:background-color="transparent"/>' +
      '<style:text-properties style:text-line-through-style="none"/></style:style>' +
      "</office:styles></office:document-styles>";
    const columns =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="Plain"/><table:table-column table:default-cell-style-name="Grün"/>';
    const cells = text("a") + text("b", 'table:style-name="Grün"') + text("c");
    const rows = row(cells) + row(text("d"), 'table:default-cell-style-name="Weg"');
    const [blatt] = await readDatei(ods(table("A", columns + rows), { "styles.xml": styles }), "a");
    expect(blatt?.zeilen.map(({ gestrichen, farben }) => [gestrichen, [...(farben ?? [])]])).toEqual([
      [
        [1, 2],
        [
          [1, "30ff30"],
          [2, "30ff30"],
        ],
      ],
      [[0], [[0, "30ff30"]]],
    ]);
  });

  test("repeated, hidden and merged rows, hidden sheets, and a million empty rows at the end", async () => {
    const rows = [
      row(text("Kopf", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"),
      row(text("a"), 'table:number-rows-repeated="2" table:visibility="collapse"'),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048573"'),
    ];
    const [first, second] = await readDatei(ods(table("A", rows.join("")) + table("B", row(text("b")), "ta2")), "a");
    expect(first).toMatchObject({
      zeilen: [{ nr: 1 }, { nr: 2 }, { nr: 3 }],
      ausgeblendet: 2,
      versteckt: false,
      verbunden: [{ vonZeile: 1, bisZeile: 1, vonSpalte: 0, bisSpalte: 1 }],
    });
    expect(second).toMatchObject({ name: "B", versteckt: true });
  });

  test("a list of consultations is read like any other", async () => {
    const rows = [text("Datum") + text("Thema"), day("2024-05-02") + text("Wohnung"), day("2024-05-03") + text("Kita")];
    const { zahlen } = await liesListe(ods(table("Much", rows.map((cells) => row(cells)).join(""))), {
      datei: "2024.ods",
      kommunen: testKommunen("05382"),
      codes: testCodes(),
    });
    expect(zahlen).toMatchObject({ beratungen: 2, themen: { wohnen: 1, bildung_0_6: 1 }, kommunen: { Much: 2 } });
  });

  test.each<[what: string, file: Uint8Array, art: string]>([
    ["a text document", ods("", {}, "application/vnd.oasis.opendocument.text"), "anderes_format"],
    ["a password", ods("", { "META-INF/manifest.xml": "<m><encryption-data/></m>" }), "verschluesselt"],
    ["rows without end", ods(table("A", row(text("a"), 'table:number-rows-repeated="900000"'))), "zu_viele_zeilen"],
    ["columns without end", ods(table("A", row(text("a", 'table:number-columns-repeated="900000"')))), "zu_breit"],
    ["a broken part", ods("<table:table>"), "kaputt"],
    ["nothing in it", ods(table("A", "")), "leer"],
  ])("%s is refused with a sentence", async (_, file, art) => {
    await expect(readDatei(file, "a")).rejects.toMatchObject({ art });
  });
});
