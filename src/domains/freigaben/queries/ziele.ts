import type { Actor } from "../../../platform/actor.ts";
import type { Choice } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Art } from "../model/stand.ts";

/**
 * The Träger that a copy can go to: authorities are part of the Kreis or of a town; a hand-over goes to any but one's own. That
 * nobody works there yet who could read it, no list tells.
 */
export async function ziele(tx: Tx, actor: Actor, art: Art): Promise<Choice[]> {
  const rows = await tx
    .selectFrom("kim.traeger")
    .select(["id as value", "name", "aktiv as open", "art"])
    .$if(art === "traeger", (q) => q.where("id", "<>", actor.traegerId))
    .$if(art !== "traeger", (q) => q.where("art", "in", ["kreis", "kommune"]))
    .orderBy("name")
    .execute();
  return rows.map(({ value, name, open }) => ({ value, name, open }));
}
