import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from "node:crypto";

/**
 * The one place where a ciphertext is at home. Bound into the encryption: read from anywhere else, it does not open.
 * `row` is the record's id, `table` and `column` are the database's names.
 */
export type Place = {
  readonly kreis: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
};

/**
 * A 256-bit key that can be used but not printed: Node's KeyObject shows no bytes in logs, errors or JSON. `kind` keeps
 * a Träger's key from being used where a person's belongs. `version` is written into every ciphertext.
 */
export type Key<Kind extends string = string> = {
  readonly kind: Kind;
  readonly version: number;
  readonly material: KeyObject;
};
export type OperatorKey = Key<"betreiber">;
export type TraegerKey = Key<"traeger">;
export type DataKey = Key<"daten">;
/** What only a circle of recipients opens: its private half (recipient.ts). */
export type RecipientKey = Key<"empfaenger">;
/** Agreed on with a recipient, for one data key and no other. */
export type AgreedKey = Key<"vereinbart">;

/** `form`: no ciphertext of ours; `version`: sealed with another version of the key; `echtheit`: moved or changed. */
export type TresorReason = "form" | "version" | "echtheit";

const SENTENCE: Record<TresorReason, string> = {
  form: "Der gespeicherte Wert ist nicht in der Form, die der Tresor schreibt.",
  version: "Der gespeicherte Wert wurde mit einer anderen Fassung des Schlüssels verschlossen.",
  echtheit: "Der gespeicherte Wert gehört nicht an diese Stelle oder wurde verändert.",
};

/** A ciphertext that does not open. Never a user's mistake: it means damage or an attack, and nothing was decrypted. */
export class TresorError extends Error {
  override readonly name = "TresorError";
  readonly reason: TresorReason;
  constructor(reason: TresorReason, place: Place) {
    super(`${SENTENCE[reason]} (${place.table}.${place.column})`);
    this.reason = reason;
  }
}

const FORMAT = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCE_AT = 1 + 4;
const TEXT_AT = NONCE_AT + NONCE_BYTES;
/** Bytes that a ciphertext is longer than its text. */
export const OVERHEAD = TEXT_AT + TAG_BYTES;

const ALGORITHM = "aes-256-gcm";

/** What the ciphertext is: a wrapped key must never open as a value, nor a value as a key. */
type Content = "wert" | "schluessel";

/**
 * The associated data. Every part carries its length in front: without it ("a", "bc") and ("ab", "c") would be the same
 * place. An empty part is refused, because it is a forgotten one.
 */
function context(content: Content, place: Place, keyVersion: number): Buffer {
  const parts = [content, place.kreis, place.table, place.row, place.column];
  let size = 1 + 4;
  for (const part of parts) {
    if (part === "" || !part.isWellFormed()) throw new TypeError("A place in the tresor needs all of its four parts.");
    size += 4 + Buffer.byteLength(part, "utf8");
  }
  // Written at once: a page opens a hundred names and keys, and each part by itself cost as much as opening.
  const out = Buffer.allocUnsafe(size);
  let at = out.writeUInt8(FORMAT, 0);
  at = out.writeUInt32BE(keyVersion, at);
  for (const part of parts) {
    const length = out.write(part, at + 4, "utf8");
    at = out.writeUInt32BE(length, at) + length;
  }
  return out;
}

function encrypt(key: Key, content: Content, place: Place, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.material, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(context(content, place, key.version));
  const head = Buffer.alloc(NONCE_AT);
  head.writeUInt32BE(key.version, head.writeUInt8(FORMAT, 0));
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Key, content: Content, place: Place, sealed: Uint8Array): Buffer {
  if (versionOf(sealed, place) !== key.version) throw new TresorError("version", place);
  const nonce = sealed.subarray(NONCE_AT, TEXT_AT);
  const decipher = createDecipheriv(ALGORITHM, key.material, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context(content, place, key.version));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const text = decipher.update(sealed.subarray(TEXT_AT, sealed.length - TAG_BYTES));
  try {
    // This way of sealing keeps no rest back: all there is came before the check.
    const rest = decipher.final();
    return rest.length === 0 ? text : Buffer.concat([text, rest]);
  } catch {
    throw new TresorError("echtheit", place);
  }
}

