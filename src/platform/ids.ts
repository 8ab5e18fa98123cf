import type { PublicVisit } from "./access.ts";
import { NotFound } from "./form.ts";

/** An id inside of a longer pattern: `new RegExp(`^standort:${ID}$`)`. */
export const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const WHOLE = new RegExp(`^${ID}$`);

/** Whether a text has the form of an id. PostgreSQL would answer another one with an error instead of nothing. */
export const isId = (text: string): boolean => WHOLE.test(text);

/** An id out of the address of a page. @throws NotFound when it is none, as for one that nobody has */
export function idOf(visit: Pick<PublicVisit, "params">, name = "id"): string {
  const id = visit.params[name] ?? "";
  if (!isId(id)) throw new NotFound();
  return id;
}
