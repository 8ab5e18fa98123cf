import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { log, startLog } from "./log.ts";

const folder = mkdtempSync(join(tmpdir(), "kim-log-"));
const datei = join(folder, "kim.log");
startLog({ level: "info", prozess: "pruefung", datei });
afterAll(() => {
  startLog({ level: "info", prozess: "pruefung" });
  rmSync(folder, { recursive: true });
});

const lines = (): unknown[] =>
  readFileSync(datei, "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

test("a line names the event and ids", () => {
  log.info("beratung.erfasst", { kreis: "05382", id: "7f0c", anzahl: 2 });
  expect(lines().at(-1)).toMatchObject({
    stufe: "info",
    prozess: "pruefung",
    ereignis: "beratung.erfasst",
    kreis: "05382",
    anzahl: 2,
  });
});

test("no name, address or note gets in, not even under allowed fields or as the text of an error", () => {
  const secret = ["Mira Beispiel", "mira@beispiel.example", "hat morgen einen Termin"];
  const fields: Record<string, string> = {
    id: "Mira Beispiel",
    route: "mira@beispiel.example",
    notiz: "hat morgen einen Termin",
  };
  log.warn("probe", fields);
  log.error("probe", new Error("duplicate key (name)=(Mira Beispiel)"), fields);
  const text = readFileSync(datei, "utf8");
  for (const word of secret) expect(text).not.toContain(word);
  expect(lines().at(-1)).toMatchObject({ fehlerart: "Error", id: "[verdeckt]" });
});

test("an error names its kind, the state of the database and the place in the code", () => {
  log.error("probe", Object.assign(new Error("x"), { code: "23505" }));
  expect(lines().at(-1)).toMatchObject({ sqlState: "23505", stelle: expect.stringMatching(/log\.test\.ts:\d+$/) });
});
