import { createHash, randomBytes } from "node:crypto";

/**
 * What a cookie or a one-time link carries: `<kreis>.<43 characters>`. The Kreis stands in front because a door needs one
 * before anything can be looked up; it proves nothing, the 32 random bytes behind it do.
 */
const TOKEN = /^(\d{5}|\d{8})\.[A-Za-z0-9_-]{43}$/;

const SECRET_BYTES = 32;

/** The Kreis part of links that belong to the installation itself: there is no Kreis yet. */
export const NO_KREIS = "00000";

/** A new secret, never stored: the database gets `tokenHash` of it. */
export const newToken = (kreis: string): string => `${kreis}.${randomBytes(SECRET_BYTES).toString("base64url")}`;

/** SHA-256 of the whole token. Enough without salt or slowness: 256 random bits cannot be tried through. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token, "utf8").digest();

/** The Kreis that a token names, undefined for anything that is no token of ours. */
export const kreisOf = (token: string): string | undefined => TOKEN.exec(token)?.[1];
