import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { refuseErkennbarVon } from "../../luecken/index.ts";

/**
 * Looks through every text before the group reads it, or later everybody: nobody who is counselled can be recognised in it.
 * @param keinName whether whoever writes has said that what looks like a name is none of a client
 * @throws Refused with each field and its place
 */
export const refuseNamen = (
  tx: Tx,
  actor: Actor,
  texts: Readonly<Record<string, string | null>>,
  keinName = false,
): Promise<void> => refuseErkennbarVon(tx, actor, texts, keinName);
