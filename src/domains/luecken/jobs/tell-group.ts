import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { SAGEN } from "../rows/schritt.ts";

const PAYLOAD = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), lueckeId: z.uuid(), kontoId: z.uuid() });
type Payload = z.output<typeof PAYLOAD>;

/** Makes somebody who took part in a reconstruction a reporter of its gap; whoever is one already stays as she is. */
async function tellMember({ kreis, lueckeId, kontoId }: Payload): Promise<void> {
  await writeAs(systemActor(kreis), async (tx) => {
    const first = await tx
      .selectFrom("kim.luecke_schritt")
      .select("nr")
      .where("luecke_id", "=", lueckeId)
      .orderBy("nr")
      .executeTakeFirst();
    const there = await tx.selectFrom("kim.konto").select("id").where("id", "=", kontoId).executeTakeFirst();
    if (first === undefined || there === undefined) return;
    await tx
      .insertInto("kim.luecke_melder")
      .values({ kreis, konto_id: kontoId, luecke_id: lueckeId, mail: false, gelesen: first.nr })
      .onConflict((c) => c.columns(["kreis", "konto_id", "luecke_id"]).doNothing())
      .execute();
  });
}

export const tellGroupJob: Job = job(SAGEN, PAYLOAD, tellMember, { subject: ({ kontoId }) => kontoId });
