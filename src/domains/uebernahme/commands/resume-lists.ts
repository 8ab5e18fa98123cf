import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { kreise } from "../../../platform/kreise.ts";

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
