import { systemActor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";
import { TAGE_BIS_VERGESSEN } from "../model/uebernahme.ts";

const DAY_MS = 24 * 3_600_000;

/**
 * Forgets what was in uploaded lists (db/tables/uebernahme.ts): one that nobody took over goes whole, with its key; of one that was
 * taken over or back only name and figures stay, and what stayed behind of it cannot be mended any more. `at` is the instant of
 * the database. Safe to repeat.
 */
export async function forgetLists(at: Date): Promise<void> {
  const before = dayOf(new Date(at.getTime() - TAGE_BIS_VERGESSEN * DAY_MS));
  for (const kreis of await kreise()) await writeAs(systemActor(kreis), (tx) => forgetIn(tx, kreis, before));
}

async function forgetIn(tx: Tx, kreis: string, before: string): Promise<void> {
  const gone = await tx
    .deleteFrom("kim.uebernahme")
    .where("am", "<", before)
    .where("stand", "in", ["liest", "gelesen", "unlesbar"])
    .where("bisher", "is", null)
    .returning("id")
    .execute();
  const ids = gone.map(({ id }) => id);
  await sql`delete from tresor.schluessel where kreis = ${kreis} and id = any(${ids}::uuid[])`.execute(tx);
  await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "uebernommen" })
    .where("am", "<", before)
    .where("stand", "in", ["liest", "gelesen"])
    .where("bisher", "is not", null)
    .execute();
  await tx
    .updateTable("kim.uebernahme")
    .set({ inhalt: null, entscheidungen: null, befund: null })
    .where("am", "<", before)
    .where("stand", "in", ["uebernommen", "zurueckgenommen"])
    .where((eb) => eb.or([eb("entscheidungen", "is not", null), eb("befund", "is not", null)]))
    .execute();
}
