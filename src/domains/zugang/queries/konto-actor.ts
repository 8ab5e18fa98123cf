import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { actorOf } from "../model/rollen.ts";

/**
 * Somebody as the one who acts, where no session says so: for what her own calendar program reads, and what the worker counts for
 * her. Only her own files, never those she stands in for; undefined for an account that may not sign in today, or whose way in was
 * renewed and is not confirmed. Asked in a transaction of the program itself (`systemActor`).
 */
export async function kontoActor(tx: Tx, kreis: string, kontoId: string): Promise<Actor | undefined> {
  const row = await tx
    .selectFrom("kim.konto as k")
    .select(["k.traeger_id"])
    .select(
      sql<string[]>`array(select r.rolle from kim.rolle r where r.kreis = k.kreis and r.konto_id = k.id
        and r.von <= ${today()}::date and (r.bis is null or r.bis >= ${today()}::date))`.as("rollen"),
    )
    .where("k.id", "=", kontoId)
    .where("k.status", "=", "aktiv")
    .where(
      sql<boolean>`not exists (select from kim.erneuerung e where e.kreis = k.kreis and e.konto_id = k.id and e.frei is null)`,
    )
    .executeTakeFirst();
  return row === undefined || row.rollen.length === 0
    ? undefined
    : actorOf({ kreis, traegerId: row.traeger_id, kontoId }, row.rollen);
}
