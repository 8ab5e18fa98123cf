import type { Actor, Owner } from "../../../platform/actor.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { searchHash, searchKey } from "../../../platform/tresor/hash.ts";
import { traegerKey } from "../../../platform/tresor/keys.ts";
import { kennungenOf } from "../model/kontakt.ts";
import { type KnownWords } from "../model/namen.ts";
import { birthToken, kontaktToken, nameTokens } from "../model/suchworte.ts";
import { type PersonName, namesOf } from "../model/person.ts";

/**
 * Keyed hashes of search tokens, one for each, as they are stored: only with the Träger's key can anybody tell what they stand
 * for.
 */
export async function tokenHashes(tx: Tx, actor: Actor, tokens: readonly string[]): Promise<number[]> {
  const key = searchKey(await traegerKey(tx, actor.kreis, actor.traegerId));
  return tokens.map((token) => searchHash(key, token));
}

type Findable = {
  readonly id: string;
  readonly name: PersonName;
  readonly geburtsdatum: string | null;
  readonly geburtsjahr?: string | null;
  readonly kontakte?: readonly { readonly art: string; readonly wert: string }[];
};

/**
 * Makes persons findable: by every form of every name, by the date of birth (ISO day) or its year, as far as it is known, and by
 * number and e-mail address.
 */
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
  return persons.flatMap(({ id, name, geburtsdatum, geburtsjahr = null, kontakte = [] }) => {
    const birth = geburtsdatum ?? geburtsjahr;
    const names = namesOf(name).flatMap((one) => nameTokens(one.name, known));
    const reached = kennungenOf(kontakte).map(kontaktToken);
    const tokens = [...names, ...(birth === null ? [] : [birthToken(birth)]), ...reached].map(hash);
    return [...new Set(tokens)].map((token) => ({ ...owner, person_id: id, token }));
  });
}
