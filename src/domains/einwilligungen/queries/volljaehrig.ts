import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";

/**
 * Whether a consent `e` is not one of guardians for somebody who is of age: by the month, which is all that stands in the clear. It tells
 * an overview; whether something may go out, `passOn` asks by the day.
 */
export const nochMinderjaehrig = () =>
  sql<boolean>`coalesce(e.volljaehrig_monat + interval '1 month' > ${today()}::date, true)`;
