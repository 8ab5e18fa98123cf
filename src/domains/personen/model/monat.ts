import { z } from "zod";
import { optional } from "../../../platform/fields.ts";

const WRONG = "Geben Sie das Jahr an oder Monat und Jahr, etwa 2022 oder 3/2022.";
const EARLIEST = 1900;

/**
 * Since when, as exactly as it is needed: a year or a month, `2022` or `2022-03`. Of a whole date the day is left out. Undefined
 * for what is neither.
 */
export function monthIn(typed: string): string | undefined {
  const parts = /^(?:(?:\d{1,2}\.\s*)?(\d{1,2})\s*[./-]\s*)?(\d{4})$/.exec(typed.trim());
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(typed.trim());
  const [year = "", month] = iso ? [iso[1], iso[2]] : [parts?.[2], parts?.[1]];
  if (year === "" || Number(year) < EARLIEST) return undefined;
  if (month === undefined) return year;
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : undefined;
}

/** As it is read: "03/2022", "2022". */
export const monthText = (stored: string): string => stored.replace(/^(\d{4})-(\d\d)$/, "$2/$1");

/** A field for a year or a month; null where it stays empty. */
export const optionalMonth = () =>
  optional(
    z.string().transform((typed, context) => {
      const month = monthIn(typed);
      if (month !== undefined) return month;
      context.addIssue({ code: "custom", message: WRONG });
      return z.NEVER;
    }),
  );
