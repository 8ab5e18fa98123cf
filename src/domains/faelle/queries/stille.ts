import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { LETZTER_KONTAKT, personNames } from "../../personen/index.ts";
import { PAGE } from "../model/stille.ts";
import { ENDEN_LIT } from "./enden.ts";
import { type Fall, phaseOf } from "./faelle.ts";

/** A case that nothing happened in for long. `kontakt` is the last consultation, null where there is none. */
export type StillerFall = Pick<Fall, "id" | "jahr" | "nummer" | "phase" | "version"> & {
  /** Day of the last step. */
  readonly am: string;
  readonly person: string;
  readonly kontakt: string | null;
};

type Row = Place & {
  readonly jahr: number;
  readonly nummer: number;
  readonly phase: string;
  readonly version: number;
  readonly person_id: string;
  readonly kontakt: string | null;
};

/**
 * The last consultation with whoever the case `f` is about, under whichever of her rows. Asked below the person, not beside her: only so
 * the index by person is walked.
 */
const KONTAKT = sql<string | null>`(
  select ${LETZTER_KONTAKT}
  from kim.person o
  join kim.person p on p.kreis = o.kreis and p.id = coalesce(o.zusammengefuehrt_in, o.id)
  where o.kreis = f.kreis and o.id = f.person_id)`;

/**
 * One page of one's own cases that go on and have had no contact since a day: no step, no consultation, no meeting, nothing agreed or
 * done. Those of the oldest step first; off the index, and only the page is looked at closer.
 */
export async function stilleFaelle(tx: Tx, actor: Actor, seit: string, from: From) {
  const { beyond, direction, limit, page } = keyset(from, PAGE, ["phase_seit", "id"], { ascending: true });
  const order = sql.raw(direction);
  const { rows: found } = await sql<Row>`
    with f as materialized (
      select f.kreis, f.id, f.jahr, f.nummer, f.phase, f.phase_seit, f.version, f.person_id
      from kim.fall f
      where f.konto_id = ${actor.kontoId}::uuid and f.phase_seit < ${seit}::date and ${beyond}
        and f.phase not in (${ENDEN_LIT})
        and coalesce(${KONTAKT} < ${seit}::date, true)
        and not exists (select from kim.fallbesprechung s
          where s.kreis = f.kreis and s.fall_id = f.id and s.am >= ${seit}::date)
        and not exists (select from kim.vereinbarung v
          where v.kreis = f.kreis and v.fall_id = f.id and v.stand_am >= ${seit}::date)
      order by f.phase_seit ${order}, f.id ${order} limit ${limit})
    select f.id, f.jahr, f.nummer, f.phase, f.phase_seit as am, f.version, f.person_id,
      ${KONTAKT} as kontakt
    from f order by f.phase_seit ${order}, f.id ${order}`.execute(tx);
  const { rows, newer, older } = page(found);
  const names = await personNames(
    tx,
    actor,
    rows.map((row) => row.person_id),
  );
  const faelle = rows.map(({ person_id, phase, ...row }): StillerFall => ({
    ...row,
    phase: phaseOf(phase),
    person: names.get(person_id) ?? "",
  }));
  return { faelle, neuer: newer, aelter: older };
}
