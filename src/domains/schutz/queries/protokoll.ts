import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { Place } from "../../../platform/place.ts";
import { GRUPPEN } from "../model/ereignisse.ts";
import type { Adresse } from "../model/filter.ts";

const PAGE = 50;

/** One event. `tag`: only the day is known, because a time would tell when somebody was there. */
export type Ereignis = {
  readonly id: string;
  readonly am: string;
  readonly zeit: Date;
  readonly tag: boolean;
  readonly kontoId: string;
  readonly art: string;
  readonly gegenstandArt: string;
  readonly gegenstandId: string;
  readonly zweck: string | null;
  /** Whose file it was, where it was not one's own. */
  readonly vertreten: string | null;
};

export type Protokollseite = {
  readonly zeilen: readonly Ereignis[];
  readonly aelter: Place | undefined;
  readonly neuer: Place | undefined;
};

const midnight = (day: string, later = 0) =>
  sql<Date>`((${day}::date + ${sql.lit(later)}::int)::timestamp at time zone 'Europe/Berlin')`;

const TAG = sql<boolean>`p.zeit = date_trunc('day', p.zeit, 'Europe/Berlin')`;

/** What a kind of event is, as it is asked for. */
function ofKind(was: Adresse["was"]) {
  if (was === "geoeffnet") return sql<boolean>`p.art like '%.geoeffnet'`;
  const wovon = GRUPPEN.find(({ code }) => code === was)?.wovon ?? [];
  return sql<boolean>`split_part(p.art, '.', 1) = ${anyOf<string>(wovon)}`;
}

/**
 * One page of the log of one's own Träger, the newest first, by the index of Träger and time (0024). `von`: the first day that
 * is read, so that a rare kind is not looked for in all years.
 */
export async function protokollseite(
  tx: Tx,
  actor: Actor,
  address: Adresse,
  von: string | undefined,
): Promise<Protokollseite> {
  const { aelter, neuer, bis, was, wer, zu } = address;
  const first = {
    of: sql.ref("p.zeit"),
    at: (id: string) => sql`(select z.zeit from kim.protokoll z where z.id = ${id}::uuid)`,
  };
  const { beyond, direction, limit, page } = keyset({ older: aelter, newer: neuer }, PAGE, ["p.id"], { first });
  const found = await tx
    .selectFrom("kim.protokoll as p")
    .select(["p.id", "p.zeit", "p.art", "p.zweck", "p.konto_id as kontoId", "p.vertreten"])
    .select(["p.gegenstand_art as gegenstandArt", "p.gegenstand_id as gegenstandId", TAG.as("tag")])
    .select(sql<string>`(p.zeit at time zone 'Europe/Berlin')::date::text`.as("am"))
    .where("p.traeger_id", "=", actor.traegerId)
    .where(beyond)
    .$if(von !== undefined, (q) => q.where("p.zeit", ">=", midnight(von ?? "")))
    .$if(bis !== undefined, (q) => q.where("p.zeit", "<", midnight(bis ?? "", 1)))
    .$if(was !== undefined, (q) => q.where(ofKind(was)))
    .$if(wer !== undefined, (q) => q.where("p.konto_id", "=", wer ?? ""))
    .$if(zu !== undefined, (q) => q.where("p.gegenstand_id", "=", zu ?? ""))
    .orderBy("p.zeit", direction)
    .orderBy("p.id", direction)
    .limit(limit)
    .execute();
  const { rows, newer, older } = page(found);
  return { zeilen: rows, neuer: newer, aelter: older };
}

/** The accounts of one's own Träger, for whoever may know their names. */
export const kontenOf = async (tx: Tx, actor: Actor): Promise<readonly string[]> =>
  (await tx.selectFrom("kim.konto").select("id").where("traeger_id", "=", actor.traegerId).execute()).map(
    ({ id }) => id,
  );
