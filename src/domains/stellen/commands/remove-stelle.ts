import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { heldStelle } from "../queries/stellen.ts";

/**
 * Takes a post away that was entered by mistake, as if it had never been approved.
 * @throws NotFound
 * @throws Refused when it was ever filled: then it is history and gets a last day instead
 */
export async function removeStelle(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  const stelle = await heldStelle(tx, actor, id);
  if (stelle.besetzungen.length > 0)
    throw new Refused(
      "Diese Stelle war schon besetzt. Geben Sie ihr einen letzten Tag; oder entfernen Sie zuerst ihre Besetzungen, wenn auch sie ein Irrtum waren.",
    );
  await tx.deleteFrom("kim.stelle").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "stelle.entfernt", gegenstand: { art: "stelle", id } });
}
