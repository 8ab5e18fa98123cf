import { expect, test } from "vitest";
import { isTest, readSource, sourceFiles } from "../../tests/support/import-graph.ts";
import { csvOf } from "./csv.ts";

const cellOf = (value: string | number) => csvOf([[value]]).slice(1, -2);

const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"];
const BEFORE = ["", " ", "\u00A0", "\u202F", "\u3000", "\uFEFF", "\u200B", "\u200E", "\0", " \uFEFF "];

test.each(SIGNS)("a formula that begins with %s becomes text, whatever stands before it", (sign) => {
  for (const before of BEFORE)
    expect(cellOf(`${before}${sign}HYPERLINK("x")`)).toBe(`"'${before}${sign}HYPERLINK(""x"")"`);
  for (const before of ["\n", "\r", "\r\n", "\t", " \n"]) {
    const cell = cellOf(`${before}${sign}1`);
    expect(cell.replace(/^"/, "").startsWith("'")).toBe(true);
  }
});

test.each<[string | number, string]>([
  ["Sprachkurs", "Sprachkurs"],
  ["a = b", "a = b"],
  [-3, "-3"],
  ["zwei\nZeilen", '"zwei\nZeilen"'],
  ["eins; zwei", '"eins; zwei"'],
  ["", ""],
])("%j stays what it is", (value, written) => {
  expect(cellOf(value)).toBe(written);
});

test("whoever answers with CSV writes it here, and nobody else puts an apostrophe before a formula", () => {
  const sources = sourceFiles("src").filter((f) => !isTest(f) && f !== "src/platform/csv.ts");
  expect(sources.filter((f) => /\[=\+|join\(";"\)|\\uFEFF\$/.test(readSource(f)))).toEqual([]);
  const exporting = sources.filter((f) => readSource(f).includes("csvOf("));
  expect(exporting.toSorted()).toEqual([
    "src/domains/auswertung/model/csv.ts",
    "src/domains/beratungen/documents/liste-datei.ts",
    "src/domains/luecken/documents/liste-datei.ts",
    "src/domains/neuzuweisungen/pages/annehmen.tsx",
    "src/domains/uebernahme/model/problemliste.ts",
    "src/domains/uebernahme/model/wortliste.ts",
    "src/domains/verstaendigung/documents/abrechnung-datei.ts",
    "src/domains/verweise/pages/einlesen.tsx",
  ]);
  // Each answer of this kind comes from one of them.
  const answers = sources.filter((f) => readSource(f).includes("text/csv"));
  for (const file of answers) expect(readSource(file), file).toMatch(/\b(zahlenCsv|csvOf|problemliste|wortliste)\(/);
});
