import { type Tx, anyOf } from "../../../platform/db.ts";
import { type DataKey, type Place, open, seal } from "../../../platform/tresor.ts";
import { keyedHash } from "../../../platform/tresor/hash.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** What is known of a member of staff in the clear; in the database only sealed with the key of this account. */
export type Kontodaten = { readonly name: string; readonly email: string };

const place = (kreis: string, kontoId: string, column: "name" | "email"): Place => ({
  kreis,
  table: "kim.konto",
  row: kontoId,
  column,
});

/** E-mail addresses are compared without regard to case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** Finds an address again without storing it (`betrieb.anmeldename`, `kim.konto.email_hash`). */
export const emailHash = (email: string): Buffer => keyedHash("anmeldename", normalEmail(email));

/** The columns of `kim.konto` that hold name and address. */
export const sealKontodaten = (key: DataKey, kreis: string, kontoId: string, data: Kontodaten) => ({
  name: seal(key, place(kreis, kontoId, "name"), data.name.trim()),
  email: seal(key, place(kreis, kontoId, "email"), data.email.trim()),
  email_hash: emailHash(data.email),
});

/** @throws TresorError when the ciphertext does not belong to this account */
export const openName = (key: DataKey, kreis: string, kontoId: string, sealed: Uint8Array): string =>
  open(key, place(kreis, kontoId, "name"), sealed);

/** @throws TresorError when the ciphertext does not belong to this account */
export const openEmail = (key: DataKey, kreis: string, kontoId: string, sealed: Uint8Array): string =>
  open(key, place(kreis, kontoId, "email"), sealed);

/** Names of staff by account id. An account out of sight, or whose key was destroyed, is missing from the map. */
export async function kontoNames(tx: Tx, kreis: string, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  const rows = await tx.selectFrom("kim.konto").select(["id", "name"]).where("id", "=", anyOf(ids)).execute();
  const keys = await subjectKeys(
    tx,
    kreis,
    rows.map((r) => r.id),
  );
  for (const row of rows) {
    const key = keys.get(row.id);
    if (key !== undefined) names.set(row.id, openName(key, kreis, row.id, row.name));
  }
  return names;
}

/** The account of the Kreis that signs in with an address, whoever employs it; undefined where there is none. Tells nothing else of it. */
export async function kontoInKreis(tx: Tx, kreis: string, email: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("betrieb.anmeldename")
    .select("konto_id")
    .where("email_hash", "=", emailHash(email))
    .where("kreis", "=", kreis)
    .executeTakeFirst();
  return row?.konto_id;
}
