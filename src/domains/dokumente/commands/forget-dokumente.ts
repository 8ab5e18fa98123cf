import { systemActor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";
import { TAGE_BIS_VERGESSEN } from "../model/dokument.ts";

const DAY_MS = 24 * 3_600_000;

/** Deletes documents that were withdrawn long enough ago, with all of their pieces. `at` is the instant of the database. */
export async function forgetDokumente(at: Date): Promise<void> {
  const before = dayOf(new Date(at.getTime() - TAGE_BIS_VERGESSEN * DAY_MS));
  for (const kreis of await kreise()) {
    await writeAs(systemActor(kreis), (tx) =>
      tx.deleteFrom("kim.dokument").where("kreis", "=", kreis).where("zurueckgezogen_am", "<", before).execute(),
    );
  }
}
