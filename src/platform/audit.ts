import type { Actor } from "./actor.ts";
import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** What happened: past tense (`beratung.erfasst`), to which record, ids only. */
export type AuditEvent = {
  readonly art: string;
  readonly gegenstand: { readonly art: string; readonly id: string };
  readonly zweck?: string;
  /** `tag` keeps only the day: an exact time would tell when an anonymous person was there. */
  readonly genau?: "tag";
};

/** Writes the event into the transaction of the change. It takes a transaction by type, so it cannot stand beside one. */
export async function recordEvent(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  await tx
    .insertInto("kim.protokoll")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      konto_id: actor.kontoId,
      art: event.art,
      gegenstand_art: event.gegenstand.art,
      gegenstand_id: event.gegenstand.id,
      zweck: event.zweck ?? null,
      zeit: event.genau === "tag" ? sql<Date>`date_trunc('day', now(), 'Europe/Berlin')` : sql<Date>`now()`,
    })
    .execute();
}
