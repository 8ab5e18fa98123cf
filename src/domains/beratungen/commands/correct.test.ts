import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale, readForm } from "../../../platform/form.ts";
import { KorrekturEingabe, werteZum } from "../model/eingabe.ts";
import { fassungenOf } from "../rows/fassung.ts";
import { beratungOf, tagesliste } from "../queries/beratungen.ts";
import { correctBeratung } from "./correct.ts";
import { restoreBeratung, withdrawBeratung } from "./withdraw.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let other: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
  other = await beratungsstelle();
});

const actor = () => stelle.konto.actor;
const record = (more: Parameters<typeof erfasse>[1] = {}) => erfasse(stelle, more);
const read = async (id: string) => {
  const b = await readAs(actor(), (tx) => beratungOf(tx, actor(), id));
  if (b === undefined) throw new NotFound();
  return b;
};
const history = (id: string) => readAs(actor(), (tx) => fassungenOf(tx, actor(), id));

/** Corrects what is stored: only `changes` differ. */
async function correct(id: string, changes: Parameters<typeof valuesOf>[0], version?: number): Promise<void> {
  const before = await read(id);
  const form = readForm(
    KorrekturEingabe,
    { ...werteZum(before), ...valuesOf({ grund: "verschrieben", ...changes }) },
    today(),
  );
  if (!form.ok) throw new Refused(form.errors);
  const at = { id, version: version ?? before.version };
  return writeAs(actor(), (tx) => correctBeratung(tx, actor(), at, form.value));
}

