import { describe, expect, test } from "vitest";
import { newAddress, signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { rawRequest } from "../../../../tests/support/raw-request.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { confirmCode } from "../commands/confirm-code.ts";
import { renewOwnCodes } from "../commands/own-konto.ts";
import { lockSession } from "../commands/sessions.ts";
import { signIn } from "../commands/sign-in.ts";
import { unlockSession } from "../commands/unlock-session.ts";
import { totpCode } from "../model/totp.ts";
import { knownDevice, rememberDevice } from "../queries/geraet.ts";
import { emailHash } from "../queries/kontodaten.ts";

testDatabase();
const product = useProduct();

const START = new Date("2026-11-20T08:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const WAIT = "zu viele vergebliche Versuche";
const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const attempt = (konto: TestKonto, passwort: string, more: { address?: string; device?: string } = {}, at = START) =>
  signIn({ email: konto.email, passwort, address: newAddress(), cookie: "", ...more }, at);

/** Somebody elsewhere tries passwords until the account waits, from one address or from many. */
async function flood(konto: TestKonto, address?: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await attempt(konto, "Falsch geraten 1", address === undefined ? {} : { address }).catch(() => undefined);
  }
  await expect(attempt(konto, konto.passwort, address === undefined ? {} : { address })).rejects.toThrow(WAIT);
}

describe("while strangers try passwords of an account", () => {
  test("it signs in from a device on which it did before, also behind the same address", async () => {
    const konto = await someone();
    const device = rememberDevice("", emailHash(konto.email));
    const office = newAddress();
    await flood(konto);
    await flood(konto, office);
    const { cookie } = await attempt(konto, konto.passwort, { device, address: office });
    for (let i = 0; i < 12; i++) {
      await confirmCode({ cookie, code: "000000", art: "totp", address: office }, START).catch(() => undefined);
    }
    const code = totpCode(konto.totp, START);
    await expect(confirmCode({ cookie, code, art: "totp", address: office }, START)).rejects.toThrow(WAIT);
    expect(await confirmCode({ cookie, code, art: "totp", address: office, device }, START)).toBeDefined();
  });

  test("its open sessions unlock and change what is theirs", async () => {
    const konto = await someone();
    const cookie = await signedIn(konto, START);
    await flood(konto);
    const address = newAddress();
    expect(await renewOwnCodes(konto.actor, { passwort: konto.passwort, address }, START)).toHaveLength(10);
    await lockSession(konto.actor, cookie);
    expect(await unlockSession({ cookie, passwort: konto.passwort, address }, START)).toBeDefined();
  });

  test("signing in on the known device gives the strangers no new attempts", async () => {
    const konto = await someone();
    const device = rememberDevice("", emailHash(konto.email));
    await flood(konto);
    const { cookie } = await attempt(konto, konto.passwort, { device });
    const code = totpCode(konto.totp, START);
    expect(await confirmCode({ cookie, code, art: "totp", address: newAddress(), device }, START)).toBeDefined();
    await expect(attempt(konto, konto.passwort)).rejects.toThrow(WAIT);
  });
});

describe("what recognises a device", () => {
  test("has a budget of its own, and no more than one", async () => {
    const konto = await someone();
    const device = rememberDevice("", emailHash(konto.email));
    let through = 0;
    for (let second = 0; second < 300; second++) {
      const error = await attempt(konto, "Falsch geraten 1", { device }, after(second)).catch((e: unknown) =>
        String(e),
      );
      if (typeof error === "string" && !error.includes(WAIT)) through += 1;
    }
    expect(through).toBe(10);
    expect((await attempt(konto, konto.passwort)).next).toBe("code");
  });

  test("is good for the accounts that signed in there, the last five, and for nothing that was made up", async () => {
    const hashes = Array.from({ length: 6 }, (_, i) => emailHash(`${i}@beispiel.example`));
    const [first, second] = hashes;
    if (first === undefined || second === undefined) throw new Error("Six of them.");
    const device = hashes.reduce((cookie, hash) => rememberDevice(cookie, hash), "");
    const name = device.split(".")[0] ?? "";
    expect(hashes.map((hash) => knownDevice(device, hash))).toEqual([undefined, name, name, name, name, name]);
    expect(rememberDevice(device, second).split(".")).toHaveLength(6);
    const own = rememberDevice("", first);
    for (const wrong of ["", "x", `${own}x`, own.replace(/.$/, "?"), `${"A".repeat(22)}.${own.split(".")[1]}`]) {
      expect(knownDevice(wrong, first), wrong).toBeUndefined();
    }
  });

  test("is set for half a year when somebody got through the second factor, and not before", async () => {
    const konto = await someone();
    const send = (path: string, fields: Record<string, string>, cookie = "") =>
      rawRequest(product().url, {
        method: "POST",
        path,
        headers: { Origin: product().url, Cookie: cookie },
        body: new URLSearchParams({ _schluessel: crypto.randomUUID(), ...fields }).toString(),
      });
    const { email, passwort } = konto;
    const [session = "", ...none] = (await send("/anmelden", { email, passwort })).headers["set-cookie"] ?? [];
    expect(none).toEqual([]);
    const fields = { code: totpCode(konto.totp, new Date()), art: "totp" };
    const answer = await send("/anmelden/code", fields, session.split(";")[0]);
    const [, line = ""] = answer.headers["set-cookie"] ?? [];
    const [pair = "", ...attributes] = line.split("; ");
    expect(attributes).toEqual(["Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=15552000"]);
    expect(knownDevice(pair.replace("__Host-kim-geraet=", ""), emailHash(email))).toBeDefined();
  });
});
