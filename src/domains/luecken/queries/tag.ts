import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";

/**
 * What waits for somebody, for the one statement of the first page: for whoever leads the ladder what is to be looked at, or due
 * again; for whoever reported, of how many gaps there is news, also where hers counts for another one by now (as in meine.ts).
 */
export const lueckenTag = {
  gemeldet: () => sql<number>`select count(*)::int from kim.luecke where stand = 'gemeldet'`,
  wieder: () => sql<number>`select count(*)::int from kim.luecke where wieder_am <= ${today()}::date`,
  neues: ({ kontoId }: Pick<Actor, "kontoId">) => sql<number>`with recursive weg as (
      select m.kreis, m.luecke_id as gemeldet, m.luecke_id, m.gelesen as seit from kim.luecke_melder m
      where m.konto_id = ${kontoId}::uuid
      union
      select w.kreis, w.gemeldet, l.in_luecke_id, greatest(w.seit, (select max(s.nr) from kim.luecke_schritt s
        where s.kreis = w.kreis and s.luecke_id = w.luecke_id and s.nach = 'zusammengefuehrt'))
      from weg w join kim.luecke l on l.kreis = w.kreis and l.id = w.luecke_id where l.in_luecke_id is not null)
    select count(distinct w.gemeldet)::int from weg w where exists (select from kim.luecke_schritt s
      where s.kreis = w.kreis and s.luecke_id = w.luecke_id and s.nr > w.seit and s.getan_von <> ${kontoId}::uuid)`,
} as const;
