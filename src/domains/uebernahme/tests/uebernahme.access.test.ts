import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testCodes, testKommunen } from "../../../../tests/support/codes.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { HANDLISTEN, handliste, kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { ROLLEN, actorOf } from "../../zugang/index.ts";
import {
  decide,
  discardList,
  fortschrittOf,
  startTakeOver,
  undoTakeOver,
  uebernahmeOf,
  uebernahmenOf,
} from "../index.ts";
import { forgetLists } from "../commands/forget-lists.ts";
import { resumeLists } from "../commands/resume-lists.ts";
import { liesListe } from "../../../listen/index.ts";
import { offeneWoerter } from "../queries/uebernahmen.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

const db = testDatabase();
const { hoch, uebernimm, asWorker, read } = listen(db);
let stelle: Beratungsstelle;
let taken: Uebernahme;
let waiting: Uebernahme;
const strangers = new Map<string, Actor>();
const owner = () => stelle.konto.actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  await kommunenVon(stelle.kreis);
  const elsewhere = (await beratungsstelle()).konto.actor;
  const { kreis, traegerId } = stelle;
  strangers.set("a colleague at the same Träger", (await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] })).actor);
  strangers.set("another Träger", elsewhere);
  strangers.set("another Kreis", (await beratungsstelle("05315")).konto.actor);
  const administration = await testKonto({ kreis, traegerId, rollen: ["administration"] });
  strangers.set("the administration at the same Träger", administration.actor);
  strangers.set("the system in the Kreis", systemActor(kreis));
  for (const datei of HANDLISTEN.slice(0, 2)) {
    taken = await uebernimm(owner(), await hoch(owner(), datei, handliste(datei)));
  }
  waiting = await hoch(owner(), "offen.csv", Buffer.from("Datum;Kommune;Thema\n02.05.2024;Much;Zauberkurs\n"));
});

describe("what somebody brought is nobody else's", () => {
  test.each([
    "a colleague at the same Träger",
    "another Träger",
    "another Kreis",
    "the administration at the same Träger",
  ])("%s sees and changes nothing of it", async (who) => {
    const stranger = strangers.get(who) ?? owner();
    expect(await readAs(stranger, (tx) => uebernahmenOf(tx, stranger))).toEqual({ listen: [], aelter: undefined });
    expect(await readAs(stranger, (tx) => offeneWoerter(tx, stranger))).toEqual([]);
    for (const { id } of [taken, waiting]) {
      expect(await readAs(stranger, (tx) => uebernahmeOf(tx, stranger, id))).toBeUndefined();
      expect(await readAs(stranger, (tx) => fortschrittOf(tx, id))).toBeUndefined();
      const attempts = [
        () => writeAs(stranger, (tx) => decide(tx, stranger, { id, version: 1 }, {})),
        () => writeAs(stranger, (tx) => startTakeOver(tx, stranger, { id, version: 1 })),
        () => writeAs(stranger, (tx) => undoTakeOver(tx, stranger, { id, version: 1 })),
        () => writeAs(stranger, (tx) => discardList(tx, stranger, { id })),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(NotFound);
    }
    const rows = await readAs(stranger, (tx) =>
      tx.selectFrom("kim.beratung").select("id").where("uebernahme_id", "is not", null).execute(),
    );
    expect(rows).toEqual([]);
  });

  test("only case managers may bring lists", () => {
    const may = Object.keys(ROLLEN).filter((code) => actorOf(owner(), [code]).rechte.has("uebernahme.schreiben"));
    expect(may).toEqual(["cm_lokal", "cm_mukis", "cm_abh"]);
  });
});

test("no name of a list stands in the clear anywhere, the list itself included", async () => {
  const context = { kommunen: testKommunen("05382"), codes: testCodes() };
  const names = new Set<string>();
  for (const datei of HANDLISTEN.slice(0, 2)) {
    const { zeilen } = await liesListe(handliste(datei), { datei, ...context });
    for (const { beratung } of zeilen) {
      for (const { vorname, nachname } of beratung?.personen ?? []) names.add(`${vorname} ${nachname}`.trim());
      if (beratung !== null && beratung.notiz.length > 12) names.add(beratung.notiz);
    }
  }
  expect(names.size).toBeGreaterThan(50);
  const tables = await db.admin(
    "select table_schema || '.' || table_name as t from information_schema.tables where table_schema in ('kim', 'tresor', 'betrieb', 'graphile_worker') and table_type = 'BASE TABLE'",
  );
  for (const { t } of tables) {
    const [row] = await db.admin(
      `select coalesce(string_agg(to_jsonb(x)::text, ' '), '') as alles from ${String(t)} x`,
    );
    // Bytes are written in hex: a text kept as bytes would show as such.
    const all = String(row?.["alles"]);
    for (const name of names) {
      expect(all.includes(name), `${String(t)}: ${name}`).toBe(false);
      expect(all.includes(Buffer.from(name).toString("hex")), `${String(t)}: ${name} as bytes`).toBe(false);
    }
  }
});

describe("forgetting", () => {
  /** Counted from the day on which the database took the list down: around midnight it is not that of the calendar here. */
  const inDays = async (n: number) => {
    const [row] = await db.admin("select am::text from kim.uebernahme where id = $1", [waiting.id]);
    return new Date(Date.parse(`${String(row?.["am"])}T12:00:00Z`) + n * 24 * 3_600_000);
  };

  test("after 30 days a list goes that nobody took over, and of the others what was found in them", async () => {
    const [last, after] = [await inDays(30), await inDays(31)];
    await asWorker(() => forgetLists(last));
    expect((await read(owner(), waiting.id)).stand).toBe("gelesen");
    await asWorker(() => forgetLists(after));
    await asWorker(() => forgetLists(after));
    expect(await readAs(owner(), (tx) => uebernahmeOf(tx, owner(), waiting.id))).toBeUndefined();
    expect(await db.admin("select 1 from tresor.schluessel where id = $1", [waiting.id])).toEqual([]);
    const kept = await read(owner(), taken.id);
    expect(kept).toMatchObject({ befund: null, entscheidungen: {}, datei: taken.datei, zahlen: taken.zahlen });
  });

  test("a worker that starts takes up what a killed one left", async () => {
    const left = await hoch(owner(), "neu.csv", Buffer.from("Datum;Kommune;Thema\n03.05.2024;Much;Wohnung\n"));
    await writeAs(owner(), (tx) => startTakeOver(tx, owner(), left));
    const asked = () => db.admin("select 1 from graphile_worker._private_jobs where payload->>'id' = $1", [left.id]);
    const before = (await asked()).length;
    await asWorker(resumeLists);
    expect(await asked()).toHaveLength(before + 1);
  });
});
