import { type Actor, isReleased } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { isWitness } from "../../zugang/index.ts";

/** Something that a Leitung ordered and a second person has to confirm. */
export type Angeordnet = {
  readonly gegebenVon: string;
  /** Everybody whose files it opens, or to whom. */
  readonly beteiligte: readonly string[];
};

/** Why one may not confirm something, as a sentence that says what to do; undefined where one may. */
export type Hindernis = (angeordnet: Angeordnet) => string | undefined;

/** What keeps one from confirming, asked once for everything that a page shows. */
export async function hindernisse(tx: Tx, actor: Actor): Promise<Hindernis> {
  const witness = await isWitness(tx, actor);
  return ({ gegebenVon, beteiligte }) => {
    if (gegebenVon === actor.kontoId)
      return "Sie haben das selbst angeordnet. Bestätigen muss es jemand anderes, der im Träger bestätigen darf.";
    if (beteiligte.includes(actor.kontoId)) return "Es geht um Sie selbst. Bestätigen muss es jemand anderes.";
    if (!isReleased(actor))
      return "Ihr eigener Zugang wurde erneuert und ist noch nicht bestätigt. Solange können Sie nichts bestätigen.";
    if (!witness)
      return "Ihrer Rolle hat noch niemand zweites zugestimmt. Das steht auf der Seite „Erneuerte Zugänge“.";
    return undefined;
  };
}

/** The same for one. */
export const hindernis = async (tx: Tx, actor: Actor, angeordnet: Angeordnet): Promise<string | undefined> =>
  (await hindernisse(tx, actor))(angeordnet);
