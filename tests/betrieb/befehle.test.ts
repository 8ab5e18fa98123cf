import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/betrieb/commands.ts";
import { dataFolder, kim } from "./support.ts";

const daten = dataFolder();
const env = { KIM_DATEN: daten };
afterAll(() => rmSync(daten, { recursive: true }));

describe("Hilfe", () => {
  test("die Übersicht nennt jeden Befehl, jede Einstellung und was der Exit-Code bedeutet", () => {
    const { code, out } = kim(["--help"]);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
    for (const setting of ["KIM_DATEN", "DATABASE_URL", "KIM_ADRESSE"]) expect(out).toContain(setting);
    expect(out).toMatch(/5 {2}auf diesem Datenordner läuft schon etwas/);
  });

  test.each(COMMANDS.map(({ name }) => name))("%s erklärt sich mit einem Beispiel", (name) => {
    const { code, out } = kim([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`./kim ${name}`);
    expect(out).toMatch(/^Beispiele?: /m);
  });

  test("ein Aufruf ohne Befehl zeigt die Übersicht und gilt als falscher Aufruf", () => {
    const { code, out } = kim([]);
    expect(code).toBe(2);
    expect(out).toContain("Aufruf: ./kim BEFEHL");
  });
});

describe("Was nicht gemeint sein kann, endet mit einem Satz", () => {
  const cases: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, number, RegExp])[] = [
    ["unbekannter Befehl", ["strat"], {}, 2, /Den Befehl „strat“ gibt es nicht/],
    ["unbekannte Angabe", ["start", "--prot", "1"], {}, 2, /Die Angabe --prot gibt es nicht/],
    ["überzähliges Wort", ["status", "jetzt"], {}, 2, /Mit „jetzt“ kann dieser Befehl nichts anfangen/],
    ["fehlender Wert", ["start", "--port"], {}, 2, /fehlt der Wert/],
    ["kein Port", ["start", "--port", "achtzig"], {}, 2, /eine Zahl zwischen 1 und 65535/],
    ["Kreis fehlt", ["einrichten"], {}, 2, /Es fehlt --kreis/],
    ["Adresse fehlt", ["zugang", "--kreis", "05382"], {}, 2, /Es fehlt --mail/],
    ["ohne https", ["start"], { KIM_ADRESSE: "http://kim.example.de" }, 4, /https:\/\//],
    ["Demo für alle", ["demo"], { KIM_ADRESSE: "https://kim.example.de" }, 4, /nur auf diesem Rechner/],
    [
      "Datenbank nicht erreichbar",
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

  test("status endet mit 1, wenn nichts läuft", () => {
    expect(kim(["status"], env)).toMatchObject({ code: 1, out: "KIM läuft nicht.\n" });
  });
});
