import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** The case that a plan belongs to: whose file it is, and the key of its person. */
export type FallAkte = {
  readonly id: string;
  readonly personId: string;
  readonly jahr: number;
  readonly nummer: number;
  readonly phase: string;
  readonly akte: { readonly kreis: string; readonly traeger_id: string; readonly konto_id: string };
  readonly key: DataKey;
};

/** A case of one's own, or of somebody one stands in for. @throws NotFound for a foreign one as for none, and where the key is gone */
export async function fallAkte(tx: Tx, actor: Actor, id: string): Promise<FallAkte> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.fall")
        .select(["kreis", "traeger_id", "konto_id", "person_id", "jahr", "nummer", "phase"])
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  const key = row && (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  if (row === undefined || key === undefined) throw new NotFound();
  const { kreis, traeger_id, konto_id, person_id: personId, jahr, nummer, phase } = row;
  return { id, personId, jahr, nummer, phase, akte: { kreis, traeger_id, konto_id }, key };
}
