import { sql } from "../../../platform/db.ts";
import type { Given } from "../../../platform/prepared.ts";

/**
 * Whether a consent `e` is not one of guardians for somebody who is of age: by the month, which is all that stands in the clear. It tells
 * an overview; whether something may go out, `passOn` asks by the day.
 */
export const nochMinderjaehrig = (heute: Given<string>) =>
  sql<boolean>`coalesce(e.volljaehrig_monat + interval '1 month' > ${heute}::date, true)`;
