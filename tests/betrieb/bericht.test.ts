import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { docxParts, docxText } from "../support/docx-text.ts";
import { ERWARTET } from "../support/halbjahr.ts";
import { pdfText } from "../support/pdf-text.ts";
import { HANDLISTEN } from "../support/uebernahme.ts";
import { cleanUp, dataFolder, kim, launch } from "./support.ts";

const FIXTURES = resolve(import.meta.dirname, "../../src/listen/fixtures");
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

beforeAll(() => {
  kim(["einrichten", ...KREIS, "--traeger", "Rhein-Sieg-Kreis", "--admin", "mira.beispiel@example.de"], env);
  const lists = HANDLISTEN.map((name) => join(FIXTURES, name));
  kim(["import", ...KREIS, "--traeger", "Rhein-Sieg-Kreis", ...lists], env);
});
afterAll(() => cleanUp(folder));

describe("./kim bericht halbjahr", () => {
  test("counts what was just taken over and writes it in every format", async () => {
    expect(JSON.parse(String(written("json")))).toMatchObject({ beratungen: 1098, themen: ERWARTET.gesamt.themen });
    expect(pdfText(written("pdf")).text).toContain("1.098 Beratungen");
    const document = (await docxParts(written("docx"))).get("word/document.xml") ?? "";
    expect(docxText(document)).toContain("1.098 Beratungen");
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
