import { Secret, TOTP } from "otpauth";
import { z } from "zod";

const PERIOD_S = 30;
const SECRET_BYTES = 20;

/** What every authenticator app understands: SHA-1, 6 digits, 30 seconds (RFC 6238). */
const totp = (secret: string, konto: { readonly issuer: string; readonly label: string }) =>
  new TOTP({
    ...konto,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_S,
  });

/** A code as it is typed, as the app shows it: with or without the gap. */
export const TotpCode = z
  .string()
  .trim()
  .regex(/^\d{3}\s?\d{3}$/, "Der Code hat sechs Ziffern.");

/** A new shared secret in Base32 (160 bits, as long as the hash; RFC 4226 §4). */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that the QR code carries. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  totp(secret, { issuer, label }).toString();

/** The code of an instant; for tests. */
export const totpCode = (secret: string, at: Date): string =>
  totp(secret, { issuer: "", label: "" }).generate({ timestamp: at.getTime() });

/**
 * The time step that a code belongs to, undefined for a wrong one. One step before and after counts, for clocks that
 * differ. The caller refuses a step that was used already (RFC 6238 §5.2).
 */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const delta = totp(secret, { issuer: "", label: "" }).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD_S) + delta;
}
