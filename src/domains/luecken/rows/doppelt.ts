import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";

export const EINMAL = "luecke.einmal";

/**
 * Which reports of a group of gaps are of the same case is known by their files alone: the worker looks once this is stored, and marks
 * those that count already.
 */
export async function countOnce(tx: Tx, { kreis }: Actor, lueckeId: string): Promise<void> {
  await enqueue(tx, EINMAL, { kreis, lueckeId });
}

/** Gaps that are taken apart count for themselves again, at once: each of their reports. */
export async function countAlone(tx: Tx, lueckeIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("kim.luecke_doppelt")
    .where("meldung_id", "in", (q) =>
      q.selectFrom("kim.luecke_meldung").select("id").where("luecke_id", "=", anyOf(lueckeIds)),
    )
    .execute();
}
