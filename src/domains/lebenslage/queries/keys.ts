import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** The keys that rows of persons lie under: each opens with that of its own person, also where two were found to be one. */
export const keysOf = (
  tx: Tx,
  actor: Actor,
  rows: readonly { readonly person_id: string }[],
): Promise<Map<string, DataKey>> => subjectKeys(tx, actor.kreis, [...new Set(rows.map((row) => row.person_id))]);
