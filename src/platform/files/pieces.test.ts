import { expect, test } from "vitest";
import { newDataKey } from "../tresor.ts";
import { PIECE, countPieces, fileKey, newFileKey, openPiece, sealPieces } from "./pieces.ts";

const place = { kreis: "05382", table: "kim.dokument_stueck", row: "datei-1", column: "inhalt" };
const bytes = Buffer.alloc(2 * PIECE + 5, "abc");
const { key, written } = newFileKey();
const pieces = [...sealPieces(key, place, bytes)].map(({ sealed }) => sealed);
const piece = (nr: number) => pieces[nr] ?? Buffer.alloc(0);

test("a file comes back piece by piece, with the key that was written down, and nothing of it is to be read before", () => {
  expect([pieces.length, countPieces(PIECE), countPieces(PIECE + 1)]).toEqual([3, 1, 2]);
  const again = Buffer.concat(pieces.map((sealed, nr) => openPiece(fileKey(written), place, nr, 3, sealed)));
  expect(again.equals(bytes)).toBe(true);
  expect(Buffer.concat(pieces).includes("abcabc")).toBe(false);
});

test.each([
  ["another place in the file", () => openPiece(key, place, 1, 3, piece(0))],
  ["a file that was cut", () => openPiece(key, place, 0, 2, piece(0))],
  ["another file", () => openPiece(key, { ...place, row: "datei-2" }, 0, 3, piece(0))],
  ["another key", () => openPiece(newDataKey(), place, 0, 3, piece(0))],
  ["a changed byte", () => openPiece(key, place, 0, 3, Buffer.concat([piece(0).subarray(0, -1), Buffer.from("x")]))],
])("a piece does not open as that of %s", (_, opened) => {
  expect(opened).toThrow("gehört nicht an diese Stelle");
});
