import { systemActor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { sql, writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";

/**
 * Locks what ended before the day of `at` and deletes the content of every copy that has no key any more. Nobody could read it since;
 * now it is gone. Safe to repeat.
 */
export async function forgetExpired(at: Date): Promise<void> {
  for (const kreis of await kreise()) {
    await writeAs(systemActor(kreis), async (tx) => {
      await tx
        .updateTable("kim.freigabe")
        .set({ gesperrt_am: sql<Date>`now()`, gesperrt_weil: "abgelaufen", schluessel: null })
        .where("kreis", "=", kreis)
        .where("gueltig_bis", "<", dayOf(at))
        .where("gesperrt_am", "is", null)
        .execute();
      await sql`delete from kim.freigabe_inhalt i using kim.freigabe f where i.kreis = ${kreis}
        and f.kreis = i.kreis and f.id = i.freigabe_id and f.schluessel is null`.execute(tx);
    });
  }
}
