import { monatVon } from "../erkennen/monate.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Spaltenplan } from "./spaltenplan.ts";

const within = (n: number | undefined, from: number, to: number): n is number =>
  n !== undefined && Number.isInteger(n) && n >= from && n <= to;

/**
 * The day of a row whose list has a column each for day, month and year, written as one; any other cell as it is. The year may be
 * that of the table.
 */
export function tagDerZeile(
  zelle: Zelle,
  cells: readonly Zelle[],
  plan: Spaltenplan,
  jahrDrumherum: number | null,
): Zelle {
  const [monat, jahr] = [plan.eine("monat"), plan.eine("jahr")];
  const tag = zahlVon(zelle);
  if (monat === undefined || !within(tag, 1, 31)) return zelle;
  const inMonat = cells[monat.index] ?? null;
  const nr = zahlVon(inMonat) ?? monatVon(zellText(inMonat));
  const im = jahr === undefined ? (jahrDrumherum ?? undefined) : zahlVon(cells[jahr.index] ?? null);
  return within(nr, 1, 12) && within(im, 2000, 2099) ? `${tag}.${nr}.${im}` : zelle;
}
