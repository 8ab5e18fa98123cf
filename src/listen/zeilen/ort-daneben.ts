import type { Kontext, Tabelle } from "../erkennen/typen.ts";
import { type Blattzeile, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { isLeer } from "./felder.ts";

/**
 * The surroundings of rows that have a column for the Kommune. Where it names others than the title, the title says whose list it
 * is: an empty cell is then not that of “Caritas Siegburg”.
 */
export function kontextDerZeilen(
  { kontext, spalten }: Tabelle,
  rows: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
): Kontext {
  const spalte = spalten.find(({ bedeutung }) => bedeutung === "kommune");
  if (spalte === undefined || kontext.kommune === null || kontext.woher.kommune?.stelle === "wahl") return kontext;
  const other = rows.some(({ zellen }) => {
    const text = zellText(zellen[spalte.index]);
    const code = isLeer(text) ? undefined : verzeichnis.sicher("kommune", text)?.code;
    return code != null && code !== kontext.kommune;
  });
  return other ? { ...kontext, kommune: null } : kontext;
}
