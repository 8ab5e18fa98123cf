import { z } from "zod";
import { type Sense, dayIn, readDay } from "./day.ts";

/** What was typed, by field name; several values for check boxes and repeated fields. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Values as they are read back from a draft. */
export const VALUES = z.record(z.string(), z.array(z.string()));

/** One sentence that says what to do, at the field (its name) that it is about. `""` is the form as a whole. */
export type FieldError = { readonly field: string; readonly message: string };

/**
 * What the record says now, as its form would show it, after somebody else saved it meanwhile; and what it said when the
 * form was filled, where the form carried that along.
 */
export type Conflict = {
  readonly version: number;
  readonly stored: Values;
  readonly read?: Values | undefined;
  /** Whether it was the same account that saved it meanwhile, in another tab. */
  readonly own?: boolean;
};

/**
 * A form that was not accepted: everything typed, and why. With `conflict` nothing is wrong with it but its age. `saved` is
 * the answer of the first sending where this very form was saved before and then changed: the page leads there as well.
 */
export type Rejected = {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly conflict?: Conflict | undefined;
  readonly saved?: string | undefined;
};

export type FormResult<T> =
  { readonly ok: true; readonly value: T; readonly values: Values } | ({ readonly ok: false } & Rejected);

/** Fields that every form carries and no schema names. */
export const TECHNICAL_FIELDS = ["_schluessel", "_konto", "_entwurf", "_version", "_gelesen", "_aktion"] as const;

/** An expected refusal by a rule, or by several at once: becomes a 422 that keeps everything typed. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly errors: readonly FieldError[];
  constructor(problem: string | readonly FieldError[], field = "") {
    const errors = typeof problem === "string" ? [{ field, message: problem }] : problem;
    super(errors[0]?.message);
    this.errors = errors;
  }
}

/** A body that no form of ours sends: becomes a 413 without reading further. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** A record that is not there, or not for this person: the same answer for both. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/**
 * Somebody else changed the record since its form was read: becomes a 409 that shows both versions field by field and has
 * overwritten nothing. `stored` are the values that the form would be filled with now.
 */
export class Stale extends Error {
  override readonly name = "Stale";
  readonly conflict: Conflict;
  constructor(version: number, stored: Values, own = false) {
    super("Der Datensatz wurde inzwischen geändert.");
    this.conflict = { version, stored, ...(own ? { own } : {}) };
  }

  /** The same, where it was oneself. */
  byOneself(): Stale {
    return new Stale(this.conflict.version, this.conflict.stored, true);
  }
}

const given = (values: Values, field: string) => (values[field] ?? []).filter((value) => value !== "").toSorted();

/** How the fields of a form are read: what they mean, and on which day (ISO) they were typed. */
export type Reading = { readonly schema: z.ZodObject; readonly today: string };

/** The values of a field by what they mean: 1.3.2026 is what 01.03.2026 is. */
function meant(values: Values, field: string, reading: Reading | undefined): string {
  const sense = reading && senseOf(reading.schema.shape[field]);
  const meaning = (typed: string) =>
    reading === undefined || sense === undefined ? typed : (dayIn(typed, { today: reading.today, sense }) ?? typed);
  return JSON.stringify(given(values, field).map(meaning));
}

/**
 * A form that met a newer record. What was typed stays; a field that was left as it had been read, or says what is stored now
 * in other signs, takes what is stored now, so that saving again does not undo what somebody else did elsewhere in the record.
 */
export function overtaken(values: Values, conflict: Conflict, reading?: Reading): Rejected {
  const read = readBefore(values);
  const same = (other: Values | undefined, field: string) =>
    other !== undefined && meant(values, field, reading) === meant(other, field, reading);
  const left = Object.keys(conflict.stored).filter((field) => same(read, field) || same(conflict.stored, field));
  const stored = Object.fromEntries(left.map((field) => [field, conflict.stored[field] ?? []]));
  return { values: { ...values, ...stored }, errors: [], conflict: { ...conflict, read } };
}

/** Whether a field says the same in both, whatever the order of what it says. */
export const sameIn = (a: Values, b: Values, field: string): boolean =>
  meant(a, field, undefined) === meant(b, field, undefined);

/** What the record said when the form was filled, as the form carries it along. */
export function readBefore(values: Values): Values | undefined {
  try {
    return VALUES.safeParse(JSON.parse(first(values, "_gelesen"))).data;
  } catch {
    return undefined;
  }
}

const MAX_FIELDS = 2000;

/** Reads a urlencoded body into values. @throws TooMuch */
export function valuesOf(body: string): Values {
  const values: Record<string, string[]> = Object.create(null);
  let n = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    if (++n > MAX_FIELDS) throw new TooMuch("Das Formular hat zu viele Felder.");
    (values[name] ??= []).push(value.replaceAll("\r\n", "\n").replaceAll("\0", ""));
  }
  return values;
}

