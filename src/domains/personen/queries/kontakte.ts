import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { kennungenOf } from "../model/kontakt.ts";
import { KONTAKT_WERT } from "./sealed.ts";

type Weg = { readonly art: string; readonly wert: string };

/** How some persons are reached, by person; each by her own row. Whose key was destroyed is missing. */
export async function openedKontakte(
  tx: Tx,
  { kreis }: Pick<Actor, "kreis">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Weg[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("kim.person_kontakt")
    .select(["kreis", "id", "person_id", "art", "wert"])
    // one row: each is compared by what she says herself.
    .where("person_id", "=", anyOf([...ids]))
    .execute();
  const keys = await subjectKeys(tx, kreis, [...new Set(rows.map((row) => row.person_id))]);
  const ways = rows.flatMap(({ person_id: person, art, wert, ...row }) => {
    const key = keys.get(person);
    return key === undefined ? [] : [{ person, art, wert: openText(key, row, KONTAKT_WERT, wert) ?? "" }];
  });
  return Map.groupBy(ways, ({ person }) => person);
}

/** Their numbers and addresses as they are compared. */
export async function kennungenById(
  tx: Tx,
  actor: Pick<Actor, "kreis">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await openedKontakte(tx, actor, ids);
  return new Map([...all].map(([person, ways]) => [person, kennungenOf(ways)]));
}
