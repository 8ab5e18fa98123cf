import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { zeilenAbdruck } from "../queries/siegel.ts";

const FAELLE = new URL("../../../listen/fixtures/faelle/", import.meta.url);
const db = testDatabase();
const { hoch, uebernimm } = listen(db);
const actor = jeEineStelle();
const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
const fall = (name: string) => readFileSync(new URL(name, FAELLE));
const bringe = async (datei: string, bytes: Buffer) => uebernimm(actor(), await hoch(actor(), datei, bytes));

describe("the same rows written differently are the same", () => {
  test("another form of dates and durations, decomposed letters, more spaces", async () => {
    await bringe("a.xlsx", fall("24-a-dieselben-zeilen.xlsx"));
    for (const name of [
      "24-b-dieselben-zeilen.csv",
      "24-c-dieselben-zeilen.csv",
      "24-d-dieselben-zeilen.xlsx",
      "24-e-dieselben-zeilen.xlsx",
    ]) {
      const again = await hoch(actor(), name, fall(name));
      expect(again.zahlen, name).toMatchObject({ uebernommen: 0, doppelt: 10 });
    }
  });

  test("added columns and other capitals make no new rows, another theme does", async () => {
    await bringe("eins.csv", csv("Datum;Kommune;Thema", "2.5.2024;Much;Wohnung", "3.5.2024;Eitorf;Zauberkurs"));
    const rows = ["1;02.05.24;MUCH;wohnung ;gut", "2;3. Mai 2024;Eitorf;zauberkurs;", "3;03.05.2024;Eitorf;Schule;"];
    const next = await hoch(actor(), "zwei.csv", csv("Nr.;Datum;Kommune;Thema;Zufriedenheit", ...rows));
    expect(next.zahlen).toMatchObject({ uebernommen: 1, doppelt: 2 });
  });

  test("a list that is brought again with one value corrected holds that row beside the one that is there", async () => {
    const kopf = "Datum;Kommune;Thema;Dauer";
    const mai = ["2.5.2024;Much;Wohnung;30", "3.5.2024;Eitorf;Schule;15", "6.5.2024;Much;Arbeit;45"];
    await bringe("mai.csv", csv(kopf, ...mai));
    const again = await hoch(
      actor(),
      "mai neu.csv",
      csv(kopf, ...mai.slice(0, 2), "6.5.2024;Much;Arbeit;60", "7.5.2024;Much;Kita;20"),
    );
    expect(again.befund?.zahlen).toMatchObject({ doppelt: 2, wartend: 1, uebernommen: 1 });
    const fast = again.befund?.zeilen.find(({ fastGleich }) => fastGleich !== null);
    expect(fast?.fastGleich?.felder).toContainEqual({ feld: "Dauer", hier: "60 Minuten", dort: "45 Minuten" });
  });

  test("rows with the print of an earlier version are found", async () => {
    const list = csv("Datum;Kommune;Thema", "2.5.2024;Much;Wohnung");
    await uebernimm(actor(), await hoch(actor(), "eins.csv", list));
    // The print of then is made only where an earlier list may have stored it.
    const kopie = await hoch(actor(), "kopie.csv", Buffer.concat([list, Buffer.from("\n")]));
    const zeile = kopie.befund?.zeilen[0];
    const old = zeilenAbdruck(actor().traegerId, { am: "2024-05-02", ags: "05382036" }, zeile?.kennungAlt ?? "");
    await db.admin("update kim.beratung set abdruck = $1 where traeger_id = $2", [old, actor().traegerId]);
    const again = await hoch(
      actor(),
      "zwei.csv",
      csv("Datum;Kommune;Thema", "2.5.2024;Much;Wohnung", "9.5.2024;Much;Arzt"),
    );
    expect(again.zahlen).toMatchObject({ uebernommen: 1, doppelt: 1 });
  });
});

describe("days that an earlier tally counted", () => {
  test("months over weeks wait, and say which days", async () => {
    await bringe("a.xlsx", fall("25-a-wochen.xlsx"));
    const next = await hoch(actor(), "25-b-monate.xlsx", fall("25-b-monate.xlsx"));
    expect(next.zahlen).toMatchObject({ beratungen: 10, uebernommen: 1, wartend: 1 });
    expect(next.befund?.zeilen[0]?.grund).toMatch(/zählt für diese Kommune schon 02\.01\.2023 bis/u);
    expect(next.befund?.beleg.wartet).toBe(4);
  });

  test("other figures for the same month are a correction to decide", async () => {
    const kopf = "Monat;Kommune;Beratungen";
    await bringe("alt.csv", csv(kopf, "Januar 2024;Much;4", "Februar 2024;Much;5"));
    const next = await hoch(actor(), "neu.csv", csv(kopf, "Januar 2024;Much;7", "Februar 2024;Much;5"));
    expect(next.zahlen).toMatchObject({ uebernommen: 0, wartend: 1, doppelt: 1 });
    expect(next.befund?.zeilen[0]?.grund).toContain("Früher gezählt: 4 Beratungen");
  });
});
