import { expect, test } from "vitest";
import { givePassword, newAddress, signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { readAs } from "../../../platform/db.ts";
import { confirmCode } from "../commands/confirm-code.ts";
import { totpOffer } from "../commands/enrol-second-factor.ts";
import { changePasswort, confirmNewTotp, offerNewTotp, renewOwnCodes } from "../commands/own-konto.ts";
import { recognise } from "../queries/sitzungen.ts";
import { totpCode } from "../model/totp.ts";

const db = testDatabase();

const START = new Date("2026-11-20T08:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const NEU = "Sieben leise Kraniche am Ufer";
const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const proof = (konto: TestKonto) => ({ passwort: konto.passwort, address: newAddress() });

async function twoSessions(konto: TestKonto) {
  const [here, there] = [await signedIn(konto, START), await signedIn(konto, after(60))];
  const who = await recognise(here, after(60));
  return { here, there, sitzungId: who.stand === "offen" ? who.sitzungId : "" };
}

const stand = async (cookie: string, at: Date) => (await recognise(cookie, at)).stand;

test("a new password asks for the old one and ends all other sessions", async () => {
  const konto = await someone();
  const { here, there, sitzungId } = await twoSessions(konto);
  const change = { ...proof(konto), neu: NEU, wiederholung: NEU, orte: ["Rhein-Sieg-Kreis"], sitzungId };
  await expect(changePasswort(konto.actor, { ...change, passwort: "falsch" }, after(90))).rejects.toThrow("nicht");
  expect(await stand(there, after(90))).toBe("offen");
  await changePasswort(konto.actor, change, after(120));
  expect(await stand(here, after(120))).toBe("offen");
  expect(await stand(there, after(120))).toBe("unbekannt");
  await expect(givePassword(konto, after(150))).rejects.toThrow("stimmen nicht");
  expect(await givePassword({ ...konto, passwort: NEU }, after(180))).not.toBe("");
  const rows = await db.admin("select art from kim.protokoll where konto_id = $1", [konto.actor.kontoId]);
  expect(rows).toContainEqual({ art: "konto.passwort_geaendert" });
});

test("a guessable new password is refused before the old one is even looked at", async () => {
  const konto = await someone();
  const weak = { neu: "Rhein-Sieg-Kreis", wiederholung: "Rhein-Sieg-Kreis", orte: ["Rhein-Sieg-Kreis"], sitzungId: "" };
  await expect(changePasswort(konto.actor, { ...proof(konto), ...weak }, START)).rejects.toThrow("leicht zu erraten");
});

test("the old second factor is good until the new one is confirmed, and not a moment longer", async () => {
  const konto = await someone();
  const { there, sitzungId } = await twoSessions(konto);
  await expect(offerNewTotp(konto.actor, { ...proof(konto), passwort: "falsch" }, after(90))).rejects.toThrow("nicht");
  await offerNewTotp(konto.actor, proof(konto), after(120));
  const offer = await readAs(konto.actor, (tx) => totpOffer(tx, konto.actor, "Musterkreis", after(120)));
  const secret = offer?.secret ?? "";
  expect(secret).not.toBe(konto.totp);
  const signInWith = async (totp: string, at: Date) => {
    const cookie = await givePassword(konto, at);
    return confirmCode({ cookie, code: totpCode(totp, at), art: "totp", address: newAddress() }, at);
  };
  await expect(signInWith(secret, after(150))).rejects.toThrow("Code stimmt nicht");
  expect(await signInWith(konto.totp, after(180))).toBeDefined();
  const confirm = (code: string, at: Date) =>
    confirmNewTotp(konto.actor, { code, address: newAddress(), sitzungId }, at);
  await expect(confirm(totpCode(konto.totp, after(210)), after(210))).rejects.toThrow("Code stimmt nicht");
  expect(await confirm(totpCode(secret, after(240)), after(240))).toHaveLength(10);
  expect(await stand(there, after(240))).toBe("unbekannt");
  await expect(signInWith(konto.totp, after(300))).rejects.toThrow("Code stimmt nicht");
  expect(await signInWith(secret, after(330))).toBeDefined();
  expect(await confirm(totpCode(secret, after(360)), after(360))).toBeUndefined();
});

test("an offered second factor that nobody confirms is gone after a quarter of an hour", async () => {
  const konto = await someone();
  await offerNewTotp(konto.actor, proof(konto), START);
  const offer = (at: Date) => readAs(konto.actor, (tx) => totpOffer(tx, konto.actor, "Musterkreis", at));
  expect(await offer(after(900))).toBeDefined();
  expect(await offer(after(901))).toBeUndefined();
});

test("new recovery codes end the old ones", async () => {
  const konto = await someone();
  const [old = ""] = await renewOwnCodes(konto.actor, proof(konto), START);
  await expect(renewOwnCodes(konto.actor, { ...proof(konto), passwort: "falsch" }, START)).rejects.toThrow("nicht");
  const [code = ""] = await renewOwnCodes(konto.actor, proof(konto), after(30));
  const use = async (one: string, at: Date) =>
    confirmCode(
      { cookie: await givePassword(konto, at), code: one, art: "wiederherstellung", address: newAddress() },
      at,
    );
  await expect(use(old, after(60))).rejects.toThrow("stimmt nicht");
  expect(await use(code, after(120))).toBeDefined();
});

test("a double click leaves one set of codes, and one second factor", async () => {
  const konto = await someone();
  const twice = <R>(work: () => Promise<R>) => Promise.all([work(), work(), work()]);
  await twice(() => renewOwnCodes(konto.actor, proof(konto), START));
  await twice(() => offerNewTotp(konto.actor, proof(konto), after(300)));
  const rows = await db.admin(
    "select art, bestaetigt, count(*)::int as n from kim.anmeldeweg where konto_id = $1 group by 1, 2 order by 1, 2",
    [konto.actor.kontoId],
  );
  expect(rows.map((r) => [r["art"], r["bestaetigt"], r["n"]])).toEqual([
    ["passwort", true, 1],
    ["totp", false, 1],
    ["totp", true, 1],
    ["wiederherstellung", true, 10],
  ]);
});

test("whoever guesses at the password of an open screen meets the same brake", async () => {
  const konto = await someone();
  const answers: string[] = [];
  for (let i = 0; i < 8; i++) {
    await renewOwnCodes(konto.actor, { passwort: `geraten ${i}`, address: newAddress() }, START).catch((e: Error) =>
      answers.push(e.message),
    );
  }
  expect(answers.filter((a) => a.includes("stimmt nicht"))).toHaveLength(4);
  expect(answers.filter((a) => a.includes("Bitte warten Sie"))).toHaveLength(4);
});
