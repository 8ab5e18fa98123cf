/** A number as people read it: whole, or with as many digits behind the comma as are asked for. */
export const zahl = (n: number, digits = 0): string =>
  n.toLocaleString("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Rows under heads, numbers to the right. The first column is a word. */
export function tabelle(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return [line(heads), ...rows.map(line)];
}
