import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import type { Bereich } from "../rows/bereich.ts";
import { kopfFor } from "../rows/eintrag.ts";

/**
 * Adds an entry to a history of a person. Returns its id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused naming the field that has to be put right
 */
export async function recordEintrag<E>(
  tx: Tx,
  actor: Actor,
  bereich: Bereich<E>,
  personId: string,
  e: E,
): Promise<string> {
  await lockRow(tx, "kim.person", personId);
  await bereich.refuse(tx, e, undefined);
  const at = await kopfFor(tx, actor, personId);
  await bereich.insert(tx, at, e, actor);
  await recordEvent(tx, actor, eintragEvent(bereich, personId, "eingetragen"));
  return at.kopf.id;
}

/** What the log says of a change: about the person, and in which area; of needs for protection not even that in its kind. */
export const eintragEvent = (
  { gegenstand, name }: Pick<Bereich<unknown>, "gegenstand" | "name">,
  personId: string,
  was: "eingetragen" | "geaendert",
) => ({
  art: gegenstand === "person" ? `person.lage_${was}` : `schutzbedarf.${was}`,
  gegenstand: { art: gegenstand, id: personId },
  zweck: name,
});
