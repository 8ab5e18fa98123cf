import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db.ts";
import { searchHash, searchKey } from "../../platform/tresor/hash.ts";
import { traegerKey } from "../../platform/tresor/keys.ts";
import { birthToken, nameTokens } from "./namen.ts";
import { fullName, type PersonName } from "./person.ts";

/** Keyed hashes of search tokens, as they are stored: only with the Träger's key can anybody tell what they stand for. */
export async function tokenHashes(tx: Tx, actor: Actor, tokens: readonly string[]): Promise<number[]> {
  const key = searchKey(await traegerKey(tx, actor.kreis, actor.traegerId));
  return [...new Set(tokens.map((token) => searchHash(key, token)))];
}

/** Makes a person findable: by every form of the name, and by the date of birth (ISO day) where there is one. */
export async function writeTokens(
  tx: Tx,
  actor: Actor,
  person: { readonly id: string; readonly name: PersonName; readonly geburtsdatum: string | null },
): Promise<void> {
  const birth = person.geburtsdatum === null ? [] : [birthToken(person.geburtsdatum)];
  const hashes = await tokenHashes(tx, actor, [...nameTokens(fullName(person.name)), ...birth]);
  if (hashes.length === 0) return;
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId, person_id: person.id };
  await tx
    .insertInto("kim.person_token")
    .values(hashes.map((token) => ({ ...owner, token })))
    .execute();
}
