import { describe, expect, test } from "vitest";
import { graphOf, importsPackage, isTest, readSource, sourceFiles, wayTo } from "./support/import-graph.ts";
import { germanIn, glossaryTerms, titlesIn } from "./support/test-titles.ts";

const files = ["src", "tests"].flatMap(sourceFiles);
const terms = glossaryTerms();

describe("titles of tests are English", () => {
  test("in every test file", () => {
    const german = files
      .filter((file) => isTest(file) || file.startsWith("tests/"))
      .flatMap((file) =>
        titlesIn(readSource(file), file.endsWith("x") ? "tsx" : "ts")
          .filter(({ text }) => germanIn(text, terms).length > 0)
          .map(({ line, text }) => `${file}:${line}: ${text}`),
      );
    expect(german).toEqual([]);
  });

  test("the check finds every kind of title: groups, tests, tables and the names of their rows", () => {
    const source = [
      'describe("a", () => {',
      '  test.runIf(x)("b", () => undefined);',
      '  test.each([["c", 1]])("d: %s", (_name, n) => n);',
      '  const rows = [["e", 2]] as const;',
      '  describe.each(rows)("f: %s", (_, n) => n);',
      "  it(`g ${x} h`, async (): Promise<void> => undefined);",
      '  test.each([["data", 3]])("i: %s", (data) => data);',
      "});",
    ].join("\n");
    expect(titlesIn(source).map(({ text }) => text)).toEqual(["a", "b", "d: %s", "c", "f: %s", "e", "g   h", "i: %s"]);
    expect(titlesIn(source).map(({ line }) => line)).toEqual([1, 2, 3, 3, 5, 4, 6, 7]);
  });

  test("the check tells German from English; terms of the glossary and quoted text may be German", () => {
    for (const title of ["ein Passwort kommt zurück", "die Koordination", "wer sie sieht", "Größe", "Nur Zahlen"]) {
      expect(germanIn(title, terms), title).not.toEqual([]);
    }
    for (const title of ["a Träger's Trägerschlüssel", "whatever they die of", "says „nicht für Sie“", "Systemlücke"]) {
      expect(germanIn(title, terms), title).toEqual([]);
    }
  });
});

test("nothing takes the day of today from an instant in UTC, which is another one before midnight", () => {
  const utc = /(?:new Date\(\)|new Date\(Date\.now\(\)[^)]*\))\.toISOString\(\)\.(?:slice|split|substring)/;
  const others = files.filter((file) => file !== "tests/test-files.test.ts" && utc.test(readSource(file)));
  expect(others).toEqual([]);
});

describe("Chromium", () => {
  const graph = graphOf(files);
  const startsBrowser = (file: string) => importsPackage(file, "playwright-core");

  test("is started by files named *.browser.test.ts only, over however many others", () => {
    const others = files.filter((f) => isTest(f) && !/\.browser\.test\.tsx?$/.test(f));
    const ways = others.map((f) => (startsBrowser(f) ? [f] : wayTo(graph, f, startsBrowser)));
    expect(ways.filter((way) => way !== undefined)).toEqual([]);
  });

  test("the check sees a browser behind other files", () => {
    expect(files.filter((f) => !isTest(f) && startsBrowser(f))).toEqual(["tests/support/browser.ts"]);
    expect(wayTo(graph, "tests/journeys/jede-seite-1.browser.test.ts", startsBrowser)?.length).toBeGreaterThan(2);
  });
});
