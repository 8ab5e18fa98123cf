import { expect, test } from "vitest";
import { newAddress, signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { newToken } from "../../../platform/token.ts";
import { acceptInvitation, invitationOf } from "../commands/accept-invitation.ts";
import { enrolSecondFactor, firstTotpOffer } from "../commands/enrol-second-factor.ts";
import { consumeSetupToken, createSetupLink, setupTokenValid } from "../commands/set-up-link.ts";
import { signIn } from "../commands/sign-in.ts";
import { eigenesKonto } from "../queries/konto.ts";
import { recognise } from "../queries/sitzungen.ts";
import { STALE_INVITATION } from "../model/texte.ts";
import { totpCode } from "../model/totp.ts";
import { CODES } from "../model/wiederherstellung.ts";
import { invite } from "../commands/invite.ts";

const db = testDatabase();

const NEU = "Sieben leise Kraniche am Ufer";
const system = systemActor("05382");
const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const inviteAgain = ({ actor }: TestKonto) => writeAs(system, (tx) => invite(tx, system, actor.kontoId));
const setStatus = ({ actor }: TestKonto, status: string) =>
  db.admin("update kim.konto set status = $2 where id = $1", [actor.kontoId, status]);
const accept = (token: string, neu = NEU, cookie = "") => acceptInvitation({ token, neu, wiederholung: neu, cookie });
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Somebody who was invited and never signed in. */
async function invited(): Promise<{ konto: TestKonto; token: string }> {
  const konto = await someone();
  await setStatus(konto, "eingeladen");
  return { konto, token: await inviteAgain(konto) };
}

test("from the link to the open session: password, second factor, recovery codes", async () => {
  const { konto, token } = await invited();
  expect(await invitationOf(token)).toMatchObject({ name: konto.name, email: konto.email, neu: true });
  const step = await accept(token);
  expect(step.next).toBe("einrichten");
  const offer = await firstTotpOffer(step.cookie);
  expect(offer?.uri).toContain("otpauth://totp/KIM%20Rhein-Sieg-Kreis:");
  const input = { cookie: step.cookie, address: newAddress() };
  await expect(enrolSecondFactor({ ...input, code: "000000" })).rejects.toThrow("Code stimmt nicht");
  const code = totpCode(offer?.secret ?? "", new Date());
  const enrolled = await enrolSecondFactor({ ...input, code });
  expect(enrolled?.codes).toHaveLength(CODES);
  expect(new Set(enrolled?.codes).size).toBe(CODES);
  expect((await recognise(enrolled?.cookie ?? "")).stand).toBe("offen");
  expect((await recognise(step.cookie)).stand).toBe("unbekannt");
  expect(await firstTotpOffer(enrolled?.cookie ?? "")).toBeUndefined();
  expect((await eigenesKonto(konto.actor, new Date())).codes).toBe(CODES);
});

test("a link is good once, also for two at the same instant", async () => {
  const { token } = await invited();
  const results = await Promise.allSettled([accept(token), accept(token, "Neun laute Kraniche am Ufer")]);
  expect(results.map((r) => r.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(accept(token)).rejects.toThrow(STALE_INVITATION);
});

test("expired, replaced, of a deactivated account, of another Kreis, invented: all the same", async () => {
  const { konto, token } = await invited();
  expect(await invitationOf(token, later(8))).toBeUndefined();
  await expect(acceptInvitation({ token, neu: NEU, wiederholung: NEU, cookie: "" }, later(8))).rejects.toThrow(
    STALE_INVITATION,
  );
  const newer = await inviteAgain(konto);
  expect(await invitationOf(token)).toBeUndefined();
  for (const one of [newer.replace("05382", "05315"), newToken("05382"), "unsinn", ""]) {
    expect(await invitationOf(one)).toBeUndefined();
    await expect(accept(one)).rejects.toThrow(STALE_INVITATION);
  }
  await setStatus(konto, "deaktiviert");
  expect(await invitationOf(newer)).toBeUndefined();
  await expect(accept(newer)).rejects.toThrow(STALE_INVITATION);
});

test("a weak or mistyped password is refused, and the link stays good", async () => {
  const { token } = await invited();
  await expect(accept(token, "kurz")).rejects.toThrow("zu kurz");
  await expect(accept(token, "MiraBeispiel2026")).rejects.toThrow("leicht zu erraten");
  const typo = acceptInvitation({ token, neu: NEU, wiederholung: `${NEU}!`, cookie: "" });
  await expect(typo).rejects.toThrow("verschieden");
  expect((await accept(token)).next).toBe("einrichten");
});

test("for an active account a link replaces the password, never the second factor", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto);
  const step = await accept(await inviteAgain(konto));
  expect(step.next).toBe("code");
  expect(await firstTotpOffer(step.cookie)).toBeUndefined();
  expect((await recognise(cookie)).stand).toBe("unbekannt");
  const { email, passwort } = konto;
  const old = signIn({ email, passwort, address: newAddress(), cookie: "" });
  await expect(old).rejects.toThrow("stimmen nicht");
  expect((await signIn({ email, passwort: NEU, address: newAddress(), cookie: "" })).next).toBe("code");
});

test("a reset account sets up everything anew, and nothing of before helps", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto);
  await setStatus(konto, "eingeladen");
  const { email, passwort } = konto;
  const before = signIn({ email, passwort, address: newAddress(), cookie: "" });
  await expect(before).rejects.toThrow("stimmen nicht");
  const step = await accept(await inviteAgain(konto));
  expect(step.next).toBe("einrichten");
  expect((await recognise(cookie)).stand).toBe("unbekannt");
});

test("the set-up link is good once and for a day, and a newer one ends it", async () => {
  const noKreis = systemActor("00000");
  const consume = (token: string, at?: Date) => writeAs(noKreis, (tx) => consumeSetupToken(tx, token, at));
  const tokenOf = (link: string) => link.replace("http://localhost:8080/einrichten/", "");
  const old = tokenOf(await createSetupLink("http://localhost:8080"));
  expect(await setupTokenValid(old)).toBe(true);
  const token = tokenOf(await createSetupLink("http://localhost:8080"));
  expect(await setupTokenValid(old)).toBe(false);
  expect(await consume(old)).toBe(false);
  expect(await setupTokenValid(token, later(1.01))).toBe(false);
  expect(await consume(token, later(1.01))).toBe(false);
  const results = await Promise.all([consume(token), consume(token), consume(token)]);
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await setupTokenValid(token)).toBe(false);
  const rows = await db.admin("select encode(token_hash, 'hex') as hash from betrieb.einrichtung");
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString("hex"));
});
