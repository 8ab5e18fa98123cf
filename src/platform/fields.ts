import { z } from "zod";
import type { Sense } from "./day.ts";
import { asDay } from "./form.ts";

/**
 * The fields of forms. A required one takes the sentence that says what to do when it is empty; an optional one becomes null
 * when it stays empty. What only one room asks (a number of hours, an e-mail address) stays in the model of that room.
 */

const NUMBER = new Intl.NumberFormat("de-DE");
const letters = (n: number) => `${NUMBER.format(n)} Zeichen`;

/**
 * What is said of a text that is too long, anywhere: by how much. Nothing is ever cut. The page counts down to the same number,
 * which it reads from the schema (limits.ts).
 */
const tooLong = (max: number) => ({
  error: ({ input }: { readonly input?: unknown }): string => {
    const n = typeof input === "string" ? input.length : max;
    return `Das sind ${letters(n)}, ${NUMBER.format(max)} passen hinein. Kürzen Sie um ${letters(n - max)}.`;
  },
});

/** Text of a bounded length, as it is typed; it may be empty. */
export const text = (max: number) => z.string().max(max, tooLong(max));
const NO_DAY = "Geben Sie ein Datum an.";
const FROM_LIST = "Wählen Sie einen Eintrag aus der Liste.";
const CODE = /^[a-z0-9_]{1,40}$/;

/** What may stay empty, or be missing; null then. */
export const optional = <T>(field: z.ZodType<T, string>) =>
  z
    .string()
    .trim()
    .transform((typed) => (typed === "" ? null : typed))
    .pipe(field.nullable())
    .default(null);

/** One line or several, trimmed, that must not be empty. */
export const line = (max: number, missing: string) => z.string(missing).trim().min(1, missing).max(max, tooLong(max));

export const optionalLine = (max: number) => optional(text(max));

/**
 * A calendar day, ISO. It is typed as people type days (day.ts); what is none is told in a sentence of its own. `sense` says
 * what is meant where the year is short or missing.
 */
export const day = (missing = NO_DAY, sense: Sense = "ahead") => asDay(z.iso.date(missing), sense);

export const optionalDay = (wrong = NO_DAY, sense: Sense = "ahead") => optional(day(wrong, sense));

/** A code of a list by its form. Whether the list knows it is checked where the lists are. */
export const code = (missing = FROM_LIST, form = CODE) => z.string(missing).regex(form, missing);

export const optionalCode = (wrong = FROM_LIST, form = CODE) => optional(code(wrong, form));

/** Amtlicher Gemeindeschlüssel of a Kommune. */
export const ags = (missing: string) => code(missing, /^\d{8}$/);

/** A record that is chosen. */
export const id = (missing = FROM_LIST) => z.uuid(missing);

export const optionalId = (wrong = FROM_LIST) => optional(z.uuid(wrong));

/** A check box; missing means no. */
export const yes = z
  .literal("ja")
  .optional()
  .transform((value) => value === "ja");

/** A check box without which it does not go on. */
export const confirmed = (missing: string) => z.literal("ja", missing);

/** A question that only needs a yes: nothing is typed. */
export const NOTHING = z.object({});
