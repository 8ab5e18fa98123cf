import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { EACH_OF_P } from "../../personen/index.ts";
import { nochMinderjaehrig } from "./volljaehrig.ts";

/** A consent to be accompanied that holds today. Days are ISO; a last day that is null is none. */
export type Begleitung = {
  readonly id: string;
  readonly version: number;
  readonly ab: string;
  readonly bis: string | null;
};

/**
 * The one that holds today for the person of the cases `f`, under whichever of her rows it was given; null where there is none. Asked
 * below the person, not beside her: only so the index of the consents by person is walked.
 */
export const begleitung = () => sql<Begleitung | null>`(
  select (
    select json_build_object('id', e.id, 'version', e.version, 'ab', e.gueltig_ab, 'bis', e.gueltig_bis)
    from ${EACH_OF_P} cross join lateral (
      select e.id, e.version, e.gueltig_ab, e.gueltig_bis from kim.einwilligung e
      where e.kreis = p.kreis and e.person_id = one.id and e.zweck = 'begleitung' and e.stand in ('erteilt', 'eingeschraenkt')
        and e.gueltig_ab <= ${today()}::date and coalesce(e.gueltig_bis, 'infinity') >= ${today()}::date
        and ${nochMinderjaehrig(today())}
      order by e.gueltig_ab desc, e.id limit 1) e
    order by e.gueltig_ab desc, e.id limit 1)
  from kim.person o
  join kim.person p on p.kreis = o.kreis and p.id = coalesce(o.zusammengefuehrt_in, o.id)
  where o.kreis = f.kreis and o.id = f.person_id)`;
