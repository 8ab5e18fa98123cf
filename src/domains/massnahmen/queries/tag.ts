import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";

/** For the first page of whoever leads measures: how many days have come on which somebody looks. */
export const massnahmenTag = {
  pruefen: () =>
    sql<number>`select count(*)::int from kim.massnahme_prueftag where erledigt_am is null and am <= ${today()}::date`,
} as const;
