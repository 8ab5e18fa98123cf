import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Sorge, sorgeFuer } from "../../familie/index.ts";
import { kitaOf } from "../../muki/index.ts";
import type { Fall } from "./faelle.ts";

export type Umfeld = { readonly sorge: readonly Sorge[]; readonly kita: string | null };

/** Around the child of a case of MuKi-S: who cares for it, and its Kita; undefined for other cases. */
export const umfeldOf = async (tx: Tx, actor: Actor, fall: Fall): Promise<Umfeld | undefined> =>
  fall.art === "mukis"
    ? { sorge: await sorgeFuer(tx, actor, fall.personId), kita: await kitaOf(tx, actor, fall.personId) }
    : undefined;
