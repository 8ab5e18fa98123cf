import { sql } from "../../../platform/db.ts";
import type { PersonRecords } from "../../../platform/file-tables.ts";

/** Whether a record stands by itself: what hangs from another one goes with that. */
export const byItself = ({ links }: PersonRecords) =>
  links.length === 0 ? sql`true` : sql`num_nonnulls(${sql.join(links.map((link) => sql.ref(link)))}) = 0`;
