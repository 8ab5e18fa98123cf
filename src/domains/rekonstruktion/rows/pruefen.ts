import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { kenntVon, refuseErkennbar } from "../../luecken/index.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { tagSatz } from "../model/tage.ts";
import { eigeneFaelle } from "../queries/faelle.ts";

type Texts = Readonly<Record<string, string | null>>;

/** Whom the texts of a reconstruction must not tell: the clients of one's own cases in it, and whom one counselled last. */
export const kenntIn = async (tx: Tx, actor: Actor, rekonstruktionId: string | undefined) =>
  kenntVon(
    tx,
    actor,
    rekonstruktionId === undefined ? [] : (await eigeneFaelle(tx, rekonstruktionId)).map(({ fallId }) => fallId),
  );

/**
 * Looks through every text before the group may read it: nobody can be recognised by a name or a number, no day stands there, and
 * every sign can be printed. @param of the reconstruction; undefined for a new one
 * @throws Refused with each field and its place
 */
export async function refuseText(
  tx: Tx,
  actor: Actor,
  of: string | undefined,
  texts: Texts,
  keinName: boolean,
): Promise<void> {
  refuseErkennbar(texts, keinName, await kenntIn(tx, actor, of));
  const days = Object.entries(texts).flatMap(([field, text]): FieldError[] => {
    const message = tagSatz(text ?? "");
    return message === undefined ? [] : [{ field, message }];
  });
  if (days.length > 0) throw new Refused(days);
  for (const [field, text] of Object.entries(texts)) refuseUnprintable([text ?? ""], field);
}
