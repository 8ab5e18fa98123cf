import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { encode } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";
import { readDatei } from "./read-datei.ts";

const read = (html: string) => readDatei(encode(html, "utf-8"), "Export");
const cells = async (html: string) => (await read(html)).map(({ zeilen }) => zeilen.map(({ zellen }) => zellen));

describe("pages with tables under the name of a spreadsheet", () => {
  test.each<[what: string, html: string, rows: readonly (readonly (string | null)[])[]]>([
    ["plain cells", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", [["a", "b"], ["c"]]],
    [
      "tags that nobody ended",
      "<TABLE><TR><TH>a<TH>b<TR><TD>c<TD>d</TABLE>",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "characters by name and number",
      "<table><tr><td>Stra&szlig;e &amp; &#252;ber&nbsp;&#xE4;</td><td>&unbekannt;</td></table>",
      [["Straße & über ä", "&unbekannt;"]],
    ],
    [
      "lines and spaces of the source",
      "<table><tr><td>\n  Miete\n  und<br>Strom</td></tr></table>",
      [["Miete und\nStrom"]],
    ],
    ["empty cells between", "<table><tr><td>a<td><td>b<td></tr></table>", [["a", null, "b"]]],
    [
      "no comments, styles and scripts",
      "<html><head><title>t</title><style>td{}</style></head><!-- <table><tr><td>x --><script>'<td>y'</script><table><tr><td>a</td></tr></table>",
      [["a"]],
    ],
    ["an unended comment ends the page", "<table><tr><td>a</td></tr><!-- <tr><td>b</td></tr></table>", [["a"]]],
    [
      "texts above and below",
      "<h1>Much 2025</h1><p>Stand Mai</p><table><tr><td>a</td></tr></table><p>Ende</p>",
      [["Much 2025"], ["Stand Mai"], ["a"], ["Ende"]],
    ],
    [
      "cells over several columns and rows",
      '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>',
      [
        ["a", null, "b"],
        ["c", "d"],
        [null, "e"],
      ],
    ],
  ])("%s", async (_, html, rows) => {
    expect(await cells(html)).toEqual([rows]);
  });

  test("several tables are sheets, each with the titles above it", async () => {
    const blaetter = await read(
      "<h2>Much</h2><table><tr><td>a</table><h2>Lohmar</h2><table><tr><td>b</td></tr></table>",
    );
    expect(blaetter.map(({ name, zeilen }) => [name, zeilen.map(({ zellen }) => zellen[0])])).toEqual([
      ["Export 1", ["Much", "a"]],
      ["Export 2", ["Lohmar", "b"]],
    ]);
  });

  test("what is crossed out or filled is told, merged cells are", async () => {
    const [blatt] = await read(
      '<table><tr><td bgcolor="#FF0000">a</td><td><s>b</s> c</td><td style="text-decoration: line-through">d</td></tr><tr><td colspan=2>e</td></tr></table>',
    );
    expect(blatt?.zeilen[0]).toMatchObject({ gestrichen: [1, 2] });
    expect([...(blatt?.zeilen[0]?.farben ?? [])]).toEqual([[0, "FF0000"]]);
    expect(blatt?.verbunden).toEqual([{ vonZeile: 2, bisZeile: 2, vonSpalte: 0, bisSpalte: 1 }]);
  });

  test("a list in it counts like any other", async () => {
    const html =
      '<html><head><meta charset="utf-8"></head><body><h3>Beratungen Much</h3><table border=1><tr><th>Datum</th><th>Anliegen</th></tr>' +
      "<tr><td>03.02.2025</td><td>Wohnung</td></tr><tr><td>04.02.2025</td><td>Schule</td></tr></table></body></html>";
    const { zahlen, beleg } = await liesListe(encode(html, "utf-8"), {
      datei: "export.xls",
      kommunen: testKommunen("05382"),
      codes: testCodes(),
    });
    expect([zahlen.beratungen, zahlen.themen, zahlen.kommunen, beleg.wartet, beleg.zellen]).toEqual([
      2,
      { wohnen: 1, schule: 1 },
      { Much: 2 },
      0,
      7,
    ]);
  });

  test.each(["<html><body>Guten Tag</body></html>", "<html><table>", "<?xml version='1.0'?><Workbook/>"])(
    "a page without cells is told: %s",
    async (html) => {
      await expect(read(html)).rejects.toMatchObject({ art: "anderes_format" });
    },
  );

  test("many openings without an end keep nobody waiting", async () => {
    const begun = performance.now();
    await expect(
      read(`<table><tr><td>a</td></tr></table>${"<!--".repeat(200_000)}${"<td ".repeat(200_000)}`),
    ).resolves.toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
