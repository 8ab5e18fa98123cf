import { type DataKey, type Place, keyOf, newDataKey, openBytes, sealBytes } from "../tresor.ts";

/** Bytes of a file in one row: few enough to hold many of them, enough that the way to the database does not count. */
export const PIECE = 256 * 1024;

export const countPieces = (size: number): number => Math.max(1, Math.ceil(size / PIECE));

/** Which file, and the column that holds its pieces. */
export type FilePlace = Place;

/** Where a piece is at home: which one of how many. Swapped, left out or cut off it does not open. */
const placeOf = (file: FilePlace, nr: number, of: number): Place => ({ ...file, row: `${file.row}:${nr}:${of}` });

/** The pieces of a file, sealed one after the other, from 0. */
export function* sealPieces(
  key: DataKey,
  file: FilePlace,
  bytes: Uint8Array,
): Generator<{ readonly nr: number; readonly sealed: Buffer }> {
  const of = countPieces(bytes.length);
  for (let nr = 0; nr < of; nr += 1) {
    const piece = bytes.subarray(nr * PIECE, (nr + 1) * PIECE);
    yield { nr, sealed: sealBytes(key, placeOf(file, nr, of), piece) };
  }
}

/** One piece of `of`, opened. @throws TresorError for one of another file, another place or another number of pieces */
export const openPiece = (key: DataKey, file: FilePlace, nr: number, of: number, sealed: Uint8Array): Buffer =>
  openBytes(key, placeOf(file, nr, of), sealed);

/** A key for one file, and how it is written down, to be sealed where the file is named. */
export function newFileKey(): { readonly key: DataKey; readonly written: string } {
  const key = newDataKey();
  const bytes = key.material.export();
  const written = bytes.toString("base64");
  bytes.fill(0);
  return { key, written };
}

export const fileKey = (written: string): DataKey => keyOf("daten", 1, Buffer.from(written, "base64"));
