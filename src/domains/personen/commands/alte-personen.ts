import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, insertMany, sql } from "../../../platform/db.ts";
import { removeUnreferenced } from "../../../platform/remove-unreferenced.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { createSubjectKeys, subjectKeys } from "../../../platform/tresor/keys.ts";
import { birthToken } from "../model/suchworte.ts";
import type { PersonName } from "../model/person.ts";
import { openBirth, openName } from "../queries/sealed.ts";
import { type PersonDaten, personRows } from "../rows/person-rows.ts";
import { tokenHashes, writeTokens } from "../rows/search-tokens.ts";

/** A person of an old list; `erfasstAm` is the day of the first consultation, which the age band is of. */
export type AltePerson = PersonDaten;

/** Persons, keys and tokens of one round: a name has some thirty tokens. */
const ROUND = 500;
/** Persons that are removed at once. */
const REMOVED = 2000;

/**
 * Records the persons of an old list as the actor's own, each under a key of its own; the keys come back by id. No event
 * per person: the one of the list stands for all, and `uebernahme_id` leads from the person to it.
 */
export async function insertAltePersonen(
  tx: Tx,
  actor: Actor,
  uebernahmeId: string,
  personen: readonly AltePerson[],
): Promise<Map<string, DataKey>> {
  const all = new Map<string, DataKey>();
  for (let at = 0; at < personen.length; at += ROUND) {
    const round = personen.slice(at, at + ROUND);
    for (const [id, key] of await insertRound(tx, actor, uebernahmeId, round)) all.set(id, key);
  }
  return all;
}

async function insertRound(
  tx: Tx,
  actor: Actor,
  uebernahmeId: string,
  personen: readonly AltePerson[],
): Promise<Map<string, DataKey>> {
  const { kreis, traegerId } = actor;
  const keys = await createSubjectKeys(
    tx,
    { kreis, art: "person", traegerId },
    personen.map(({ id }) => id),
  );
  const { person, sprache, kontakt } = personRows(actor, keys, personen);
  const rows = person.map((row) => ({ ...row, uebernahme_id: uebernahmeId }));
  await insertMany(tx, "kim.person", rows);
  await insertMany(tx, "kim.person_sprache", sprache);
  await insertMany(tx, "kim.person_kontakt", kontakt);
  await writeTokens(tx, actor, personen);
  return keys;
}

/** A person that is there already. */
export type Bekannte = { readonly id: string; readonly name: PersonName; readonly geburtsdatum: string };

const DAYS = 500;

/** The actor's own persons who were born on one of these ISO days. Their names are opened. */
export async function personsBornOn(tx: Tx, actor: Actor, days: readonly string[]): Promise<Bekannte[]> {
  const found: Bekannte[] = [];
  const unique = [...new Set(days)];
  for (let at = 0; at < unique.length; at += DAYS) {
    const part = new Set(unique.slice(at, at + DAYS));
    const hashes = await tokenHashes(tx, actor, [...part].map(birthToken));
    const rows = await tx
      .selectFrom("kim.person_token as t")
      .innerJoin("kim.person as p", (on) => on.onRef("p.kreis", "=", "t.kreis").onRef("p.id", "=", "t.person_id"))
      .select(["p.kreis", "p.id", "p.name", "p.geburtsdatum", "p.zusammengefuehrt_in"])
      .where("t.traeger_id", "=", actor.traegerId)
      .where("t.konto_id", "=", actor.kontoId)
      .where("t.token", "=", anyOf(hashes))
      .execute();
    const keys = await subjectKeys(
      tx,
      actor.kreis,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const key = keys.get(row.id);
      const born = key === undefined ? null : openBirth(key, row, row.geburtsdatum);
      // A token is a hash: that of a name may fall on that of a day.
      if (key === undefined || born === null || !part.has(born)) continue;
      found.push({ id: row.zusammengefuehrt_in ?? row.id, name: openName(key, row, row.name), geburtsdatum: born });
    }
  }
  return found;
}

/**
 * Removes the persons that an old list brought and that have no consultation (any more), with their keys: nothing of them
 * can be read again, in no backup either. Who was merged with somebody, or of whom anything else was recorded since, stays.
 */
export async function removeAltePersonen(tx: Tx, kreis: string, uebernahmeId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select p.id from kim.person p
    where p.kreis = ${kreis} and p.uebernahme_id = ${uebernahmeId}
    -- one row: whoever was merged stays anyway.
    and not exists (select 1 from kim.beratung_person b where b.kreis = p.kreis and b.person_id = p.id)
    -- who is shown for somebody, or somebody for her, is more than the list's.
    and p.zusammengefuehrt_in is null
    and not exists (select 1 from kim.person z where z.kreis = p.kreis and z.zusammengefuehrt_in = p.id)
    -- one row: the same.
    and not exists (select 1 from kim.fall f where f.kreis = p.kreis and f.person_id = p.id)`.execute(tx);
  const ids = rows.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += REMOVED) {
    await removeUnreferenced(tx, ids.slice(at, at + REMOVED), async (some) => {
      const gone = anyOf(some);
      // one row: its own.
      await sql`delete from kim.person_token where kreis = ${kreis} and person_id = ${gone}`.execute(tx);
      // one row: the same.
      await sql`delete from kim.person_sprache where kreis = ${kreis} and person_id = ${gone}`.execute(tx);
      await sql`delete from tresor.schluessel where kreis = ${kreis} and art = 'person' and id = ${gone}`.execute(tx);
      await sql`delete from kim.person where kreis = ${kreis} and id = ${gone}`.execute(tx);
    });
  }
}
