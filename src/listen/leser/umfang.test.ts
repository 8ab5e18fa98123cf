import { describe, expect, test } from "vitest";
import { encode, xlsxParts, zip } from "../../../tests/support/listen-datei.ts";
import { whyNot } from "../../../tests/support/why-not.ts";

const utf8 = (text: string) => encode(text, "utf-8");

/** A workbook whose sheets all show what one part says. */
function pointing(sheets: number, xml: string): Uint8Array {
  const parts = xlsxParts(Array.from({ length: sheets }, (_, i) => ({ name: `B${i}`, rows: [["a"]] })));
  return zip(
    parts
      .filter(({ name }) => !/sheet([2-9]|\d\d+)\.xml$/u.test(name))
      .map(({ name, data }) => {
        if (name.endsWith("sheet1.xml")) return { name, data: utf8(xml) };
        if (!name.endsWith("workbook.xml.rels")) return { name, data };
        return { name, data: utf8(new TextDecoder().decode(data).replaceAll(/sheet\d+\.xml/gu, "sheet1.xml")) };
      }),
  );
}

const rows = (count: number, cell: string) => `<worksheet>${`<row>${cell}</row>`.repeat(count)}</worksheet>`;

describe("what a small file may fill", () => {
  test("one cell far to the right in every row is counted with the empty ones before it", async () => {
    const began = process.memoryUsage.rss();
    expect(await whyNot(pointing(1, rows(199_000, '<c r="ALK1"><v>1</v></c>')))).toBe("zu_breit");
    expect((process.memoryUsage.rss() - began) / 2 ** 20).toBeLessThan(300);
  });

  test("many sheets weigh as much as one: cells, rows and merged areas are counted for the whole workbook", async () => {
    expect(await whyNot(pointing(20, rows(1000, '<c r="ALK1"><v>1</v></c>')))).toBe("zu_breit");
    expect(await whyNot(pointing(30, rows(7000, "<c><v>1</v></c>")))).toBe("zu_viele_zeilen");
    const merged = `<worksheet><mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(21_000)}</mergeCells></worksheet>`;
    expect(await whyNot(pointing(10, merged))).toBe("zu_breit");
  });

  test("a part that many sheets point to is unpacked so often that it counts", async () => {
    const long = `<worksheet><!--${" ".repeat(7_000_000)}--><row><c><v>1</v></c></row></worksheet>`;
    expect(await whyNot(pointing(100, long))).toBe("bombe");
  });

  test("more sheets than a list can have", async () => {
    expect(await whyNot(pointing(1001, rows(1, "<c><v>1</v></c>")))).toBe("zu_breit");
  });

  test("a text that many cells point to counts for each of them", async () => {
    const parts = xlsxParts([{ name: "B", rows: [["x".repeat(40_000)]] }]);
    const file = zip(
      parts.map((p) => (p.name.endsWith("sheet1.xml") ? { ...p, data: utf8(rows(3000, '<c t="s"><v>0</v></c>')) } : p)),
    );
    expect(await whyNot(file)).toBe("zu_schwer");
  });

  test("a cell longer than any spreadsheet holds, as text and in a workbook", async () => {
    expect(await whyNot(utf8(`Datum;Thema\n${"a".repeat(49 * 2 ** 20)}`))).toBe("zu_lang");
    expect(await whyNot(utf8(`Datum;Thema\n01.01.2023;${"a".repeat(60_000)}`))).toBe("zu_lang");
    const inline = `<c t="inlineStr"><is><t>${"a".repeat(400_000)}</t></is></c>`;
    expect(await whyNot(pointing(1, rows(1, inline)))).toBe("zu_lang");
  });

  test("a line of nothing but separators", async () => {
    expect(await whyNot(utf8(`Datum;Thema\n${";".repeat(49 * 2 ** 20)}`))).toBe("zu_breit");
  });
});
