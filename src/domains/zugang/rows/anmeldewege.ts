import { randomUUID } from "node:crypto";
import { type Tx, sql } from "../../../platform/db.ts";
import { lockIfThere } from "../../../platform/held.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { totpStep } from "../model/totp.ts";
import { newRecoveryCodes, recoveryHash } from "../model/wiederherstellung.ts";

/** A new second factor has to be confirmed within this time, so that its secret does not lie about. */
const PENDING_MINUTES = 15;

/** Whose ways to sign in. */
export type Whose = { readonly kreis: string; readonly kontoId: string };

/** The opened ways of one account. Passwords are Argon2id hashes (PHC), second factors Base32 secrets. */
export type Wege = {
  readonly key: DataKey;
  readonly passwort: string | undefined;
  readonly totp: { readonly id: string; readonly secret: string } | undefined;
  /** A second factor that was shown but not confirmed yet. */
  readonly neuesTotp: { readonly id: string; readonly secret: string } | undefined;
};

const place = (kreis: string, row: string) => ({ kreis, table: "kim.anmeldeweg", row, column: "geheimnis" });

/** Reads and opens the ways of an account; undefined when it is out of sight or its key was destroyed. */
export async function wegeOf(tx: Tx, whose: Whose, at: Date): Promise<Wege | undefined> {
  const rows = await tx
    .selectFrom("kim.anmeldeweg")
    .select(["id", "art", "geheimnis", "bestaetigt", "angelegt"])
    .where("konto_id", "=", whose.kontoId)
    .where("art", "in", ["passwort", "totp"])
    .execute();
  const key = (await subjectKeys(tx, whose.kreis, [whose.kontoId])).get(whose.kontoId);
  if (key === undefined) return undefined;
  const earliest = at.getTime() - PENDING_MINUTES * 60_000;
  const opened = rows.map((r) => ({ ...r, secret: open(key, place(whose.kreis, r.id), r.geheimnis) }));
  const totp = opened.filter((r) => r.art === "totp");
  return {
    key,
    passwort: opened.find((r) => r.art === "passwort")?.secret,
    totp: totp.find((r) => r.bestaetigt),
    neuesTotp: totp.find((r) => !r.bestaetigt && r.angelegt.getTime() >= earliest),
  };
}

/** Sets or replaces the password of an account by its hash. */
export async function setPasswort(tx: Tx, whose: Whose, key: DataKey, hash: string): Promise<void> {
  await holdKonto(tx, whose);
  const before = await ofKind(tx, whose, "passwort").executeTakeFirst();
  const id = before?.id ?? randomUUID();
  const geheimnis = seal(key, place(whose.kreis, id), hash);
  if (before === undefined) return insert(tx, whose, { id, art: "passwort", geheimnis });
  await tx.updateTable("kim.anmeldeweg").set({ geheimnis }).where("id", "=", id).execute();
}

/**
 * Takes every way to sign in away: password, second factor, recovery codes. With `prove` second factor and unused codes stay
 * to prove by that somebody is who she was before; without it only those of an earlier time do.
 */
export async function endWege(tx: Tx, whose: Whose, { prove }: { readonly prove: boolean }): Promise<void> {
  await holdKonto(tx, whose);
  if (prove) {
    await forgetFormerWege(tx, whose);
    await tx
      .updateTable("kim.anmeldeweg")
      .set({ art: sql<string>`art || '_frueher'` })
      .where("konto_id", "=", whose.kontoId)
      .where("art", "in", PROVING)
      .where("bestaetigt", "=", true)
      .where("verbraucht", "is", null)
      .execute();
  }
  await tx
    .deleteFrom("kim.anmeldeweg")
    .where("konto_id", "=", whose.kontoId)
    .where("art", "in", ["passwort", ...PROVING])
    .execute();
}

const PROVING = ["totp", "wiederherstellung"];
const FORMER = ["totp_frueher", "wiederherstellung_frueher"];