/** The first value of a field, or "". */
export const first = (values: Values, field: string): string =>
  (Object.hasOwn(values, field) ? values[field]?.[0] : undefined) ?? "";

/**
 * Checks typed values against a schema. The schema sees each field as a string, or as an array where its shape says so
 * (`several`), and a day (`asDay`) as its ISO text, however it was typed on the day `today`. Unknown fields are refused, so
 * that nobody writes a column that the form does not have; a schema that takes any (`catchall`, for drafts) gets each of them
 * as an array.
 */
export function readForm<S extends z.ZodObject>(schema: S, values: Values, today: string): FormResult<z.output<S>> {
  // Without a prototype: `__proto__` is a name like every other, and no field of ours.
  const input: Record<string, unknown> = Object.create(null);
  const noDays = new Map<string, string>();
  for (const [name, list] of Object.entries(values)) {
    if (TECHNICAL_FIELDS.some((t) => t === name)) continue;
    // By its own name only: `__proto__` and `constructor` are on every object, and fields of none of ours.
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (field === undefined && schema.def.catchall !== undefined && !(name in Object.prototype)) {
      input[name] = list;
      continue;
    }
    if (field === undefined) {
      return {
        ok: false,
        values,
        errors: [{ field: "", message: `Unbekanntes Feld im Formular: ${name.slice(0, 40)}.` }],
      };
    }
    input[name] = SEVERAL.has(field) ? list : isoOf(field, list[0], today, (problem) => noDays.set(name, problem));
  }
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data, values };
  return { ok: false, values, errors: errorsOf(result.error, noDays) };
}

/** One sentence a field, the first; for a day that could not be read, why. */
export function errorsOf({ issues }: z.core.$ZodError, noDays: ReadonlyMap<string, string>): FieldError[] {
  const errors = issues.map(({ path, message }) => {
    const field = String(path[0] ?? "");
    return { field, message: noDays.get(field) ?? message };
  });
  return errors.filter((e, i) => errors.findIndex((o) => o.field === e.field) === i);
}

/** A typed day as its ISO text. What is no day stays as it was typed, which its schema refuses; `no` is told why. */
export function isoOf(
  field: z.core.$ZodType | undefined,
  typed: string | undefined,
  today: string,
  no: (problem: string) => void,
): string | undefined {
  const sense = senseOf(field);
  if (sense === undefined || typed === undefined || typed.trim() === "") return typed;
  const read = readDay(typed, { today, sense });
  if ("day" in read) return read.day;
  no(read.problem);
  return typed;
}

/** For a form whose fields are named after its rows. @throws Refused for a field that no such form has */
export function refuseUnknownFields(sent: Values, known: RegExp): void {
  const unknown = Object.keys(sent).find((name) => !known.test(name));
  if (unknown !== undefined) throw new Refused(`Unbekanntes Feld im Formular: ${unknown.slice(0, 40)}.`);
}

const SENSES = z.registry<{ readonly sense: Sense }>();

/** Marks a field whose text is a day, so that it may be typed in any spelling; the schema itself sees an ISO text. */
export function asDay<S extends z.ZodType>(field: S, sense: Sense): S {
  SENSES.add(field, { sense });
  return field;
}

/** The sense of a field of days, also of one that may be empty or is changed afterwards. */
function senseOf(field: z.core.$ZodType | undefined): Sense | undefined {
  if (field === undefined) return undefined;
  const own = SENSES.get(field)?.sense;
  if (own !== undefined) return own;
  if (field instanceof z.ZodPipe) return senseOf(field.in) ?? senseOf(field.out);
  const wraps = field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault;
  return wraps ? senseOf(field.unwrap()) : undefined;
}

const SEVERAL = new WeakSet<object>();

/** Marks a field that may be sent several times (check boxes); missing means none. */
export function several<S extends z.ZodType>(items: S) {
  const field = z.array(items).default([]);
  SEVERAL.add(field);
  return field;
}

/**
 * Reads what stands in the address after `?`. It was often typed or bookmarked, so a value that does not fit counts as
 * not given instead of being refused; hence every field of the schema is optional or has a default. Filters that ask for days
 * are read with `readFilter`.
 */
export const readQuery = <S extends z.ZodObject>(schema: S, url: URL): z.output<S> =>
  schema.parse(fitting(schema, url.searchParams));

/** What fits its field in an address. */
export function fitting(schema: z.ZodObject, params: URLSearchParams): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    if (!params.has(name)) continue;
    const value = SEVERAL.has(field) ? params.getAll(name) : params.get(name);
    if (z.safeParse(field, value).success) kept[name] = value;
  }
  return kept;
}
