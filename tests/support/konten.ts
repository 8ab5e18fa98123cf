import { randomBytes, randomUUID } from "node:crypto";
import { type Rolle } from "../../src/domains/zugang/model/rechte.ts";
import { actorOf } from "../../src/domains/zugang/model/rollen.ts";
import { newTotpSecret } from "../../src/domains/zugang/model/totp.ts";
import { type Actor, NOBODY, systemActor } from "../../src/platform/actor.ts";
import { type Tx, writeAs } from "../../src/platform/db.ts";
import { hashPassword } from "../../src/platform/password-hash.ts";
import { seal } from "../../src/platform/tresor.ts";
import { keyedHash } from "../../src/platform/tresor/hash.ts";
import { createSubjectKey, createTraegerKey } from "../../src/platform/tresor/keys.ts";

export type TestKonto = {
  readonly actor: Actor;
  readonly name: string;
  readonly email: string;
  readonly passwort: string;
  /** Base32; `totpCode(totp, at)` of zugang makes a code of it. */
  readonly totp: string;
};

type Wish = {
  readonly kreis: string;
  /** Without it a Träger of its own is made. */
  readonly traegerId?: string;
  readonly rollen: readonly Rolle[];
  readonly name?: string;
  readonly passwort?: string;
  /** `ohne`: signs in for the first time and has to set up the second factor. */
  readonly zweiterFaktor?: "ohne";
};

/** Makes a Kreis known to the installation; nothing happens when it is. */
export const testKreis = (kreis: string): Promise<void> =>
  writeAs(systemActor(kreis), async (tx) => {
    await tx
      .insertInto("betrieb.mandant")
      .values({ kreis })
      .onConflict((c) => c.doNothing())
      .execute();
  });

/** A Träger with its keys. Returns its id. */
export async function testTraeger(kreis: string, name = `Musterverband ${randomUUID()}`): Promise<string> {
  await testKreis(kreis);
  const id = randomUUID();
  await writeAs(systemActor(kreis), async (tx) => {
    await tx.insertInto("kim.traeger").values({ kreis, id, name, art: "wohlfahrt" }).execute();
    await createTraegerKey(tx, kreis, id);
    await createSubjectKey(tx, { kreis, art: "traeger", id, traegerId: id });
  });
  return id;
}

type Password = { readonly passwort: string; readonly hashed: string };

/** Hashing is slow on purpose, and there are thousands of accounts: they take these in turn, so that those beside each other differ. */
const KNOWN: Promise<Password>[] = [];
const DIFFERENT = 8;
let given = 0;

async function withHash(passwort: string): Promise<Password> {
  return { passwort, hashed: await hashPassword(passwort) };
}

function nextPassword(): Promise<Password> {
  const place = given++ % DIFFERENT;
  return (KNOWN[place] ??= withHash(`Probe ${randomBytes(9).toString("base64url")}`));
}

/** An active account with roles since long ago, password and second factor; and the actor that its session would be. */
export async function testKonto(wish: Wish): Promise<TestKonto> {
  const { kreis, rollen } = wish;
  const traegerId = wish.traegerId ?? (await testTraeger(kreis));
  const id = randomUUID();
  const name = wish.name ?? "Mira Beispiel";
  const email = `${id.slice(0, 8)}@beispiel.example`;
  const { passwort, hashed } = await (wish.passwort === undefined ? nextPassword() : withHash(wish.passwort));
  const totp = newTotpSecret();
  await writeAs(systemActor(kreis), async (tx) => {
    const key = await createSubjectKey(tx, { kreis, art: "konto", id, traegerId });
    const place = (table: string, row: string, column: string) => ({ kreis, table, row, column });
    const emailHash = keyedHash("anmeldename", email);
    await tx
      .insertInto("kim.konto")
      .values({
        kreis,
        id,
        traeger_id: traegerId,
        email_hash: emailHash,
        name: seal(key, place("kim.konto", id, "name"), name),
        email: seal(key, place("kim.konto", id, "email"), email),
      })
      .execute();
    await tx.updateTable("kim.konto").set({ status: "aktiv" }).where("id", "=", id).execute();
    await tx.insertInto("betrieb.anmeldename").values({ email_hash: emailHash, kreis, konto_id: id }).execute();
    await giveRoles(tx, { kreis, traegerId, kontoId: id }, rollen);
    const ways = { passwort: hashed, ...(wish.zweiterFaktor === "ohne" ? {} : { totp }) };
    for (const [art, secret] of Object.entries(ways)) {
      const row = randomUUID();
      const geheimnis = seal(key, place("kim.anmeldeweg", row, "geheimnis"), secret);
      await tx.insertInto("kim.anmeldeweg").values({ kreis, id: row, konto_id: id, art, geheimnis }).execute();
    }
  });
  const actor = actorOf({ kreis, traegerId, kontoId: id }, rollen);
  return { actor, name, email, passwort, totp };
}

/** Tests that set the clock still find the roles valid. */
const LONG_AGO = "2020-01-01";

type Whose = Pick<Actor, "kreis" | "traegerId" | "kontoId">;

async function giveRoles(tx: Tx, konto: Whose, rollen: readonly Rolle[]): Promise<void> {
  if (rollen.length === 0) return;
  const whose = { kreis: konto.kreis, traeger_id: konto.traegerId, konto_id: konto.kontoId };
  const values = rollen.map((rolle) => ({ ...whose, rolle, von: LONG_AGO, zugestimmt_von: NOBODY }));
  await tx.insertInto("kim.rolle").values(values).execute();
}
