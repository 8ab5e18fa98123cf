import { readFileSync } from "node:fs";
import type { Pool } from "pg";
import { afterAll } from "vitest";
import { startTakeOver, undoTakeOver, uebernahmeOf, uploadList } from "../../src/domains/uebernahme/index.ts";
import { reopenList } from "../../src/domains/uebernahme/commands/reopen-list.ts";
import { readList } from "../../src/domains/uebernahme/commands/read-list.ts";
import { takeOver } from "../../src/domains/uebernahme/commands/take-over-list.ts";
import { takeBack } from "../../src/domains/uebernahme/commands/take-back.ts";
import { liesListe } from "../../src/listen/lies-liste.ts";
import type { Uebernahme } from "../../src/domains/uebernahme/model/uebernahme.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { openPool, readAs, throughPool, writeAs } from "../../src/platform/db.ts";
import { testKommunen } from "./codes.ts";
import type { TestDatabase } from "./db.ts";

/** The four lists of the teams, in `beispiele`. */
export const HANDLISTEN = [
  "Beratungen_Siegburg_Lohmar_2023-1.xlsx",
  "KIM_Doku_Hennef_Eitorf_Windeck.xlsx",
  "statistik_niederkassel.csv",
  "Strichliste_Bornheim_Alfter_Swisttal.xlsx",
] as const;

export const handliste = (datei: string): Buffer => readFileSync(new URL(`../../beispiele/${datei}`, import.meta.url));

/** All Kommunen of a Kreis, as lists name them. */
export const kommunenVon = (kreis: string): Promise<unknown> =>
  writeAs(systemActor(kreis), (tx) =>
    tx
      .insertInto("kim.kommune")
      .values(testKommunen(kreis).map(({ ags, name }) => ({ kreis, ags, name })))
      .onConflict((c) => c.doNothing())
      .execute(),
  );

/**
 * Lists of one database, worked on as the real roles: the page as web, the jobs as worker. They are read in this process:
 * that they are otherwise read beside it is told in nebenan.test.ts.
 */
export function listen(db: TestDatabase) {
  let worker: Pool | undefined;
  // Opened when it is needed: what makes records for the pages calls this inside of a hook, where no other can be registered.
  const pool = () => (worker ??= openPool({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 4 }));
  afterAll(() => worker?.end());
  /** Does something as the worker; afterwards the doors are those of the web process again. */
  const asWorker = <R>(work: () => Promise<R>): Promise<R> => throughPool(pool(), work);
  const read = async (actor: Actor, id: string): Promise<Uebernahme> => {
    const found = await readAs(actor, (tx) => uebernahmeOf(tx, actor, id));
    if (found === undefined) throw new Error("The list is not there.");
    return found;
  };
  const idOf = (actor: Actor, id: string) => ({ kreis: actor.kreis, id });
  const lies = async (actor: Actor, id: string): Promise<Uebernahme> => {
    await asWorker(() => readList(idOf(actor, id), undefined, liesListe));
    return read(actor, id);
  };
  return {
    asWorker,
    read,
    /** Uploads and reads. */
    hoch: async (actor: Actor, datei: string, bytes: Buffer): Promise<Uebernahme> => {
      const id = await writeAs(actor, (tx) => uploadList(tx, actor, { datei, bytes }));
      return lies(actor, id);
    },
    /** Reads again after decisions. */
    lies,
    /** Takes over what was read. */
    uebernimm: async (actor: Actor, { id, version }: Uebernahme): Promise<Uebernahme> => {
      await writeAs(actor, (tx) => startTakeOver(tx, actor, { id, version }));
      await asWorker(() => takeOver(idOf(actor, id), undefined, liesListe));
      return read(actor, id);
    },
    /** Opens what stayed behind. */
    oeffne: async (actor: Actor, { id, version }: Uebernahme): Promise<Uebernahme> => {
      await writeAs(actor, (tx) => reopenList(tx, actor, { id, version }));
      return lies(actor, id);
    },
    nimmZurueck: async (actor: Actor, { id, version }: Uebernahme): Promise<Uebernahme> => {
      await writeAs(actor, (tx) => undoTakeOver(tx, actor, { id, version }));
      await asWorker(() => takeBack(idOf(actor, id)));
      return read(actor, id);
    },
  };
}
