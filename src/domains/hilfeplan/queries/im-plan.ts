import { sql } from "../../../platform/db.ts";

/** Whether the step that an open item `v` of a case became stands in some version of its plan: with a draft that is thrown away it goes. */
export const imPlan = sql<boolean>`exists (
  select from kim.hilfeplan p
  join kim.hilfeplan_ziel z on z.kreis = p.kreis and z.hilfeplan_id = p.id
  join kim.hilfeplan_schritt s on s.kreis = z.kreis and s.ziel_id = z.id
  where p.kreis = v.kreis and p.fall_id = v.fall_id and s.faden = v.schritt_faden)`;
