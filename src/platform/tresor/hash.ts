import { type KeyObject, createHmac, createSecretKey, hkdfSync } from "node:crypto";
import type { Key, TraegerKey } from "../tresor.ts";
import { operatorKey } from "./operator-key.ts";

/** Key for the search tokens of one Träger. Two Träger's tokens of the same name have nothing in common. */
export type SearchKey = Key<"suche">;

const HASH_BYTES = 32;

/** Derived once for each key and purpose: a list of 100,000 rows asks for the same key 200,000 times. Gone with the key itself. */
const derived = new WeakMap<KeyObject, Map<string, KeyObject>>();
const MOST_PURPOSES = 100;

/** HKDF-SHA-256 (RFC 5869): the same key never does two things. The length keeps purposes apart from one another. */
function derive(from: Key, purpose: string): KeyObject {
  const info = `kim:${from.kind}:${from.version}:${purpose.length}:${purpose}`;
  const known = derived.get(from.material) ?? new Map<string, KeyObject>();
  const before = known.get(info);
  if (before !== undefined) return before;
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", from.material, Buffer.alloc(0), info, HASH_BYTES)));
  if (known.size < MOST_PURPOSES) derived.set(from.material, known.set(info, key));
  return key;
}

/**
 * HMAC-SHA-256 (32 bytes) of a text under a key that only this installation has: finds an equal text again without
 * storing it. Each purpose has its own key, so that two tables cannot be joined over it. Normalise the text first.
 */
export function keyedHash(purpose: string, text: string): Buffer {
  if (purpose === "") throw new TypeError("A keyed hash needs a purpose.");
  return createHmac("sha256", derive(operatorKey(), `abdruck:${purpose}`))
    .update(text, "utf8")
    .digest();
}

/** The Träger's key for its search tokens. */
export const searchKey = (key: TraegerKey): SearchKey => ({
  kind: "suche",
  version: key.version,
  material: derive(key, "suche"),
});

/** 53 bits, so that a hash is an exact number everywhere; among a Träger's few million two rarely meet by chance. */
const SPARE_BITS = 11n;

/**
 * A search token as it is stored. Without the Träger's key nobody can tell what it stands for; with the same key equal
 * tokens are equal, so how often one occurs stays visible. Normalise the token first.
 */
export const searchHash = (key: SearchKey, token: string): number =>
  Number(createHmac("sha256", key.material).update(token, "utf8").digest().readBigUInt64BE() >> SPARE_BITS);
