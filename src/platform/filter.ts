import type { z } from "zod";
import { type FieldError, type Rejected, type Values, errorsOf, fitting, isoOf } from "./form.ts";

/**
 * What a filter in the address asks for. `plain` is the same address with every day as its ISO text, where one stands there
 * otherwise: to be led to, so that a bookmark of 12.3. means the same day next year.
 */
export type Asked<T> =
  | { readonly ok: true; readonly filter: T; readonly plain: string | undefined }
  | { readonly ok: false; readonly rejected: Rejected };

/**
 * Reads a filter that asks for days. A day that is none, or a rule of the schema (from after until), is told at its field
 * instead of being left out: a list that is longer than asked for looks as if it were the answer. Anything else that does not
 * fit counts as not given, as in `readQuery`. `today` is an ISO day.
 */
export function readFilter<S extends z.ZodObject>(schema: S, url: URL, today: string): Asked<z.output<S>> {
  const plain = new URLSearchParams(url.searchParams);
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(schema.shape)) {
    const typed = url.searchParams.get(name) ?? undefined;
    const iso = isoOf(field, typed, today, (message) => errors.push({ field: name, message }));
    if (iso !== undefined && iso !== typed) plain.set(name, iso);
  }
  if (errors.length > 0) return { ok: false, rejected: { values: valuesIn(url), errors } };
  const result = schema.safeParse(fitting(schema, plain));
  if (!result.success)
    return { ok: false, rejected: { values: valuesIn(url), errors: errorsOf(result.error, NO_DAYS) } };
  const same = String(plain) === String(new URLSearchParams(url.searchParams));
  return { ok: true, filter: result.data, plain: same ? undefined : `${url.pathname}?${String(plain)}` };
}

const NO_DAYS: ReadonlyMap<string, string> = new Map();

const valuesIn = ({ searchParams }: URL): Values =>
  Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
