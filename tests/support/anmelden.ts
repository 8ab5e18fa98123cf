import { confirmCode } from "../../src/domains/zugang/commands/confirm-code.ts";
import { signIn } from "../../src/domains/zugang/commands/sign-in.ts";
import { totpCode } from "../../src/domains/zugang/model/totp.ts";
import { now } from "../../src/platform/clock.ts";
import type { TestKonto } from "./konten.ts";

let given = 0;

/** An address of the block for tests (RFC 2544) that nobody used yet, so that no brake of before slows a test down. */
export function newAddress(): string {
  given += 1;
  return `198.${18 + ((given >> 16) & 1)}.${(given >> 8) & 255}.${given & 255}`;
}

/** First step only: the cookie of a session that waits for its code. */
export async function givePassword(konto: TestKonto, at: Date = now(), cookie = ""): Promise<string> {
  const { email, passwort } = konto;
  return (await signIn({ email, passwort, address: newAddress(), cookie }, at)).cookie;
}

/** Signs in with password and second factor, as the pages do; returns the cookie. A code is good once in 30 seconds. */
export async function signedIn(konto: TestKonto, at: Date = now()): Promise<string> {
  const first = await givePassword(konto, at);
  const code = totpCode(konto.totp, at);
  const cookie = await confirmCode({ cookie: first, code, art: "totp", address: newAddress() }, at);
  if (cookie === undefined) throw new Error("Die Anmeldung hat ihren ersten Schritt vergessen.");
  return cookie;
}
