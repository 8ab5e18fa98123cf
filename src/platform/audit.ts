import type { Actor } from "./actor.ts";
import { type RawBuilder, sql } from "kysely";
import { prepared } from "./prepared.ts";
import type { Tx } from "./tx.ts";

/** What happened: past tense (`beratung.erfasst`), to which record, ids only. */
export type AuditEvent = {
  readonly art: string;
  readonly gegenstand: { readonly art: string; readonly id: string };
  readonly zweck?: string;
  /** `tag` keeps only the day: an exact time would tell when an anonymous person was there. */
  readonly genau?: "tag";
};

type Row = {
  readonly kreis: string;
  readonly traegerId: string;
  readonly kontoId: string;
  readonly art: string;
  readonly gegenstandArt: string;
  readonly gegenstandId: string;
  readonly zweck: string | null;
};

const recorded = (zeit: RawBuilder<Date>) =>
  prepared<Row>()((db, row) =>
    db.insertInto("kim.protokoll").values({
      kreis: row.kreis,
      traeger_id: row.traegerId,
      konto_id: row.kontoId,
      art: row.art,
      gegenstand_art: row.gegenstandArt,
      gegenstand_id: row.gegenstandId,
      zweck: row.zweck,
      zeit,
    }),
  );
const AT_THIS_MOMENT = recorded(sql`now()`);
const ON_THIS_DAY = recorded(sql`date_trunc('day', now(), 'Europe/Berlin')`);

/** Writes the event into the transaction of the change. It takes a transaction by type, so it cannot stand beside one. */
export async function recordEvent(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  const { kreis, traegerId, kontoId } = actor;
  const { art, gegenstand, zweck = null } = event;
  const row = { kreis, traegerId, kontoId, art, gegenstandArt: gegenstand.art, gegenstandId: gegenstand.id, zweck };
  await (event.genau === "tag" ? ON_THIS_DAY : AT_THIS_MOMENT)(tx, row);
}
