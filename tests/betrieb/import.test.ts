import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { adminUrl, readAdminPassword } from "../../src/platform/postgres/initialise.ts";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { onServer } from "../support/sql.ts";
import { HANDLISTEN } from "../support/uebernahme.ts";
import { cleanUp, dataFolder, databasePort, kim, launch } from "./support.ts";

const FIXTURES = resolve(import.meta.dirname, "../../src/listen/fixtures");
const BEISPIELE = resolve(import.meta.dirname, "../../beispiele");
const LISTEN = HANDLISTEN.map((name) => join(BEISPIELE, name));
const folder = dataFolder();
const env = { KIM_DATEN: folder };
const ZU = ["--kreis", "05382", "--traeger", "Rhein-Sieg-Kreis"];

const counts = z.record(z.string(), z.number());
const figures = z.object({ beratungen: z.number(), themen: counts, kommunen: counts });
const Erwartet = z.object({ dateien: z.record(z.string(), figures) });
const erwartet = Erwartet.parse(JSON.parse(readFileSync(join(FIXTURES, "erwartet.json"), "utf8")));
const Antwort = z.object({
  dateien: z.array(figures.extend({ datei: z.string(), uebernommen: z.number(), unlesbar: z.string().optional() })),
});

const importiert = (words: readonly string[]) => kim(["import", ...ZU, ...words], env);
const json = (out: string) => Antwort.parse(JSON.parse(out)).dateien;
const wrong = join(folder, "bild.xlsx");

