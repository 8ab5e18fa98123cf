import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/betrieb/commands.ts";
import { CLONE, clean, dataFolder, kim } from "./support.ts";

const daten = dataFolder();
const env = { KIM_DATEN: daten };
afterAll(() => rmSync(daten, { recursive: true }));

describe("help", () => {
  test("the overview names every command, every setting and what the exit code means", () => {
    const { code, out } = kim(["--help"]);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
    for (const setting of ["KIM_DATEN", "DATABASE_URL", "KIM_ADRESSE"]) expect(out).toContain(setting);
    expect(out).toMatch(/5 {2}auf diesem Datenordner läuft schon etwas/);
  });

  test.each(COMMANDS.map(({ name }) => name))("%s explains itself with an example", (name) => {
    const { code, out } = kim([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`./kim ${name}`);
    expect(out).toMatch(/^Beispiele?: /m);
  });

  test("where nothing is installed yet, help comes all the same and installs nothing", () => {
    const fresh = dataFolder();
    for (const part of ["kim", "package.json", "package-lock.json", "src"]) {
      cpSync(join(CLONE, part), join(fresh, part), { recursive: true });
    }
    const before = readdirSync(fresh);
    const help = (...words: string[]) => execFileSync(join(fresh, "kim"), words, { env: clean({}), encoding: "utf8" });
    expect(help("test", "--help")).toBe(kim(["test", "--help"]).out);
    expect(help("help", "bericht")).toBe(kim(["bericht", "--help"]).out);
    for (const { name, summary } of COMMANDS) expect(help("--help")).toContain(`  ${name}\n      ${summary}`);
    expect(readdirSync(fresh)).toEqual(before);
    rmSync(fresh, { recursive: true });
  });

  test("a call without a command shows the overview and counts as a wrong call", () => {
    const { code, out } = kim([]);
    expect(code).toBe(2);
    expect(out).toContain("Aufruf: ./kim BEFEHL");
  });
});

describe("what cannot be meant ends with a sentence", () => {
  const cases: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, number, RegExp])[] = [
    ["an unknown command", ["strat"], {}, 2, /Den Befehl „strat“ gibt es nicht/],
    ["an unknown option", ["start", "--prot", "1"], {}, 2, /Die Angabe --prot gibt es nicht/],
    ["a word too many", ["status", "jetzt"], {}, 2, /Mit „jetzt“ kann dieser Befehl nichts anfangen/],
    ["a missing value", ["start", "--port"], {}, 2, /fehlt der Wert/],
    ["no port", ["start", "--port", "achtzig"], {}, 2, /eine Zahl zwischen 1 und 65535/],
    ["no mix", ["bench", "--mischung", "alles"], {}, 2, /Eine Mischung „alles“ gibt es nicht/],
    ["the Kreis is missing", ["einrichten"], {}, 2, /Es fehlt --kreis/],
    ["the address is missing", ["zugang", "--kreis", "05382"], {}, 2, /Es fehlt --mail/],
    ["without https", ["start"], { KIM_ADRESSE: "http://kim.example.de" }, 4, /https:\/\//],
    ["a demo for everybody", ["demo"], { KIM_ADRESSE: "https://kim.example.de" }, 4, /nur auf diesem Rechner/],
    [
      "the database cannot be reached",
      ["migrieren"],
      { DATABASE_URL: "postgres://verwalter:geheim@127.0.0.1:9/kim" },
      4,
      /127\.0\.0\.1:9\/kim\) ist nicht erreichbar.*Prüfen Sie/,
    ],
  ];
  test.each(cases)("%s", (_name, words, settings, expected, sentence) => {
    const { code, err } = kim(words, { ...env, ...settings });
    expect({ code, err }).toMatchObject({ code: expected, err: expect.stringMatching(sentence) });
    expect(err).not.toContain("geheim");
    expect(err).not.toMatch(/^\s+at /m);
  });

  test("status ends with 1 when nothing runs", () => {
    expect(kim(["status"], env)).toMatchObject({ code: 1, out: "KIM läuft nicht.\n" });
  });
});
