import type { Kopf } from "../erkennen/spalten.ts";
import type { Tabelle } from "../erkennen/typen.ts";
import type { Blattzeile } from "../leser/zelle.ts";
import { ohneDaten } from "./ohne-daten.ts";
import { Summenprobe } from "./summenprobe.ts";

/** What a total on top of a table is compared with: the rows below it, down to the next total. */
export function probeDarunter(
  { spalten, art }: Tabelle,
  rows: readonly Blattzeile[],
  koepfe: readonly Kopf[],
  nr: number,
): Summenprobe {
  const below = new Summenprobe(spalten);
  for (const { nr: at, zellen } of rows) {
    if (at <= nr) continue;
    const none = ohneDaten(zellen, spalten, koepfe, art);
    if (none === "summe") break;
    if (none === undefined) below.zeile(zellen);
  }
  return below;
}
