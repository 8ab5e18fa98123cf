import { sql } from "../../../platform/db.ts";

/** Whether both agreed to a plan, as part of a question about the cases `f`. */
export const istVereinbart = sql<boolean>`exists (
  select from kim.hilfeplan p where p.kreis = f.kreis and p.fall_id = f.id and p.vereinbart_am is not null)`;