describe("correcting", () => {
  test("keeps what held before, the note included, with the reason", async () => {
    const id = await record({ notiz: "erste Notiz" });
    await correct(id, { dauer: "45", themen: ["wohnen"], notiz: "zweite Notiz", grund: "Notiz war unvollständig" });
    expect(await read(id)).toMatchObject({
      dauerMin: 45,
      themen: ["wohnen"],
      notiz: { text: "zweite Notiz" },
      version: 2,
    });
    await correct(id, { dauer: "50" });
    const [second, first] = await history(id);
    expect(first).toMatchObject({
      version: 1,
      art: "korrektur",
      grund: "Notiz war unvollständig",
      notiz: "erste Notiz",
      werte: { dauerMin: 30, themen: ["sprache", "aufenthalt"] },
    });
    expect(second).toMatchObject({ version: 2, grund: "verschrieben", notiz: "zweite Notiz", werte: { dauerMin: 45 } });
  });

  test("without a change there is nothing to correct", async () => {
    await expect(correct(await record({ notiz: "bleibt" }), {})).rejects.toThrow("nichts geändert");
  });

  test("whoever saves on an old version sees what is stored now, and nothing is overwritten", async () => {
    const id = await record();
    await correct(id, { dauer: "45" });
    const late = correct(id, { dauer: "60" }, 1);
    await expect(late).rejects.toThrow(Stale);
    await expect(late).rejects.toMatchObject({ conflict: { version: 2, stored: { dauer: ["45"] } } });
    expect((await read(id)).dauerMin).toBe(45);
  });

  test("of two corrections at once one wins, the other sees it", async () => {
    const id = await record();
    const both = await Promise.allSettled([correct(id, { dauer: "41" }, 1), correct(id, { dauer: "42" }, 1)]);
    expect(both.map((r) => r.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await history(id)).toHaveLength(1);
  });

  test("a reason that seems to tell who came is refused below stage 2", async () => {
    const id = await record();
    await expect(correct(id, { dauer: "45", grund: "Rückruf 0171 2345678" })).rejects.toMatchObject({
      errors: [{ field: "grund" }],
    });
  });

  test("an old day may stay", async () => {
    const id = await record();
    await db.admin("update kim.beratung set am = '2019-05-06' where id = $1", [id]);
    await correct(id, { dauer: "45" });
    expect(await read(id)).toMatchObject({ am: "2019-05-06", dauerMin: 45 });
  });
});

describe("one person becomes another, several or none", () => {
  test("from one to two: the note moves from the person's key to one of its own", async () => {
    const id = await record({ stufe: "2", neu1_vorname: "Mira", notiz: "zu zweit" });
    await correct(id, { neu1_vorname: "Jo", grund: "zweite Person vergessen" });
    const after = await read(id);
    expect(after.personen).toHaveLength(2);
    expect(after.notiz).toEqual({ text: "zu zweit" });
    const [row] = await db.admin("select notiz_schluessel from kim.beratung where id = $1", [id]);
    expect(row?.["notiz_schluessel"]).toBe(id);
  });

  test("becoming anonymous leaves no person, no former note and no key of either anywhere", async () => {
    const id = await record({ stufe: "2", neu1_vorname: "Wilhelmine", notiz: "Mina war da" });
    const person = (await read(id)).personen[0] ?? "";
    await correct(id, { neu1_vorname: "Ottokar", notiz: "Mina und Otto waren da", grund: "Otto kam dazu" });
    await correct(id, { stufe: "1", person: [], notiz: "Formular erklärt", grund: "wollte anonym bleiben" });

    expect(await read(id)).toMatchObject({ stufe: "1", personen: [], notiz: { text: "Formular erklärt" } });
    const past = await history(id);
    expect(past.map((f) => [f.grund, f.notiz])).toEqual([
      ["wollte anonym bleiben", undefined],
      ["Otto kam dazu", undefined],
    ]);
    const rows = await db.admin(
      "select to_jsonb(f)::text as zeile from kim.beratung_fassung f where beratung_id = $1 union all select to_jsonb(b)::text from kim.beratung b where id = $1 union all select to_jsonb(p)::text from kim.beratung_person p where beratung_id = $1",
      [id],
    );
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(String(row["zeile"])).not.toContain(person);
    const keys = await db.admin("select 1 from tresor.schluessel where id = $1", [id]);
    expect(keys).toEqual([]);
    const log = await db.admin(
      "select distinct to_char(zeit at time zone 'Europe/Berlin', 'HH24:MI:SS') as uhr from kim.protokoll where gegenstand_id = $1 and art = 'beratung.korrigiert' order by 1",
      [id],
    );
    expect(log[0]).toEqual({ uhr: "00:00:00" });
  });

  test("from anonymous to a person", async () => {
    const id = await record({ notiz: "vorher", herkunftsgruppe: "syrien" });
    const named = { stufe: "2", neu1_vorname: "Karl", grund: "hat sich vorgestellt" };
    await expect(correct(id, named)).rejects.toThrow("Fragen Sie die Person");
    await correct(id, { ...named, ja: "benannt" });
    expect(await read(id)).toMatchObject({ stufe: "2", herkunftsgruppe: null, notiz: { text: "vorher" } });
    expect((await history(id))[0]).toMatchObject({ notiz: "vorher", werte: { herkunftsgruppe: "syrien" } });
  });
});

describe("withdrawing", () => {
  const why = { grund: "doppelt erfasst", unbedenklich: false };
  const withdraw = (id: string, version: number) =>
    writeAs(actor(), (tx) => withdrawBeratung(tx, actor(), { id, version }, why));
  const restore = (id: string, version: number) =>
    writeAs(actor(), (tx) => restoreBeratung(tx, actor(), { id, version }, { ...why, grund: "doch nicht doppelt" }));

  test("it stays for oneself, does not count, and can be taken back", async () => {
    const id = await record({ am: "2026-01-15" });
    const ofDay = () => readAs(actor(), (tx) => tagesliste(tx, actor(), "2026-01-15", 9));
    expect(await ofDay()).toMatchObject({ anzahl: 1, minuten: 30 });
    await withdraw(id, 1);
    expect(await ofDay()).toMatchObject({ anzahl: 0, minuten: 0, zeilen: [] });
    expect(await read(id)).toMatchObject({ zurueckgezogen: true, version: 2 });
    await restore(id, 2);
    expect(await ofDay()).toMatchObject({ anzahl: 1 });
    expect((await history(id)).map((f) => [f.art, f.grund])).toEqual([
      ["aufhebung", "doch nicht doppelt"],
      ["rueckzug", "doppelt erfasst"],
    ]);
  });

  test("not twice, and not on an old version", async () => {
    const id = await record();
    await expect(restore(id, 1)).rejects.toThrow(Refused);
    await withdraw(id, 1);
    await expect(withdraw(id, 2)).rejects.toThrow(Refused);
    await expect(restore(id, 1)).rejects.toThrow(Stale);
  });

  test("a foreign one is as missing for both commands", async () => {
    const id = await erfasse(other);
    await expect(withdraw(id, 1)).rejects.toThrow(NotFound);
    const form = readForm(
      KorrekturEingabe,
      { ...valuesOf({ grund: "so" }), ...werteZum(await readOf(other, id)) },
      today(),
    );
    if (!form.ok) throw new Refused(form.errors);
    const foreign = writeAs(actor(), (tx) => correctBeratung(tx, actor(), { id, version: 1 }, form.value));
    await expect(foreign).rejects.toThrow(NotFound);
  });
});

async function readOf(one: Beratungsstelle, id: string) {
  const b = await readAs(one.konto.actor, (tx) => beratungOf(tx, one.konto.actor, id));
  if (b === undefined) throw new NotFound();
  return b;
}
