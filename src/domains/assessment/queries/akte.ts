import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Phase, hindernis, phaseIn } from "../model/wann.ts";

/** The case that something is written to, with the key of its person; none where that was destroyed. */
export type FallAkte = {
  readonly id: string;
  readonly akte: { readonly kreis: string; readonly traeger_id: string; readonly konto_id: string };
  readonly personId: string;
  readonly jahr: number;
  readonly nummer: number;
  readonly phase: Phase;
  readonly key: DataKey | undefined;
};

/** One's own case. Read here and not through the door of its room, which asks this one for what a step needs. @throws NotFound */
export async function fallAkte(tx: Tx, actor: Actor, id: string): Promise<FallAkte> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.fall")
        .select(["kreis", "traeger_id", "konto_id", "person_id", "jahr", "nummer", "phase"])
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  const phase = phaseIn(row?.phase);
  if (row === undefined || phase === undefined) throw new NotFound();
  const { kreis, traeger_id, konto_id, person_id: personId, jahr, nummer } = row;
  const key = (await subjectKeys(tx, actor.kreis, [personId])).get(personId);
  return { id, akte: { kreis, traeger_id, konto_id }, personId, jahr, nummer, phase, key };
}

/** The same to write to. @throws Refused where the case is in no phase for it, NotFound where the key is gone */
export async function offeneAkte(tx: Tx, actor: Actor, id: string): Promise<FallAkte & { readonly key: DataKey }> {
  const fall = await fallAkte(tx, actor, id);
  if (fall.key === undefined) throw new NotFound();
  const problem = hindernis(fall.phase);
  if (problem !== undefined) throw new Refused(problem);
  return { ...fall, key: fall.key };
}
