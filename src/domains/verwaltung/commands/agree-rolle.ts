import { type Actor, NOBODY, isReleased, systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { CONFIRMING, emailHash, isWitness } from "../../zugang/index.ts";

/**
 * Agrees that somebody may confirm renewed accounts: the second of two who appoint her.
 * @throws NotFound for a role out of sight, or that waits for nothing
 * @throws Refused for whoever gave the role, the person herself, and whoever does not count either
 */
export async function agreeRolle(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  const rolle = await tx
    .selectFrom("kim.rolle")
    .select(["konto_id", "rolle", "vergeben_von"])
    .where("id", "=", id)
    .where("traeger_id", "=", actor.traegerId)
    .where("rolle", "=", anyOf(CONFIRMING))
    .where("zugestimmt_von", "is", null)
    .executeTakeFirst();
  if (rolle === undefined) throw new NotFound();
  if (rolle.konto_id === actor.kontoId) throw new Refused("Sich selbst kann niemand zustimmen.");
  if (rolle.vergeben_von === actor.kontoId)
    throw new Refused("Sie haben diese Rolle selbst vergeben. Zustimmen muss jemand anderes.");
  if (!isReleased(actor) || !(await isWitness(tx, actor)))
    throw new Refused("Zustimmen kann nur, wer selbst schon bestätigen darf.");
  await tx.updateTable("kim.rolle").set({ zugestimmt_von: actor.kontoId }).where("id", "=", id).execute();
  const gegenstand = { art: "konto", id: rolle.konto_id };
  await recordEvent(tx, actor, { art: "rolle.zugestimmt", gegenstand, zweck: rolle.rolle });
}

/**
 * The same by whoever runs the server, where nobody is left who could.
 * @throws Refused when the account has no role that waits
 */
export async function agreeAsOperator(kreis: string, email: string): Promise<void> {
  const actor = systemActor(kreis);
  await writeAs(actor, async (tx) => {
    const konto = tx.selectFrom("kim.konto").select("id").where("email_hash", "=", emailHash(email));
    const rows = await tx
      .updateTable("kim.rolle")
      .set({ zugestimmt_von: NOBODY })
      .where("konto_id", "in", konto)
      .where("zugestimmt_von", "is", null)
      .returning(["konto_id", "rolle"])
      .execute();
    if (rows.length === 0) throw new Refused("Dieser Zugang hat keine Rolle, die auf eine Zustimmung wartet.", "email");
    for (const { konto_id, rolle } of rows)
      await recordEvent(tx, actor, {
        art: "rolle.zugestimmt",
        gegenstand: { art: "konto", id: konto_id },
        zweck: rolle,
      });
  });
}
