import { sql } from "../../../platform/db.ts";
import { ENDEN } from "../model/phasen.ts";

/** As the index of those that go on has them (0147): with values in their place it would walk all that ever ended. */
export const ENDEN_LIT = sql.join(ENDEN.map((phase) => sql.lit(phase)));
