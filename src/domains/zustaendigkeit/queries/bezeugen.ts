import { type Actor, isReleased } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { isWitness } from "../../zugang/index.ts";

/** Something that a Leitung ordered and a second person has to confirm. */
export type Angeordnet = {
  readonly gegebenVon: string;
  /** Everybody whose files it opens, or to whom. */
  readonly beteiligte: readonly string[];
};

/** Why somebody may not confirm it, as a sentence that says what to do; undefined when she or he may. */
export async function hindernis(
  tx: Tx,
  actor: Actor,
  { gegebenVon, beteiligte }: Angeordnet,
): Promise<string | undefined> {
  if (gegebenVon === actor.kontoId)
    return "Sie haben das selbst angeordnet. Bestätigen muss es jemand anderes, der im Träger bestätigen darf.";
  if (beteiligte.includes(actor.kontoId)) return "Es geht um Sie selbst. Bestätigen muss es jemand anderes.";
  if (!isReleased(actor))
    return "Ihr eigener Zugang wurde erneuert und ist noch nicht bestätigt. Solange können Sie nichts bestätigen.";
  if (!(await isWitness(tx, actor)))
    return "Ihrer Rolle hat noch niemand zweites zugestimmt. Das steht auf der Seite „Erneuerte Zugänge“.";
  return undefined;
}
