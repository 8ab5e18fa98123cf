import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type SealedRow, openText, sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

const NAME = { table: "kim.gremium_mitglied", column: "name" } as const;
const EMAIL = { table: "kim.gremium_mitglied", column: "email" } as const;

/** Name and address of a member as its row keeps them: sealed with the key of the writer's Träger. */
export async function personColumns(
  tx: Tx,
  actor: Actor,
  id: string,
  { name, email }: { readonly name: string | null; readonly email: string | null },
) {
  if (name === null && email === null) return { name: null, email: null, schluessel: null };
  const key = (await subjectKeys(tx, actor.kreis, [actor.traegerId])).get(actor.traegerId);
  if (key === undefined) throw new Error(`Der Träger ${actor.traegerId} hat keinen Datenschlüssel.`);
  const row = { kreis: actor.kreis, id };
  return {
    name: sealText(key, row, NAME, name),
    email: sealText(key, row, EMAIL, email),
    schluessel: actor.traegerId,
  };
}

/** Name and address out of a row; null where there is none, or none that this key opens. */
export const openPerson = (
  key: DataKey | undefined,
  row: SealedRow,
  sealed: { readonly name: Buffer | null; readonly email: Buffer | null },
) => ({ name: openText(key, row, NAME, sealed.name), email: openText(key, row, EMAIL, sealed.email) });