/** The version of the key that a ciphertext was sealed with. Throws `TresorError("form")` for anything else. */
export function versionOf(sealed: Uint8Array, place: Place): number {
  if (sealed.length < OVERHEAD || sealed[0] !== FORMAT) throw new TresorError("form", place);
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).readUInt32BE(1);
}

/**
 * Encrypts a text for one place: 1 byte format, 4 bytes key version, 12 bytes random nonce, text, 16 bytes tag
 * (AES-256-GCM, NIST SP 800-38D; a random nonce is safe for 2³² values of one key, a person has some hundred).
 * A lone surrogate, which is no character, becomes U+FFFD. About 7 µs for a note of 200 characters.
 */
export function seal(key: DataKey, place: Place, plain: string): Buffer {
  return encrypt(key, "wert", place, Buffer.from(plain, "utf8"));
}

/** Decrypts what `seal` made for exactly this key and place. Throws `TresorError`. */
export function open(key: DataKey, place: Place, sealed: Uint8Array): string {
  return decrypt(key, "wert", place, sealed).toString("utf8");
}

/** The same for bytes: a file, or a text that was packed. */
export const sealBytes = (key: DataKey, place: Place, plain: Uint8Array): Buffer => encrypt(key, "wert", place, plain);

/** Decrypts what `sealBytes` made for exactly this key and place. Throws `TresorError`. */
export const openBytes = (key: DataKey, place: Place, sealed: Uint8Array): Buffer =>
  decrypt(key, "wert", place, sealed);

/** A key for one person, Konto or consultation. `version` counts from 1. */
export const newDataKey = (version = 1): DataKey => newKey("daten", version);

/** A key of one Träger. It encrypts nothing but the data keys of its people. */
export const newTraegerKey = (version = 1): TraegerKey => newKey("traeger", version);

/** A fresh random key of any kind. */
export const newKey = <Kind extends string>(kind: Kind, version: number): Key<Kind> =>
  keyOf(kind, version, randomBytes(KEY_BYTES));

/** Makes a key of its 32 bytes and wipes them. Throws RangeError for another length. */
export function keyOf<Kind extends string>(kind: Kind, version: number, bytes: Buffer): Key<Kind> {
  if (bytes.length !== KEY_BYTES) throw new RangeError("A key has 32 bytes.");
  const material = createSecretKey(bytes);
  bytes.fill(0);
  return { kind, version, material };
}

/** Encrypts a Träger's key with the operator's, for its row. */
export const wrapTraegerKey = (outer: OperatorKey, inner: TraegerKey, place: Place): Buffer =>
  wrap(outer, inner, place);

/** Encrypts a data key with its Träger's key or with what was agreed on with its recipient, for its row. */
export const wrapDataKey = (outer: TraegerKey | AgreedKey, inner: DataKey, place: Place): Buffer =>
  wrap(outer, inner, place);

/** Encrypts the private half of recipients with the operator's key, for its row. */
export const wrapRecipientKey = (outer: OperatorKey, inner: RecipientKey, place: Place): Buffer =>
  wrap(outer, inner, place);

function wrap(outer: Key, inner: Key, place: Place): Buffer {
  const bytes = inner.material.export();
  const wrapped = encrypt(outer, "schluessel", keyPlace(place, inner.version), bytes);
  bytes.fill(0);
  return wrapped;
}

/** A Träger's key, of its row. `version` is that of the key inside. Throws `TresorError`. */
export const unwrapTraegerKey = (outer: OperatorKey, place: Place, version: number, wrapped: Uint8Array): TraegerKey =>
  keyOf("traeger", version, decrypt(outer, "schluessel", keyPlace(place, version), wrapped));

/** A data key, of its row. `version` is that of the key inside. Throws `TresorError`. */
export const unwrapDataKey = (
  outer: TraegerKey | AgreedKey,
  place: Place,
  version: number,
  wrapped: Uint8Array,
): DataKey => keyOf("daten", version, decrypt(outer, "schluessel", keyPlace(place, version), wrapped));

/** The private half of recipients, of its row. Throws `TresorError`. */
export const unwrapRecipientKey = (outer: OperatorKey, place: Place, wrapped: Uint8Array): RecipientKey =>
  keyOf("empfaenger", 1, decrypt(outer, "schluessel", keyPlace(place, 1), wrapped));

/** The version is part of a key row's identity, so that an old key cannot be passed off as the new one. */
const keyPlace = (place: Place, version: number): Place => ({ ...place, row: `${place.row}:${version}` });
