import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { decide, discardList } from "../index.ts";
import { forgetLists } from "../commands/forget-lists.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

const db = testDatabase();
const { hoch, uebernimm, oeffne, nimmZurueck, lies, read, asWorker } = listen(db);
const actor = jeEineStelle();

const bringe = async (datei: string, ...lines: readonly string[]) =>
  uebernimm(actor(), await hoch(actor(), datei, Buffer.from(`${lines.join("\n")}\n`)));
const rows = async (sql: string) => db.admin(sql, [actor().traegerId]);
const beratungen = async () => (await rows("select 1 from kim.beratung where traeger_id = $1")).length;
const mitDatei = async ({ id }: Uebernahme) => (await read(actor(), id)).mitDatei;

/** Mends one cell and decides on rows, then reads again. */
async function entscheide(liste: Uebernahme, teil: Parameters<typeof decide>[3]): Promise<Uebernahme> {
  await writeAs(actor(), (tx) => decide(tx, actor(), liste, teil));
  return lies(actor(), liste.id);
}

const KOPF = "Datum;Kommune;Thema;Notiz";
const MAI = [KOPF, "30.2.2024;Much;Wohnung;erste", "02.05.2024;Much;Wohnung;zweite", "03.05.2024;Atlantis;Kita;dritte"];

test("rows that stayed behind are mended in place and taken then; what was taken is taken once, whatever is decided since", async () => {
  const first = await bringe("mai.csv", ...MAI);
  expect([first.stand, first.mitDatei, first.zahlen?.uebernommen]).toEqual(["uebernommen", true, 1]);
  const open = await oeffne(actor(), first);
  expect(open).toMatchObject({ stand: "gelesen", nachgeholt: true, zahlen: { uebernommen: 1 } });
  expect(open.befund?.zahlen).toMatchObject({ uebernommen: 0, fehlerhaft: 1, wartend: 1 });
  const [tabelle] = open.befund?.tabellen ?? [];
  const mended = await entscheide(open, {
    korrekturen: [{ blatt: "mai", zeile: 2, spalte: "A", wert: "28.2.2024" }],
    // The column of the themes is a note from now on: the row that was taken stays as it is.
    tabellen: [{ tabelle: tabelle?.schluessel ?? "", spalten: { C: { bedeutung: "notiz" } } }],
  });
  expect(mended.befund?.zahlen).toMatchObject({ uebernommen: 1, wartend: 1, themen: {} });
  const second = await uebernimm(actor(), mended);
  expect(second).toMatchObject({ stand: "uebernommen", mitDatei: true, nachgeholt: false });
  expect(second.zahlen).toMatchObject({
    uebernommen: 2,
    beratungen: 2,
    wartend: 1,
    themen: { wohnen: 1 },
    zeilen: 3,
  });
  const left = await entscheide(await oeffne(actor(), second), {
    woerter: [{ spalte: "kommune", wort: "Atlantis", code: "05382032" }],
  });
  const last = await uebernimm(actor(), left);
  expect([await beratungen(), await mitDatei(last), last.zahlen?.uebernommen]).toEqual([3, false, 3]);
  await nimmZurueck(actor(), last);
  expect(await beratungen()).toBe(0);
});

test("the rest of a list is thrown away or forgotten; what was taken stays and can be taken back", async () => {
  const open = await oeffne(actor(), await bringe("mai.csv", ...MAI));
  await writeAs(actor(), (tx) => discardList(tx, actor(), open));
  const left = await read(actor(), open.id);
  expect(left).toMatchObject({ stand: "uebernommen", mitDatei: false, zahlen: { uebernommen: 1 } });
  await expect(oeffne(actor(), left)).rejects.toBeInstanceOf(Refused);

  // As it stands while it is being mended, a month later.
  await db.admin("update kim.uebernahme set am = am - 31, stand = 'gelesen' where id = $1", [open.id]);
  await asWorker(() => forgetLists(new Date()));
  const forgotten = await read(actor(), open.id);
  expect(forgotten).toMatchObject({ stand: "uebernommen", befund: null, zahlen: { uebernommen: 1 } });
  expect(await beratungen()).toBe(1);
  await db.admin("update kim.uebernahme set stand = 'gelesen' where id = $1", [open.id]);
  const back = await nimmZurueck(actor(), await read(actor(), open.id));
  expect([back.stand, back.zahlen?.uebernommen, await beratungen()]).toEqual(["zurueckgenommen", 1, 0]);
});

test("a month that a tally has twice is taken afterwards where somebody says that both count", async () => {
  const striche = ["Kommune;Monat;Beratungen", "Much;Januar 2024;12", "Much;Februar 2024;14", "Much;Februar 2024;16"];
  const first = await bringe("striche.csv", ...striche);
  expect(first.zahlen).toMatchObject({ beratungen: 26, wartend: 1 });
  const open = await oeffne(actor(), first);
  const [held] = open.befund?.zeilen ?? [];
  expect(held?.probleme).toEqual([expect.objectContaining({ doch: true })]);
  const zeilen = [{ blatt: "striche", zeile: 4, entscheidung: "uebernehmen" as const }];
  const last = await uebernimm(actor(), await entscheide(open, { zeilen }));
  expect([last.zahlen?.beratungen, await mitDatei(last)]).toEqual([42, false]);
  expect(await rows("select sum(beratungen)::int as n from kim.summe where traeger_id = $1")).toEqual([{ n: 42 }]);
});
