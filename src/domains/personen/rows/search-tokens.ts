import type { Actor } from "../../../platform/actor.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { searchHash, searchKey } from "../../../platform/tresor/hash.ts";
import { traegerKey } from "../../../platform/tresor/keys.ts";
import { birthToken, nameTokens } from "../model/namen.ts";
import { fullName, type PersonName } from "../model/person.ts";

/**
 * Keyed hashes of search tokens, one for each, as they are stored: only with the Träger's key can anybody tell what they stand
 * for.
 */
export async function tokenHashes(tx: Tx, actor: Actor, tokens: readonly string[]): Promise<number[]> {
  const key = searchKey(await traegerKey(tx, actor.kreis, actor.traegerId));
  return tokens.map((token) => searchHash(key, token));
}

type Findable = { readonly id: string; readonly name: PersonName; readonly geburtsdatum: string | null };

/** Makes persons findable: by every form of the name, and by the date of birth (ISO day) where there is one. */
export async function writeTokens(tx: Tx, actor: Actor, persons: readonly Findable[]): Promise<void> {
  const key = searchKey(await traegerKey(tx, actor.kreis, actor.traegerId));
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId };
  const rows = persons.flatMap(({ id, name, geburtsdatum }) => {
    const birth = geburtsdatum === null ? [] : [birthToken(geburtsdatum)];
    const tokens = [...nameTokens(fullName(name)), ...birth].map((token) => searchHash(key, token));
    return [...new Set(tokens)].map((token) => ({ ...owner, person_id: id, token }));
  });
  await insertMany(tx, "kim.person_token", rows);
}
