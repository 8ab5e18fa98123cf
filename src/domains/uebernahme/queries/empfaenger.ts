import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { ROLLEN, emailHash, kontoNames } from "../../zugang/index.ts";
import { ownerOf } from "./gespeichert.ts";

/** Whose records an import makes. `name` is for the terminal. */
export type Empfaenger = { readonly actor: Actor; readonly name: string };

type Gesucht = { readonly kreis: string; readonly traeger: string; readonly konto?: string | undefined };

/**
 * Finds the account that a list is imported for: the one with this e-mail address, else the first of the Träger that may
 * keep files, else its first one.
 * @throws Refused naming what is not there
 */
export async function empfaengerVon({ kreis, traeger, konto }: Gesucht): Promise<Empfaenger> {
  await refuseUnknownKreis(kreis);
  return readAs(systemActor(kreis), async (tx) => {
    const traegerId = await traegerNamed(tx, traeger);
    const kontoId = konto === undefined ? await firstKonto(tx, traegerId) : await kontoOf(tx, traegerId, konto);
    const name = (await kontoNames(tx, kreis, [kontoId])).get(kontoId) ?? "ein Konto";
    return { actor: ownerOf(kreis, traegerId, kontoId), name };
  });
}

/** Ids of a Träger and, where one is named, of an account of it. @throws Refused naming what is not there */
export async function gesuchteIds({ kreis, traeger, konto }: Gesucht) {
  await refuseUnknownKreis(kreis);
  return readAs(systemActor(kreis), async (tx) => {
    const traegerId = await traegerNamed(tx, traeger);
    return { traegerId, kontoId: konto === undefined ? undefined : await kontoOf(tx, traegerId, konto) };
  });
}

async function refuseUnknownKreis(kreis: string): Promise<void> {
  const known = await readAs(systemActor(NO_KREIS), (tx) =>
    tx.selectFrom("betrieb.mandant").select("kreis").where("kreis", "=", kreis).executeTakeFirst(),
  );
  if (known === undefined) throw new Refused(`Den Kreis ${kreis} gibt es in dieser Installation nicht.`);
}

async function traegerNamed(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.selectFrom("kim.traeger").select(["id", "name"]).orderBy("name").execute();
  const same = (name: string) => name.trim().toLocaleLowerCase("de") === wanted.trim().toLocaleLowerCase("de");
  const found = rows.find(({ name }) => same(name));
  if (found !== undefined) return found.id;
  const names = rows.map(({ name }) => `„${name}“`).join(", ");
  throw new Refused(`Den Träger „${wanted}“ gibt es in diesem Kreis nicht. Es gibt: ${names || "noch keinen"}.`);
}

async function kontoOf(tx: Tx, traegerId: string, email: string): Promise<string> {
  const row = await tx
    .selectFrom("kim.konto")
    .select("id")
    .where("traeger_id", "=", traegerId)
    .where("email_hash", "=", emailHash(email))
    .executeTakeFirst();
  if (row === undefined) throw new Refused(`Ein Konto mit der Adresse ${email} gibt es bei diesem Träger nicht.`);
  return row.id;
}

/** Roles whose accounts see what is imported. */
const KEEPING = Object.entries(ROLLEN)
  .filter(([, { rechte }]) => rechte.some((recht) => recht === "uebernahme.schreiben"))
  .map(([code]) => code);

async function firstKonto(tx: Tx, traegerId: string): Promise<string> {
  const accounts = tx
    .selectFrom("kim.konto as k")
    .leftJoin("kim.rolle as r", (on) => on.onRef("r.kreis", "=", "k.kreis").onRef("r.konto_id", "=", "k.id"))
    .select("k.id")
    .where("k.traeger_id", "=", traegerId)
    .where("k.status", "<>", "deaktiviert")
    .orderBy("r.von")
    .orderBy("k.id")
    .limit(1);
  const keeping = accounts
    .where("r.rolle", "in", KEEPING)
    .where("r.von", "<=", today())
    .where((eb) => eb.or([eb("r.bis", "is", null), eb("r.bis", ">=", today())]));
  const row = (await keeping.executeTakeFirst()) ?? (await accounts.executeTakeFirst());
  if (row === undefined) {
    throw new Refused(
      "Dieser Träger hat noch kein Konto, dem die Beratungen gehören könnten. Laden Sie zuerst jemanden ein.",
    );
  }
  return row.id;
}
