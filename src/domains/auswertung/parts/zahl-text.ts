import { formatChange, formatCount, formatShare } from "../../../ui/index.ts";
import { ANTEIL_AB, VERDECKT, type Zelle, istGenannt } from "../model/zelle.ts";

/** A number as it is told. */
export const zahlText = (z: Zelle): string => (istGenannt(z) ? formatCount(z) : VERDECKT);

/** A share in per cent; none of what is not told, and "–" of so few that it would say more than it knows. */
export function anteilText(part: Zelle, whole: Zelle): string {
  if (!istGenannt(part) || !istGenannt(whole)) return VERDECKT;
  return whole < ANTEIL_AB ? "–" : formatShare(part, whole);
}

/** How a number differs from an earlier one; undefined where one of them is not told. */
export const veraenderung = (jetzt: Zelle, davor: Zelle): string | undefined =>
  istGenannt(jetzt) && istGenannt(davor) ? formatChange(jetzt, davor) : undefined;
