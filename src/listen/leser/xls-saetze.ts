import { Unlesbar } from "./unlesbar.ts";
import type { Satz } from "./xls-texte.ts";

const ANFANG = 0x809;
const ENDE = 0x0a;

/** The records of a stream from one beginning to its end. @throws Unlesbar where one is cut off */
export function saetzeIn(strom: Buffer, from: number): Satz[] {
  const found: Satz[] = [];
  let depth = 0;
  for (let at = from; at + 4 <= strom.length;) {
    const [art, length] = [strom.readUInt16LE(at), strom.readUInt16LE(at + 2)];
    if (at + 4 + length > strom.length) throw new Unlesbar("kaputt");
    found.push({ art, daten: strom.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
    // Charts lie within a sheet, with a beginning and an end of their own.
    if (art === ANFANG) depth += 1;
    if (art === ENDE) depth -= 1;
    if (depth === 0) break;
  }
  return found;
}

/** A number in four bytes: whole or with a fraction, perhaps a hundred times too large (MS-XLS, 2.5.217). */
export function rkZahl(rk: number): number {
  const wide = Buffer.alloc(8);
  wide.writeInt32LE(rk & ~3, 4);
  const value = (rk & 2) === 2 ? rk >> 2 : wide.readDoubleLE(0);
  return (rk & 1) === 1 ? value / 100 : value;
}
