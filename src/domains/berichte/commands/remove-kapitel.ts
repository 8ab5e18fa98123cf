import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { heldKapitel } from "../queries/kapitel-akte.ts";
import { countChange } from "../rows/kapitel.ts";

/**
 * Takes a chapter with its text out of a draft. Returns the id of the draft.
 * @throws NotFound for one of a released report
 * @throws Refused for the notes on the figures
 */
export async function removeKapitel(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<string> {
  const { akte, kapitel } = await heldKapitel(tx, actor, id);
  if (kapitel.art === "zahlen") throw new Refused("Was die Zahlen bedeuten, steht in jedem Bericht.");
  await tx.deleteFrom("kim.bericht_kapitel").where("id", "=", id).execute();
  await countChange(tx, akte.id);
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id: akte.id } });
  return akte.id;
}
