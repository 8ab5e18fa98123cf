import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { PersonName } from "../model/person.ts";

/** Which row's columns are meant; a ciphertext of another row does not open here. */
export type PersonRow = { readonly kreis: string; readonly id: string };

const place = (row: PersonRow, column: "name" | "geburtsdatum") => ({
  kreis: row.kreis,
  table: "kim.person",
  row: row.id,
  column,
});

export const sealName = (key: DataKey, row: PersonRow, { vorname, nachname }: PersonName): Buffer =>
  seal(key, place(row, "name"), JSON.stringify({ vorname, nachname }));

/** @throws TresorError when the ciphertext is not this row's */
export function openName(key: DataKey, row: PersonRow, sealed: Buffer): PersonName {
  const stored: unknown = JSON.parse(open(key, place(row, "name"), sealed));
  return PersonName.parse(stored);
}

/** Seals an ISO day; null stays null. */
export const sealBirth = (key: DataKey, row: PersonRow, birth: string | null): Buffer | null =>
  birth === null ? null : seal(key, place(row, "geburtsdatum"), birth);

/** The ISO day; null where none was given. @throws TresorError when the ciphertext is not this row's */
export const openBirth = (key: DataKey, row: PersonRow, sealed: Buffer | null): string | null =>
  sealed === null ? null : open(key, place(row, "geburtsdatum"), sealed);
