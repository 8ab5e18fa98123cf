import { type Actor, NOBODY, isSystem } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { CONFIRMING } from "../../zugang/index.ts";
import type { RolleVonBis } from "../model/konto.ts";

/**
 * Gives an account a role. One that confirms others counts for that only when somebody else agrees (`agreeRolle`); the first of
 * a Träger, where nobody could, counts at once. Returns whether it waits for that.
 */
export async function insertRolle(
  tx: Tx,
  actor: Actor,
  konto: { readonly kontoId: string; readonly traegerId: string },
  { rolle, von, bis }: RolleVonBis,
): Promise<boolean> {
  const { kreis } = actor;
  const { kontoId, traegerId } = konto;
  const waits = CONFIRMING.includes(rolle) && !isSystem(actor) && (await hadSome(tx, traegerId));
  await tx
    .insertInto("kim.rolle")
    .values({
      kreis,
      traeger_id: traegerId,
      konto_id: kontoId,
      rolle,
      von,
      bis,
      vergeben_von: actor.kontoId,
      zugestimmt_von: waits ? null : NOBODY,
    })
    .execute();
  return waits;
}

/** Whether a Träger ever had somebody who confirms; ended roles count, so that nobody makes room for a first one. */
async function hadSome(tx: Tx, traegerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("kim.rolle")
    .select("id")
    .where("traeger_id", "=", traegerId)
    .where("rolle", "=", anyOf(CONFIRMING))
    .where("zugestimmt_von", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
