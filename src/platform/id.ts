import type { Visit } from "./access.ts";
import { NotFound } from "./form.ts";

/** How an id looks inside of a longer pattern, without groups of its own. */
export const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const WHOLE = new RegExp(`^${UUID}$`);

/** Whether a text is an id as this program writes them: a UUID in small letters. */
export const isId = (text: string): boolean => WHOLE.test(text);

/** An id out of the address. @throws NotFound when it is none, as for one that nobody has */
export function idOf(visit: Pick<Visit, "params">, name = "id"): string {
  const id = visit.params[name] ?? "";
  if (!isId(id)) throw new NotFound();
  return id;
}
