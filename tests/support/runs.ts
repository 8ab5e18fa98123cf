const LONG = process.env["KIM_LANG"] === "1";

/** How often a property is tried: `n` times where somebody waits for it, ten times as often in the long variant. */
export const runs = (n: number): { readonly numRuns: number } => ({ numRuns: LONG ? 10 * n : n });

/** The same where somebody asked for a number. */
export const exactly = (short: number, long: number): { readonly numRuns: number } => ({
  numRuns: LONG ? long : short,
});
