import type { Values } from "../../../platform/form.ts";
import { zeile } from "../model/teile.ts";

/** So many rows stand there where there is nothing yet. */
const LEAST = 2;

/** The numbers of the rows that a form shows: all in which something is typed, and one more. */
export function zeilenIn(values: Values, was: "sprache" | "kontakt", most: number): number[] {
  const rows = Array.from({ length: most }, (_, i) => i + 1);
  const isFilled = (n: number) =>
    Object.entries(values).some(
      ([name, typed]) => name.startsWith(zeile(was, n, "")) && typed.some((value) => value !== ""),
    );
  const last = Math.max(0, ...rows.filter(isFilled));
  return rows.slice(0, Math.max(LEAST, last + 1));
}
