import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";

/** For the first page of whoever writes for the bodies: what is late of what was agreed, and which minutes are still to be written. */
export const gremienTag = {
  ueberfaellig: () =>
    sql<number>`select count(*)::int from kim.auftrag
      where stand in ('offen', 'in_arbeit') and faellig_am < ${today()}::date`,
  protokolle: () =>
    sql<number>`select count(*)::int from kim.gremium_sitzung
      where stand in ('durchgefuehrt', 'entwurf') and tag < ${today()}::date`,
} as const;
