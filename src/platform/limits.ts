import { z } from "zod";
import type { Route } from "./access.ts";

/** How many characters fit into a field of a form, by its name; undefined where the schema sets no bound. */
export type LimitOf = (field: string) => number | undefined;

/** The bounds of the form that is sent to an address. */
export type Limits = (action: string) => LimitOf;

/**
 * The longest text that a schema of a field takes. A bound stands nowhere but in the schema: what the page counts down to and
 * what the server refuses cannot be two numbers.
 */
export function longest(field: z.core.$ZodType | undefined): number | undefined {
  if (field instanceof z.ZodString) return field.maxLength ?? undefined;
  if (field instanceof z.ZodPipe) return least([longest(field.in), longest(field.out)]);
  if (field instanceof z.ZodArray) return longest(field.element);
  const wraps = field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault;
  return wraps ? longest(field.unwrap()) : undefined;
}

function least(bounds: readonly (number | undefined)[]): number | undefined {
  const set = bounds.filter((bound) => bound !== undefined);
  return set.length === 0 ? undefined : Math.min(...set);
}

const inSchema =
  (schema: z.ZodObject): LimitOf =>
  (field) =>
    longest(Object.hasOwn(schema.shape, field) ? schema.shape[field] : schema.def.catchall);

const NONE: LimitOf = () => undefined;

const pathOf = (route: string) => new RegExp(`^${route.replaceAll(/:[^/]+/g, "[^/]+")}$`);

const known = new WeakMap<readonly Route[], Limits>();

/** The bounds of every form of these routes, read once. */
export function limitsOf(routes: readonly Route[]): Limits {
  const before = known.get(routes);
  if (before !== undefined) return before;
  const forms = routes.flatMap(({ method, path, schema }) =>
    method === "POST" && schema !== undefined ? [{ path, at: pathOf(path), limit: inSchema(schema) }] : [],
  );
  const exact = new Map(forms.map(({ path, limit }) => [path, limit]));
  const limits: Limits = (action) => {
    const [path = ""] = action.split("?");
    return exact.get(path) ?? forms.find(({ at }) => at.test(path))?.limit ?? NONE;
  };
  known.set(routes, limits);
  return limits;
}
