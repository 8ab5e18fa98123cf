import { readCsv } from "./csv.ts";
import { Unlesbar } from "./unlesbar.ts";
import { decodeText } from "./zeichensatz.ts";
import { zellText } from "./zelle.ts";

/** A line with its number and its cells as text, trimmed. */
export type Tabellenzeile = { readonly nr: number; readonly zellen: readonly string[] };

/** A short table of text with a head of its own, whatever its separator and character set; no list of consultations. */
const LARGEST = 512 * 1024;
const MOST = 1000;

/** @throws Unlesbar with what is wrong */
export function liesTabelle(bytes: Uint8Array): Tabellenzeile[] {
  if (bytes.length > LARGEST) throw new Unlesbar("zu_gross", "Die Datei ist größer als 512 kB. Teilen Sie sie auf.");
  const { zeilen } = readCsv(decodeText(bytes).text, "Tabelle");
  if (zeilen.length > MOST)
    throw new Unlesbar("zu_viele_zeilen", "Die Datei hat mehr als 1.000 Zeilen. Teilen Sie sie auf.");
  return zeilen.map(({ nr, zellen }) => ({ nr, zellen: zellen.map((one) => zellText(one).trim()) }));
}
