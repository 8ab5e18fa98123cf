import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { staemme } from "../model/aehnlich.ts";
import { type Zeile, uebersicht } from "./uebersicht.ts";

/** Open gaps for a text that is none yet: those that share a word with it first, and which; then as heavy as they are. */
export async function lueckenNach(
  tx: Tx,
  actor: Actor,
  text: string,
): Promise<readonly (Zeile & { readonly worte: readonly string[] })[]> {
  const stems = staemme(text);
  return (await uebersicht(tx, actor, {}))
    .map((zeile) => ({
      ...zeile,
      worte: [...staemme([zeile.luecke.satz, zeile.luecke.thema ?? ""].join(" "))]
        .filter(([stem]) => stems.has(stem))
        .map(([, word]) => word),
    }))
    .toSorted((a, b) => b.worte.length - a.worte.length);
}
