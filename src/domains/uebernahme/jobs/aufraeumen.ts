import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { dayOf, now } from "../../../platform/clock.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, enqueue, job } from "../../../platform/jobs.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { TAGE_BIS_VERGESSEN } from "../uebernahme.ts";

const DAY_MS = 24 * 3_600_000;

const kreise = async (): Promise<string[]> => {
  const rows = await readAs(systemActor(NO_KREIS), (tx) => tx.selectFrom("betrieb.mandant").select("kreis").execute());
  return rows.map(({ kreis }) => kreis);
};

/**
 * Forgets what was in uploaded lists (db/tables): one that nobody took over goes whole, with its key; of one that was
 * taken over or back only name and figures stay. Safe to repeat.
 */
export async function forgetLists(at: Date = now()): Promise<void> {
  const before = dayOf(new Date(at.getTime() - TAGE_BIS_VERGESSEN * DAY_MS));
  for (const kreis of await kreise()) await writeAs(systemActor(kreis), (tx) => forgetIn(tx, kreis, before));
}

async function forgetIn(tx: Tx, kreis: string, before: string): Promise<void> {
  const gone = await tx
    .deleteFrom("kim.uebernahme")
    .where("am", "<", before)
    .where("stand", "in", ["liest", "gelesen", "unlesbar"])
    .returning("id")
    .execute();
  const ids = gone.map(({ id }) => id);
  await sql`delete from tresor.schluessel where kreis = ${kreis} and id = any(${ids}::uuid[])`.execute(tx);
  await tx
    .updateTable("kim.uebernahme")
    .set({ inhalt: null, entscheidungen: null, befund: null })
    .where("am", "<", before)
    .where("stand", "in", ["uebernommen", "zurueckgenommen"])
    .where((eb) => eb.or([eb("entscheidungen", "is not", null), eb("befund", "is not", null)]))
    .execute();
}

const JOB_OF: Readonly<Record<string, string>> = {
  liest: "uebernahme.lesen",
  uebernimmt: "uebernahme.uebernehmen",
  nimmt_zurueck: "uebernahme.zuruecknehmen",
};

/**
 * Asks again for the work that a killed worker left: its jobs stay locked for hours. Run at the start of a worker; a list
 * that somebody is at all the same is worked on once, because the last step asks for its state.
 */
export async function resumeLists(): Promise<void> {
  for (const kreis of await kreise()) {
    await writeAs(systemActor(kreis), async (tx) => {
      const rows = await tx
        .selectFrom("kim.uebernahme")
        .select(["id", "stand"])
        .where("stand", "in", Object.keys(JOB_OF))
        .execute();
      for (const { id, stand } of rows) await enqueue(tx, JOB_OF[stand] ?? "", { kreis, id });
    });
  }
}

export const vergessenJob: Job = job("uebernahme.vergessen", z.unknown(), () => forgetLists());
export const fortsetzenJob: Job = job("uebernahme.fortsetzen", z.unknown(), resumeLists);
