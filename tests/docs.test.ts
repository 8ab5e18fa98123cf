import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENTS, documentText } from "../src/betrieb/documents.ts";
import { EXIT_CODES } from "../src/betrieb/exit-codes.ts";
import { ARTEN } from "../src/domains/berichte/model/kapitel.ts";
import { isTest, sourceFiles } from "./support/import-graph.ts";

const ROOT = resolve(import.meta.dirname, "..");
const HANDBUCH = "docs/handbuch";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** A table's cells without the spaces that only align them. */
const plain = (file: string): string => read(file).replaceAll(/ {2,}/g, " ");

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
];

test.each(documents)("%s: every link leads somewhere", (file) => {
  const links = [...read(file).matchAll(/(?<!!\[[^\]]*)\]\((?!https?:|mailto:)([^)#\s]+)/g)].map(
    (match) => match[1] ?? "",
  );
  expect(links.filter((link) => !existsSync(resolve(ROOT, dirname(file), link)))).toEqual([]);
});

test("the glossary says each word once in its part", () => {
  for (const part of read("GLOSSARY.md").split("\n## ")) {
    const words = [...part.matchAll(/^\| (.+?) +\|/gm)].map(([, word = ""]) => word);
    expect(words.filter((word, i) => words.indexOf(word) < i)).toEqual([]);
  }
});

test("chapters of the handbook have a title, link only to chapters and show pictures that are there, as the program does", () => {
  for (const name of readdirSync(join(ROOT, HANDBUCH))) {
    const text = read(`${HANDBUCH}/${name}`);
    expect(text, name).toMatch(/^# .+\n/);
    const links = [...text.matchAll(/(?<!!\[[^\]]*)\]\(([^)]+)\)/g)].map((match) => match[1]);
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
    for (const path of pictures) expect(existsSync(join(ROOT, HANDBUCH, path)), path).toBe(true);
    for (const path of pictures) expect(path, name).toMatch(/^\.\.\/bilder\/[\w-]+\.png$/);
    for (const link of links) expect(link, name).toMatch(/^\d\d-[\w-]+\.md$/);
  }
});

/** Quoted, but no words of a page: keys, what lists say, examples. */
const NO_WORDS_OF_PAGES = new Set([
  "Bild auf",
  "3 angefangene – zeigen",
  "W = Wohnen, S = Sprache",
  "doppelt eingetragen",
  "in Vertretung für …",
  "Person B",
  "§ 10 Abs. 3 StAG",
  "§ 10 StAG",
  "4 Personen, Musterhaus",
  "– Mietschulden",
  "nachmittags",
  // Put together from the name of the format.
  "Als Word",
]);

test("what the handbook quotes, the program says: a button that was renamed is renamed there", () => {
  const scripts = readdirSync(join(ROOT, "src/ui/public")).map((name) => `src/ui/public/${name}`);
  const lists = readdirSync(join(ROOT, "db/codelisten")).map((name) => `db/codelisten/${name}`);
  const files = [
    ...sourceFiles("src").filter((file) => !isTest(file)),
    ...scripts.filter((f) => f.endsWith(".js")),
    ...lists,
  ];
  const chapters = readdirSync(join(ROOT, HANDBUCH)).map((name) => ({ name, text: read(`${HANDBUCH}/${name}`) }));
  const one = (text: string) => text.replaceAll(/\s+/g, " ");
  const says = one([...files.map(read), ...chapters.flatMap(({ text }) => text.match(/^#+ .+$/gm) ?? [])].join("\n"));
  const wrong = chapters.flatMap(({ name, text }) =>
    [...new Set(one(text).match(/(?<=„)[^„“]+(?=“)/g))].flatMap((quoted) =>
      says.includes(quoted) || NO_WORDS_OF_PAGES.has(quoted) ? [] : [`${name}: „${quoted}“`],
    ),
  );
  expect(wrong).toEqual([]);
});

test("the chapter about the report names every kind of chapter", () => {
  const text = read(`${HANDBUCH}/12-halbjahresbericht.md`).split("`art` sagt")[1] ?? "";
  expect(ARTEN.filter((art) => !new RegExp(`\\b${art}\\b`).test(text))).toEqual([]);
});

test.each(DOCUMENTS)("%s: its tables say what the program says (./kim dokumente writes them)", (file) => {
  expect(read(file)).toBe(documentText(file));
});

test("the operator's pages name every setting and every exit code", () => {
  const settings = read("src/platform/config.ts").matchAll(/^ {4}((?:KIM|DATABASE)_[A-Z]+):/gm);
  const installation = plain("docs/betrieb/installation.md");
  for (const [, name] of settings) expect(installation).toContain(`| \`${name}\` |`);
  const troubles = plain("docs/betrieb/stoerungen.md");
  for (const [code] of EXIT_CODES) expect(troubles).toContain(`| ${code} |`);
});

test("the page about watching names every event of the log and every metric", () => {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const named = (pattern: RegExp) =>
    new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((m) => m[1] ?? "")));
  const events = named(/\blog\.(?:info|warn|error)\(\s*"([^"]+)"/g);
  const metrics = [...read("src/platform/http/metrics.ts").matchAll(/(?:gauge\("|# TYPE )([a-z_]+)/g)].map(
    (m) => m[1] ?? "",
  );
  const text = read("docs/betrieb/ueberwachung.md");
  expect(events.size).toBeGreaterThan(10);
  expect(metrics.length).toBeGreaterThan(5);
  expect([...events, ...metrics].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test("every library has its line in the record of dependencies", () => {
  const record = read("docs/decisions/0013-abhaengigkeiten.md");
  const names = [...read("package.json").matchAll(/^ {4}"((?:@[\w-]+\/)?[\w-]+)": "\d/gm)].map(
    (match) => match[1] ?? "",
  );
  const listed = (name: string) => record.includes(name) || record.includes(`${name.split("/")[0]}/*`);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !listed(name))).toEqual([]);
});
