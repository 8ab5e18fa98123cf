import type { DB } from "../../db/types/database.ts";
import { type DataKey, open, seal } from "./tresor.ts";

/** A sealed column: which there are, the database says. */
export type Spot = { [T in keyof DB]: { readonly table: T; readonly column: keyof DB[T] & string } }[keyof DB];

/** Which row's columns are meant; a ciphertext of another row does not open here. */
export type SealedRow = { readonly kreis: string; readonly id: string };

const place = ({ kreis, id }: SealedRow, { table, column }: Spot) => ({ kreis, row: id, table, column });

/** Seals a text at its place; where there is none, nothing. */
export function sealText(key: DataKey, row: SealedRow, spot: Spot, text: string): Buffer;
export function sealText(key: DataKey, row: SealedRow, spot: Spot, text: string | null): Buffer | null;
export function sealText(key: DataKey, row: SealedRow, spot: Spot, text: string | null): Buffer | null {
  return text === null ? null : seal(key, place(row, spot), text);
}

/** As a row has it, or as JSON carries it (base64). */
type Sealed = Buffer | string;

/**
 * Opens a text; null where nothing was written, and where the key is gone.
 * @throws TresorError when the ciphertext is not this row's
 */
export function openText(key: DataKey, row: SealedRow, spot: Spot, sealed: Sealed): string;
export function openText(key: DataKey | undefined, row: SealedRow, spot: Spot, sealed: Sealed | null): string | null;
export function openText(key: DataKey | undefined, row: SealedRow, spot: Spot, sealed: Sealed | null): string | null {
  if (sealed === null || key === undefined) return null;
  return open(key, place(row, spot), typeof sealed === "string" ? Buffer.from(sealed, "base64") : sealed);
}