/** Whether there is anything from before a renewal to prove by. */
export async function hasFormerWege(tx: Tx, whose: Whose): Promise<boolean> {
  const row = await formerWege(tx, whose).select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

const formerWege = (tx: Tx, whose: Whose) =>
  tx.selectFrom("kim.anmeldeweg").where("konto_id", "=", whose.kontoId).where("art", "in", FORMER);

/** By what somebody proved to be who she was before: the app of then, or one of the recovery codes. */
export type Proof = "app" | "code";

/** Uses a code of the app or a recovery code from before a renewal up. Undefined for a wrong or used one. */
export async function useFormerWeg(tx: Tx, whose: Whose, code: string, at: Date): Promise<Proof | undefined> {
  if (await useRecoveryCode(tx, whose, code, at, "wiederherstellung_frueher")) return "code";
  const key = (await subjectKeys(tx, whose.kreis, [whose.kontoId])).get(whose.kontoId);
  const row = await formerWege(tx, whose)
    .select(["id", "geheimnis"])
    .where("art", "=", "totp_frueher")
    .executeTakeFirst();
  if (key === undefined || row === undefined) return undefined;
  const totp = { id: row.id, secret: open(key, place(whose.kreis, row.id), row.geheimnis) };
  return (await useTotp(tx, totp, code.replaceAll(/\s/g, ""), at)) ? "app" : undefined;
}

/** Makes second factor and recovery codes of before a renewal good again, in place of what was begun since. */
export async function restoreFormerWege(tx: Tx, whose: Whose): Promise<void> {
  await holdKonto(tx, whose);
  await tx.deleteFrom("kim.anmeldeweg").where("konto_id", "=", whose.kontoId).where("art", "in", PROVING).execute();
  await tx
    .updateTable("kim.anmeldeweg")
    .set({ art: sql<string>`replace(art, '_frueher', '')` })
    .where("konto_id", "=", whose.kontoId)
    .where("art", "in", FORMER)
    .execute();
}

/** What was before a renewal proves nothing any more. */
export async function forgetFormerWege(tx: Tx, whose: Whose): Promise<void> {
  await tx.deleteFrom("kim.anmeldeweg").where("konto_id", "=", whose.kontoId).where("art", "in", FORMER).execute();
}

/** Puts a new second factor beside the old one, which stays good until the new one is confirmed. */
export async function offerTotp(tx: Tx, whose: Whose, key: DataKey, secret: string, at: Date): Promise<void> {
  await holdKonto(tx, whose);
  await tx
    .deleteFrom("kim.anmeldeweg")
    .where("konto_id", "=", whose.kontoId)
    .where("art", "=", "totp")
    .where("bestaetigt", "=", false)
    .execute();
  const id = randomUUID();
  const geheimnis = seal(key, place(whose.kreis, id), secret);
  await insert(tx, whose, { id, art: "totp", geheimnis, bestaetigt: false, angelegt: at });
}

/** Whether a code of the app is right and was never used; using it up is one atomic step. */
export async function useTotp(
  tx: Tx,
  totp: { readonly id: string; readonly secret: string },
  code: string,
  at: Date,
): Promise<boolean> {
  const schritt = totpStep(totp.secret, code, at);
  if (schritt === undefined) return false;
  const used = await tx
    .updateTable("kim.anmeldeweg")
    .set({ schritt })
    .where("id", "=", totp.id)
    .where((eb) => eb.or([eb("schritt", "is", null), eb("schritt", "<", schritt)]))
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Makes the offered second factor the only one. @returns false where another tab was faster */
export async function confirmTotp(tx: Tx, whose: Whose, id: string): Promise<boolean> {
  await tx
    .deleteFrom("kim.anmeldeweg")
    .where("konto_id", "=", whose.kontoId)
    .where("art", "=", "totp")
    .where("id", "<>", id)
    .execute();
  const done = await tx
    .updateTable("kim.anmeldeweg")
    .set({ bestaetigt: true })
    .where("id", "=", id)
    .where("bestaetigt", "=", false)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Ten new recovery codes; the old ones end. They are returned once and stored only as keyed hashes. */
export async function renewRecoveryCodes(tx: Tx, whose: Whose): Promise<readonly string[]> {
  await holdKonto(tx, whose);
  await tx
    .deleteFrom("kim.anmeldeweg")
    .where("konto_id", "=", whose.kontoId)
    .where("art", "=", "wiederherstellung")
    .execute();
  const codes = newRecoveryCodes();
  const rows = codes.map((code) => ({ id: randomUUID(), geheimnis: recoveryHash(whose.kontoId, code) }));
  for (const row of rows) await insert(tx, whose, { ...row, art: "wiederherstellung" });
  return codes;
}

/** Whether a recovery code is right and unused; it is used up by asking. */
export async function useRecoveryCode(
  tx: Tx,
  whose: Whose,
  code: string,
  at: Date,
  art = "wiederherstellung",
): Promise<boolean> {
  const used = await tx
    .updateTable("kim.anmeldeweg")
    .set({ verbraucht: at })
    .where("konto_id", "=", whose.kontoId)
    .where("art", "=", art)
    .where("geheimnis", "=", recoveryHash(whose.kontoId, code))
    .where("verbraucht", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(tx: Tx, kontoId: string): Promise<number> {
  const row = await tx
    .selectFrom("kim.anmeldeweg")
    .select(sql<number>`count(*)::int`.as("zahl"))
    .where("konto_id", "=", kontoId)
    .where("art", "=", "wiederherstellung")
    .where("verbraucht", "is", null)
    .executeTakeFirst();
  return row?.zahl ?? 0;
}

/** Two who change the same account's ways at once (a double click) wait for each other, so that no half of each stays. */
async function holdKonto(tx: Tx, whose: Whose): Promise<void> {
  await lockIfThere(tx, "kim.konto", whose.kontoId);
}

const ofKind = (tx: Tx, whose: Whose, art: string) =>
  tx.selectFrom("kim.anmeldeweg").select("id").where("konto_id", "=", whose.kontoId).where("art", "=", art);

type NewWeg = {
  readonly id: string;
  readonly art: "passwort" | "totp" | "wiederherstellung";
  readonly geheimnis: Buffer;
  readonly bestaetigt?: boolean;
  readonly angelegt?: Date;
};

async function insert(tx: Tx, whose: Whose, weg: NewWeg): Promise<void> {
  await tx
    .insertInto("kim.anmeldeweg")
    .values({ kreis: whose.kreis, konto_id: whose.kontoId, ...weg })
    .execute();
}
