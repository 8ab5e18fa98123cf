import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from "node:crypto";
import {
  type AgreedKey,
  type DataKey,
  type Place,
  type RecipientKey,
  TresorError,
  keyOf,
  unwrapDataKey,
  unwrapRecipientKey,
  wrapDataKey,
  wrapRecipientKey,
} from "../tresor.ts";
import { operatorKey } from "./operator-key.ts";

/**
 * Keys of copies that leave a file. Whoever gives one knows only the public half of its recipients (X25519, RFC 7748) and so can
 * seal for them and read nothing of what others sealed; their private half lies behind their own wall. A link has no key in the
 * database at all: it is made of its secret and of the code.
 */

/** The raw 32 bytes stand at the end of both notations (RFC 8410). */
const PUBLIC_HEAD = Buffer.from("302a300506032b656e032100", "hex");
const PRIVATE_HEAD = Buffer.from("302e020100300506032b656e04220420", "hex");
const RAW = 32;

const publicOf = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: "der", type: "spki" });

function privateOf({ material }: RecipientKey) {
  const bytes = material.export();
  const der = Buffer.concat([PRIVATE_HEAD, bytes]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  bytes.fill(0);
  der.fill(0);
  return key;
}

const rawPublic = (key: Parameters<typeof createPublicKey>[0] | ReturnType<typeof createPublicKey>): Buffer =>
  createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-RAW);

/** A new pair for the recipients at a place: the public half, and the private one as it is stored. */
export function newRecipientKey(place: Place): { readonly oeffentlich: Buffer; readonly verpackt: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const der = privateKey.export({ format: "der", type: "pkcs8" });
  const key = keyOf("empfaenger", 1, Buffer.from(der.subarray(-RAW)));
  der.fill(0);
  const spki = publicKey.export({ format: "der", type: "spki" });
  return { oeffentlich: Buffer.from(spki.subarray(-RAW)), verpackt: wrapRecipientKey(operatorKey(), key, place) };
}

/** HKDF-SHA-256 (RFC 5869) over what two sides share; `salt` binds it to both public halves. */
const agreed = (shared: Uint8Array, salt: Uint8Array, purpose: string): AgreedKey =>
  keyOf("vereinbart", 1, Buffer.from(hkdfSync("sha256", shared, salt, `kim:freigabe:${purpose}:1`, RAW)));

/** Seals the key of a copy for its recipients: 32 bytes of a public half that is used this once, then the wrapped key. */
export function sealForRecipient(oeffentlich: Uint8Array, place: Place, key: DataKey): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const once = publicKey.export({ format: "der", type: "spki" }).subarray(-RAW);
  const shared = diffieHellman({ privateKey, publicKey: publicOf(oeffentlich) });
  const wrapped = wrapDataKey(agreed(shared, Buffer.concat([once, oeffentlich]), "empfaenger"), key, place);
  return Buffer.concat([once, wrapped]);
}

/** Opens what `sealForRecipient` made, with their stored private half. @throws TresorError */
export function openAsRecipient(
  at: { readonly key: Place; readonly place: Place },
  verpackt: Uint8Array,
  sealed: Uint8Array,
): DataKey {
  if (sealed.length <= RAW) throw new TresorError("form", at.place);
  const own = privateOf(unwrapRecipientKey(operatorKey(), at.key, verpackt));
  const once = sealed.subarray(0, RAW);
  const shared = diffieHellman({ privateKey: own, publicKey: publicOf(once) });
  const outer = agreed(shared, Buffer.concat([once, rawPublic(own)]), "empfaenger");
  return unwrapDataKey(outer, at.place, 1, sealed.subarray(RAW));
}

const linkKey = (secret: string, code: string): AgreedKey =>
  agreed(Buffer.from(`${secret}\n${code}`, "utf8"), Buffer.alloc(0), "link");

/** Seals the key of a copy for whoever has the secret of a link and its code; neither is stored. */
export const sealForLink = (secret: string, code: string, place: Place, key: DataKey): Buffer =>
  wrapDataKey(linkKey(secret, code), key, place);

/** Opens what `sealForLink` made. @throws TresorError where secret or code are others */
export const openByLink = (secret: string, code: string, place: Place, sealed: Uint8Array): DataKey =>
  unwrapDataKey(linkKey(secret, code), place, 1, sealed);