beforeAll(() => {
  kim(["einrichten", ...ZU, "--admin", "mira.beispiel@example.de"], env);
  writeFileSync(wrong, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
});
afterAll(() => cleanUp(folder));

describe("./kim import", () => {
  test("only checks where that is asked for, and says what would happen in German", () => {
    const { code, out } = importiert(["--nur-pruefen", ...LISTEN]);
    expect(code).toBe(3);
    expect(out).toContain("356 Beratungen aus 356 Zeilen würden übernommen.");
    expect(out).toContain("4 fehlerhafte Zeilen, nicht übernommen:");
  });

  test("shows how a list is understood, which lists there are, and takes one back", () => {
    const months = join(folder, "Hennef 2024.csv");
    writeFileSync(months, "Datum;Thema\n02.05.2024;Wohnung\n03.05.2024;Nixwort\n");
    const shown = importiert(["--zeigen", months]).out;
    expect(shown).toMatch(/Blatt Hennef 2024: Jede Zeile ist eine Beratung/);
    expect(shown).toContain("Kommune: Hennef (Sieg), aus dem Namen des Blatts „Hennef 2024“.");
    expect(shown).toMatch(/A +Datum +Datum der Beratung +02\.05\.2024/);
    expect(shown).toMatch(/Nixwort +Thema +nicht zugeordnet +1/);
    importiert([months]);
    const alle = () => kim(["import", "--liste"], env).out;
    const [, id = ""] =
      /^(\S+) .* Hennef 2024\.csv .* übernommen +2 +2 +0 +0 +02\.05\.2024 bis 03\.05\.2024$/m.exec(alle()) ?? [];
    const back = kim(["import", "--zuruecknehmen", id], env);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining("2 Beratungen aus 2 Zeilen zählen nicht mehr.")]);
    expect(alle()).toMatch(/Hennef 2024\.csv .* zurückgenommen +0 +0 +0 +0 +nichts$/m);
    expect(kim(["import", "--zuruecknehmen", id], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining("zurück"),
    });
    expect(kim(["import", "--zuruecknehmen", "x"], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--liste"),
    });
  });

  test("takes the four lists over with the expected figures, and once only", () => {
    const first = importiert(["--json", ...LISTEN]);
    expect(first.code).toBe(3);
    for (const { datei, beratungen, themen, kommunen } of json(first.out)) {
      expect({ beratungen, themen, kommunen }, datei).toEqual(erwartet.dateien[datei]);
    }
    expect(first.err).toContain("gehören danach zum Konto von Administration");
    const second = importiert(["--json", ...LISTEN]);
    expect(json(second.out).map(({ uebernommen }) => uebernommen)).toEqual([0, 0, 0, 0]);
  });

  test("one file that is of no use ends with 2, the others are taken all the same", () => {
    const good = join(folder, "gut.csv");
    writeFileSync(good, "Datum;Kommune;Thema\n02.05.2024;Much;Wohnung\n");
    const { code, out, err } = importiert(["--json", wrong, good]);
    expect(code).toBe(2);
    expect(err).toContain("bild.xlsx: Die Datei ist ein Bild");
    expect(json(out).map(({ uebernommen, unlesbar }) => [uebernommen, typeof unlesbar])).toEqual([
      [0, "string"],
      [1, "undefined"],
    ]);
  });

  test("a list whose rows the database would refuse stops nothing; the receipt says what waits", () => {
    const months = join(FIXTURES, "faelle/18-monat-punkt-jahr.xlsx");
    const unknown = join(folder, "naehcafe.csv");
    const weeks = [1, 2, 3, 4, 5].map((n) => `${n};${n + 5};${n};2;1\n`);
    writeFileSync(unknown, `Strichliste Much 2019\nKW;Beratungen;Nähcafé;Wohnen;Schule\n${weeks.join("")}`);
    const good = join(FIXTURES, "faelle/19-gute-datei-danach.csv");
    const { code, out } = importiert(["--json", "--nur-pruefen", months, unknown, wrong, good]);
    expect(code).toBe(2);
    expect(json(out).map(({ datei, beratungen }) => [datei.slice(0, 2), beratungen])).toEqual([
      ["18", 21],
      ["na", 40],
      ["bi", 0],
      ["19", 1],
    ]);
    expect(importiert(["--nur-pruefen", good]).code).toBe(0);
    const told = importiert(["--nur-pruefen", unknown]);
    expect(told.code).toBe(3);
    expect(told.out).toMatch(/\d+ Zellen: .* 5 warten:\n.*Wort ist nicht zugeordnet \(5 Zellen\)/u);
  });

  test("beside a running KIM", async () => {
    const running = await launch(["start", "--port", String(await freePort())], env);
    try {
      const list = join(folder, "nebenher.csv");
      writeFileSync(list, "Datum;Kommune;Thema\n02.05.2024;Eitorf;Wohnung\n");
      expect(importiert(["--json", list]).code).toBe(0);
      const url = adminUrl(readAdminPassword(folder), databasePort(folder)).replace(/\/postgres$/, "/kim");
      const [row] = await onServer(url, "select count(*)::int as n from kim.beratung");
      expect(row).toEqual({ n: 356 + 307 + 187 + 1 + 1 });
      const left = await onServer(
        url,
        "select stand from kim.uebernahme where stand not in ('uebernommen', 'zurueckgenommen')",
      );
      expect(left).toEqual([]);
    } finally {
      running.process.kill("SIGTERM");
      await running.exit;
    }
  });

  test.each([
    ["the Kreis is missing", ["--traeger", "x", "a.csv"], /Es fehlt --kreis/],
    ["the Träger is missing", ["--kreis", "05382", "a.csv"], /Es fehlt --traeger/],
    ["the file is missing", ["--kreis", "05382", "--traeger", "x"], /Es fehlt die Datei/],
    ["a file that does not exist", [...ZU, "weg.csv"], /„weg.csv“ gibt es nicht/],
    ["a folder", [...ZU, BEISPIELE], /ist ein Ordner/],
    ["another Kreis", ["--kreis", "05315", "--traeger", "x", LISTEN[0] ?? ""], /Den Kreis 05315 gibt es/],
    [
      "a Träger that does not exist",
      ["--kreis", "05382", "--traeger", "x", LISTEN[0] ?? ""],
      /Es gibt: „Rhein-Sieg-Kreis“/,
    ],
    [
      "an account of nobody there",
      [...ZU, "--konto", "jo@example.de", LISTEN[0] ?? ""],
      /jo@example.de gibt es bei diesem Träger/,
    ],
  ])("%s: one sentence, 2", (_what, words, sentence) => {
    const { code, err } = kim(["import", ...words], env);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(sentence) });
    expect(err).not.toMatch(/^\s+at /m);
  });
});
