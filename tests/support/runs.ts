const LONG = process.env["KIM_LANG"] === "1";

/** How often a property is tried: `n` times where somebody waits for it, ten times as often in the long variant. */
export const runs = (n: number): { readonly numRuns: number } => ({ numRuns: LONG ? 10 * n : n });
