import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** Whose file a row belongs to: that of the person it is about, whoever writes. */
export type Akte = { readonly kreis: string; readonly traeger_id: string; readonly konto_id: string };

/** The file of a person, as a row about her says it. @throws NotFound for a foreign person as for none */
export async function akteOf(tx: Tx, personId: string): Promise<Akte> {
  const akte = await tx
    .selectFrom("kim.person")
    .select(["kreis", "traeger_id", "konto_id"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (akte === undefined) throw new NotFound();
  return akte;
}

/** The file with the key that seals what is in it. @throws NotFound, also where the key was destroyed */
export async function akteWithKey(tx: Tx, actor: Actor, personId: string): Promise<{ akte: Akte; key: DataKey }> {
  const akte = await akteOf(tx, personId);
  const key = (await subjectKeys(tx, actor.kreis, [personId])).get(personId);
  if (key === undefined) throw new NotFound();
  return { akte, key };
}
