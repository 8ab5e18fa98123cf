import { z } from "zod";

/** Hundredths of a unit: cents of euros, of an indicator whatever it counts. Twenty million are the most that is stored. */
export const MOST = 2_000_000_000;

const TYPED = /^(\d{1,3}(?:\.\d{3})+|\d{1,8})(?:,(\d{1,2}))?$/;

/** "1.234,5" as 123450; undefined for anything else, and above `MOST`. Points only where thousands are. */
export function hundertstel(typed: string): number | undefined {
  const [, whole, rest = ""] = TYPED.exec(typed.trim().replace(/\s*€$/, "")) ?? [];
  if (whole === undefined) return undefined;
  const n = Number(whole.replaceAll(".", "")) * 100 + Number(rest.padEnd(2, "0"));
  return n <= MOST ? n : undefined;
}

const NUMBER = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const EURO = new Intl.NumberFormat("de-DE", {
  style: "currency",
  currency: "EUR",
  trailingZeroDisplay: "stripIfInteger",
});

/** As it is read: "1.234,5". */
export const wertText = (n: number): string => NUMBER.format(n / 100);
/** "12.500 €", "99,90 €". */
export const euroText = (cent: number): string => EURO.format(cent / 100);
/** As it is typed into a field again. */
export const getippt = (n: number | null): string[] => (n === null ? [] : [wertText(n)]);

/** A number as people type it, in hundredths. */
export const wert = (missing: string) =>
  z.string(missing).transform((typed, ctx) => {
    const n = hundertstel(typed);
    if (n !== undefined) return n;
    ctx.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });
