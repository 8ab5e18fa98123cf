import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { eachOnce } from "../../personen/index.ts";
import { giveUebergabe } from "../../zustaendigkeit/index.ts";
import { fristenByIds } from "../queries/frist.ts";

/**
 * Gives Fristen to a colleague: a Frist is part of a file, so the files of their persons are handed over, by the rules of the room
 * zustaendigkeit. Returns how many persons.
 * @throws NotFound, Refused where a file is not one's own, or the colleague does not counsel
 */
export async function handOverFristen(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  input: { readonly an: string; readonly notiz: string | null },
): Promise<number> {
  const found = await fristenByIds(tx, actor, ids);
  if (found.length < new Set(ids).size) throw new NotFound();
  if (found.some(({ kontoId }) => kontoId !== actor.kontoId)) {
    throw new Refused("Übergeben kann nur, wer die Akte führt. Wählen Sie nur eigene Fristen.");
  }
  const persons = await eachOnce(tx, [...new Set(found.map(({ personId }) => personId))].toSorted());
  for (const person of persons) await giveUebergabe(tx, actor, input, person);
  return persons.length;
}
