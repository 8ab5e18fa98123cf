// Whoever read along may stop reading (`| head`, a restarted journal); that must not end what is running.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

/** The one place that writes to the terminal. Results go to stdout, what went wrong to stderr. */
export const say = (line = ""): void => void process.stdout.write(`${line}\n`);

export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Rows as aligned columns, two spaces between them. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
