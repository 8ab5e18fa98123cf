import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { docxParts, docxText } from "../support/docx-text.ts";
import { ERWARTET } from "../support/halbjahr.ts";
import { pdfText } from "../support/pdf-text.ts";
import { CLONE, clean, cleanUp, dataFolder, kim, launch } from "./support.ts";

const folder = dataFolder();
const env = { KIM_DATEN: folder };
const KREIS = ["--kreis", "05382"];
const H1 = ["--von", "2023-01-01", "--bis", "2023-06-30"];

const bericht = (...words: readonly string[]) => kim(["bericht", "halbjahr", ...words], env);
const written = (format: string) => {
  const file = join(folder, `bericht.${format}`);
  const done = bericht(...KREIS, ...H1, "--format", format, "--aus", file);
  expect(done, format).toMatchObject({ code: 0, err: "" });
  expect(done.out).toContain(`Der Bericht ist geschrieben: ${file}`);
  return readFileSync(file);
};

/** The three commands of the README that lead from lists to a paper, as they are printed. */
const README = readFileSync(join(CLONE, "README.md"), "utf8");
const printed = [...README.matchAll(/^ {4}(\.\/kim (?:einrichten|import|bericht) .+)$/gm)].map(([, line = ""]) => line);
const asPrinted = (line: string) =>
  spawnSync("sh", ["-c", line.replace("papier.pdf", join(folder, "papier.pdf"))], { cwd: CLONE, env: clean(env) });

/** How each of them ended; 3 for lists that hold something faulty. */
let ends: (number | null)[];
beforeAll(() => {
  ends = printed.map((line) => asPrinted(line).status);
});
afterAll(() => cleanUp(folder));

describe("./kim bericht halbjahr", () => {
  test("the three commands of the README work as printed", () => {
    expect(printed).toHaveLength(3);
    expect(ends).toEqual([0, 3, 0]);
    expect(pdfText(readFileSync(join(folder, "papier.pdf"))).text).toContain("1.098 Beratungen");
  });

  test("counts what was just taken over and writes it in every format", async () => {
    expect(JSON.parse(String(written("json")))).toMatchObject({ beratungen: 1098, themen: ERWARTET.gesamt.themen });
    expect(pdfText(written("pdf")).text).toContain("1.098 Beratungen");
    const document = (await docxParts(written("docx"))).get("word/document.xml") ?? "";
    expect(docxText(document)).toContain("1.098 Beratungen");
  });

  test("begins with a template that comes as a file", () => {
    const file = join(folder, "vorlage.pdf");
    const vorlage = join(CLONE, "docs/beispiele/vorlage-ausschuss.json");
    expect(bericht(...KREIS, ...H1, "--format", "pdf", "--aus", file, "--vorlage", vorlage)).toMatchObject({ code: 0 });
    expect(pdfText(readFileSync(file)).text.replaceAll(/\s+/g, " ")).toContain(
      "1.098 Beratungen durchgeführt, 343 davon",
    );
  });

  test("beside a running KIM, to standard output, and nothing else on it", async () => {
    const running = await launch(["start", "--port", String(await freePort())], env);
    try {
      const { code, out } = bericht(...KREIS, ...H1, "--format", "json", "--aus", "-");
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ beratungen: 1098 });
    } finally {
      running.process.kill("SIGTERM");
      await running.exit;
    }
  });

  test.each([
    ["which report", ["bericht", "jahr"], /Welcher Bericht\?/],
    ["the Kreis is missing", ["bericht", "halbjahr", ...H1], /Es fehlt --kreis/],
    ["no day", ["bericht", "halbjahr", ...KREIS, "--von", "2023", "--bis", "x"], /Nach --von steht ein Tag/],
    ["an unknown format", ["bericht", "halbjahr", ...KREIS, ...H1, "--format", "odt"], /pdf, docx oder json/],
    [
      "half months",
      ["bericht", "halbjahr", ...KREIS, "--von", "2023-01-02", "--bis", "2023-06-30", "--format", "pdf", "--aus", "x"],
      /nur für ganze Monate/,
    ],
    [
      "another Kreis",
      ["bericht", "halbjahr", "--kreis", "05315", ...H1, "--format", "pdf", "--aus", "x"],
      /Den Kreis 05315 gibt es/,
    ],
    [
      "a template that the Kreis does not have",
      ["bericht", "halbjahr", ...KREIS, ...H1, "--format", "pdf", "--aus", "x", "--vorlage", "Kreistag"],
      /Eine Vorlage namens „Kreistag“ gibt es nicht/,
    ],
    [
      "a folder that does not exist",
      ["bericht", "halbjahr", ...KREIS, ...H1, "--format", "json", "--aus", "/gibt/es/nicht.json"],
      /lässt sich nicht schreiben/,
    ],
  ])("%s: one sentence, 2, and no file", (_what, words, sentence) => {
    const { code, err } = kim(words, env);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(sentence) });
    expect(err).not.toMatch(/^\s+at /m);
    expect(existsSync("x")).toBe(false);
  });
});
