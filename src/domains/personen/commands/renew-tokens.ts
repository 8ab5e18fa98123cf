import { systemActor } from "../../../platform/actor.ts";
import { type Tx, anyOf, writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { GEBURTSJAHR, openBirth, openName } from "../queries/sealed.ts";
import { openedKontakte } from "../queries/kontakte.ts";
import { writeTokens } from "../rows/search-tokens.ts";

/** The rules by which tokens are made now. Whoever changes them in model/suchworte.ts raises this and the column's default. */
const RULES = 4;
const ROUND = 200;

/** Makes the search tokens of all persons anew that were made by earlier rules, some at a time. Safe to break off and repeat. */
export async function renewTokens(): Promise<void> {
  for (const kreis of await kreise()) {
    while ((await writeAs(systemActor(kreis), (tx) => renewSome(tx, kreis))) > 0);
  }
}

/** Says how many it were. */
async function renewSome(tx: Tx, kreis: string): Promise<number> {
  const rows = await tx
    .selectFrom("kim.person")
    .select(["kreis", "id", "traeger_id", "konto_id", "name", "geburtsdatum", "geburtsjahr"])
    .where("suche", "<", RULES)
    .limit(ROUND)
    .forUpdate()
    .skipLocked()
    .execute();
  const ids = rows.map(({ id }) => id);
  const keys = await subjectKeys(tx, kreis, ids);
  const kontakte = await openedKontakte(tx, { kreis }, ids);
  // one row: each one's are made of its own name.
  await tx.deleteFrom("kim.person_token").where("person_id", "=", anyOf(ids)).execute();
  for (const [owner, persons] of Map.groupBy(rows, (row) => `${row.traeger_id} ${row.konto_id}`)) {
    const [traegerId = "", kontoId = ""] = owner.split(" ");
    const readable = persons.flatMap((row) => {
      // Somebody who was erased has no key any more, and nothing to be found by.
      const key = keys.get(row.id);
      if (key === undefined) return [];
      const geburtsdatum = openBirth(key, row, row.geburtsdatum);
      const geburtsjahr = openText(key, row, GEBURTSJAHR, row.geburtsjahr);
      return [
        {
          id: row.id,
          name: openName(key, row, row.name),
          geburtsdatum,
          geburtsjahr,
          kontakte: kontakte.get(row.id) ?? [],
        },
      ];
    });
    await writeTokens(tx, { ...systemActor(kreis, traegerId), kontoId }, readable);
  }
  await tx.updateTable("kim.person").set({ suche: RULES }).where("id", "=", anyOf(ids)).execute();
  return rows.length;
}
