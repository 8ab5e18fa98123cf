import { writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type Herkunft, alleListen } from "../queries/alle-listen.ts";
import type { Fortschritt } from "../rows/fortschritt.ts";
import { takeBack } from "./take-back.ts";
import { setUndo } from "./undo-take-over.ts";

/**
 * Takes a list back at once, without the worker, whichever Kreis it belongs to. Returns what it had brought.
 * @throws Refused naming why it cannot be: there is none, its state, or a released report that counts it
 */
export async function takeBackNow(id: string, fortschritt: Fortschritt): Promise<Herkunft> {
  const [liste] = isId(id) ? await alleListen({ id }) : [];
  if (liste === undefined) {
    throw new Refused(`Eine Liste mit der Kennung „${id}“ gibt es nicht. Alle zeigt: ./kim import --liste`);
  }
  const { kreis, version, actor } = liste;
  await writeAs(actor, (tx) => setUndo(tx, actor, { id, version }));
  await takeBack({ kreis, id }, fortschritt);
  return liste;
}
