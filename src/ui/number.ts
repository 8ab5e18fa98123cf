const GERMAN = new Intl.NumberFormat("de-DE");
const MINUS = "−";

/** A whole number as people read it: "1.098". */
export const formatCount = (n: number): string => GERMAN.format(n).replace("-", MINUS);

/** From so many on a share of the earlier count means something; below, the difference itself is told. */
const SHARE_FROM = 20;

/** How a count differs from an earlier one: "+ 7 %", "− 3", "unverändert". */
export function formatChange(now: number, before: number): string {
  const difference = now - before;
  if (difference === 0) return "unverändert";
  const sign = difference > 0 ? "+" : MINUS;
  if (before < SHARE_FROM) return `${sign} ${formatCount(Math.abs(difference))}`;
  const percent = Math.round((Math.abs(difference) / before) * 100);
  return percent === 0 ? `${sign} weniger als 1 %` : `${sign} ${formatCount(percent)} %`;
}

/** A share of a whole in per cent: "34 %"; "–" of nothing. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = (part / whole) * 100;
  return part > 0 && percent < 1 ? "unter 1 %" : `${Math.round(percent)} %`;
}
