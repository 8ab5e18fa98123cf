const BOM = "\uFEFF";

/** What a spreadsheet may take for a formula, also in full width and as small forms. */
const FORMULA = /^[=+\-@＝＋－＠﹢﹣﹦﹫]/u;

/** What it leaves out before it looks: spaces of every kind, marks without width, line ends and other control characters. */
const SKIPPED = /^[\s\p{Zs}\p{Cf}\p{Cc}]+/u;

/**
 * A cell that a spreadsheet opens as what it says: quoted where it must be, never taken for a formula. An apostrophe in front
 * makes it text (OWASP, CSV injection); numbers are numbers.
 */
function cell(value: string | number | undefined): string {
  const text = String(value ?? "");
  const begins = text.replace(SKIPPED, "");
  const runs = typeof value === "string" && (FORMULA.test(begins) || /^[\t\r\n]/.test(text));
  const safe = runs ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before it was made safe: for files of our own that come back. */
export const asMeant = (text: string): string =>
  text.startsWith("'") && cell(text.slice(1)).replace(/^"/, "").startsWith("'") ? text.slice(1) : text;

/** A cell of a table to be downloaded. */
export type CsvCell = string | number | undefined;

/** The one way to write CSV, for a German spreadsheet: semicolons, UTF-8 with BOM, lines that end in CR LF. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  BOM + rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
