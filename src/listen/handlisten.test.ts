import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { erwartet } from "../../tests/support/handlisten.ts";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { alsJson } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const BEISPIELE = new URL("../../beispiele/", import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, BEISPIELE)));

const kontext = { kommunen: testKommunen("05382"), codes: testCodes() };
const lies = (datei: string) => liesListe(read(datei), { datei, ...kontext });

describe("the four lists of the teams", () => {
  test.each(Object.entries(erwartet.dateien))("%s", async (datei, expected) => {
    const ergebnis = await lies(datei);
    const json = alsJson(ergebnis);
    expect(json.beratungen).toBe(expected.beratungen);
    expect(json.themen).toEqual(expected.themen);
    expect(json.kommunen).toEqual(expected.kommunen);
    expect(json.monate).toEqual(expected.monate ?? {});
    expect(json.neuzuweisungen).toBe(expected.neuzuweisungen ?? 0);
    expect(json.fehlerhaft).toHaveLength(expected.fehlerhafte_zeilen);
    expect(json.doppelt).toBe(expected.wiederholte_zeilen);
    expect(json.art).toBe(expected.summen ? "summen" : "einzeln");
    expect(json.unbekannt).toEqual([]);
    expect(json.zeilen).toBe(json.uebernommen + json.doppelt + json.fehlerhaft.length);
    expect(ergebnis.abweichungen).toEqual([]);
    expect(ergebnis.hinweise).toEqual([]);
  });

  test("all together", async () => {
    const all = await Promise.all(Object.keys(erwartet.dateien).map(async (datei) => alsJson(await lies(datei))));
    const themen: Record<string, number> = {};
    for (const { themen: of } of all)
      for (const [code, n] of Object.entries(of)) themen[code] = (themen[code] ?? 0) + n;
    expect(all.reduce((sum, { beratungen }) => sum + beratungen, 0)).toBe(erwartet.gesamt.beratungen);
    expect(themen).toEqual(erwartet.gesamt.themen);
  });
});

const LIBREOFFICE = process.env["KIM_LIBREOFFICE"];

describe.skipIf(LIBREOFFICE === undefined)("saved as .ods by LibreOffice they say the same", () => {
  test.each(Object.keys(erwartet.dateien).filter((name) => name.endsWith(".xlsx")))(
    "%s",
    async (datei) => {
      const folder = mkdtempSync(join(tmpdir(), "kim-ods-"));
      try {
        const words = [`-env:UserInstallation=file://${folder}/profil`, "--headless", "--convert-to", "ods"];
        const from = fileURLToPath(new URL(datei, BEISPIELE));
        execFileSync(LIBREOFFICE ?? "", [...words, "--outdir", folder, from], { stdio: "pipe" });
        const name = datei.replace(/xlsx$/, "ods");
        const ods = await liesListe(new Uint8Array(readFileSync(join(folder, name))), { datei: name, ...kontext });
        const xlsx = await lies(datei);
        expect(ods.zahlen).toEqual(xlsx.zahlen);
        expect(ods.zeilen.map(({ beratung }) => beratung)).toEqual(xlsx.zeilen.map(({ beratung }) => beratung));
        expect(ods.summen).toEqual(xlsx.summen);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
