import type { Actor, Owner } from "../../../platform/actor.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { searchHash, searchKey } from "../../../platform/tresor/hash.ts";
import { traegerKey } from "../../../platform/tresor/keys.ts";
import { birthToken, type KnownWords, nameTokens } from "../model/namen.ts";
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
export async function writeTokens(tx: Tx, owner: Owner, persons: readonly Findable[]): Promise<void> {
  const key = searchKey(await traegerKey(tx, owner.kreis, owner.traegerId));
  await insertMany(
    tx,
    "kim.person_token",
    tokenRows(owner, persons, (token) => searchHash(key, token)),
  );
}

/** The rows of `writeTokens`; `hash` is that of the Träger, `known` what is known about words from names before. */
export function tokenRows(
  { kreis, traegerId, kontoId }: Owner,
  persons: readonly Findable[],
  hash: (token: string) => number,
  known: KnownWords = new Map(),
) {
  const owner = { kreis, traeger_id: traegerId, konto_id: kontoId };
  return persons.flatMap(({ id, name, geburtsdatum }) => {
    const birth = geburtsdatum === null ? [] : [birthToken(geburtsdatum)];
    const tokens = [...nameTokens(fullName(name), known), ...birth].map(hash);
    return [...new Set(tokens)].map((token) => ({ ...owner, person_id: id, token }));
  });
}
