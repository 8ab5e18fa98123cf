import { type DataKey, type Place, open, seal } from "../../platform/tresor.ts";
import { keyedHash } from "../../platform/tresor/hash.ts";

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
