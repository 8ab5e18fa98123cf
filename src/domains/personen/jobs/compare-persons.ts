import { systemActor } from "../../../platform/actor.ts";
import { type Tx, anyOf, insertMany, sql, writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { type Erkennbar, doubleOf } from "../model/match.ts";
import { namesOf } from "../model/person.ts";
import { kennungenById } from "../queries/kontakte.ts";
import { ofPerson } from "../queries/gruppe.ts";
import { similarIds } from "../queries/candidates.ts";
import { GEBURTSJAHR, openBirth, openName } from "../queries/sealed.ts";

/** So many persons are compared in one transaction. */
const ROUND = 20;

/**
 * Compares whoever is new or changed with everybody of the same Träger, by search words alone, and opens only those that share enough
 * of them. What may be the same person becomes a pair; nobody sees it who does not see both. Safe to break off and repeat.
 */
export async function comparePersons(_payload: unknown, signal: AbortSignal): Promise<void> {
  for (const kreis of await kreise())
    while (!signal.aborted && (await writeAs(systemActor(kreis), (tx) => compareSome(tx, kreis))) > 0);
}

const BIRTH = ["geburtsdatum", "geburtsjahr", "geburt_geschaetzt"] as const;
const COLUMNS = ["kreis", "id", "traeger_id", "konto_id", "name", ...BIRTH, "zusammengefuehrt_in"] as const;

/** Says how many it were. */
async function compareSome(tx: Tx, kreis: string): Promise<number> {
  const due = await tx
    .selectFrom("kim.person")
    .select([...COLUMNS, "version"])
    .where(sql<boolean>`verglichen is distinct from version`)
    .orderBy("id")
    .limit(ROUND)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of due) {
    await pairs(tx, row);
    await tx
      .updateTable("kim.person")
      .set({ verglichen: row.version })
      .where("kreis", "=", kreis)
      .where("id", "=", row.id)
      .execute();
  }
  return due.length;
}

type Row = Awaited<ReturnType<typeof personsOf>>[number];

const personsOf = (tx: Tx, traegerId: string, ids: readonly string[]) =>
  tx
    .selectFrom("kim.person")
    .select(COLUMNS)
    .where("id", "=", anyOf(ids))
    .where("traeger_id", "=", traegerId)
    .execute();

async function pairs(tx: Tx, row: Row): Promise<void> {
  const { kreis, traeger_id, id } = row;
  const known = (await read(tx, [row])).get(id);
  if (known === undefined) return;
  const others = await personsOf(tx, traeger_id, await candidatesFor(tx, row, known));
  const names = await read(tx, others);
  const fit = doubleOf(known);
  const alike = others.filter((other) => {
    const one = names.get(other.id);
    return one !== undefined && fit(one) !== undefined;
  });
  await forgetOthers(tx, row, alike);
  const rows = alike.map((other) => {
    const [a, b] = row.id < other.id ? [row, other] : [other, row];
    return { kreis, traeger_id, person_id: a.id, konto_id: a.konto_id, andere_id: b.id, andere_konto_id: b.konto_id };
  });
  const before = await knownPairs(tx, id);
  await insertMany(
    tx,
    "kim.dublette",
    rows.filter((pair) => !before.has(pair.person_id === id ? pair.andere_id : pair.person_id)),
  );
}

/** Whoever is like one of her names, or reached as she is; not who belongs to her family: they are two, and share a number. */
async function candidatesFor(tx: Tx, { id, kreis, traeger_id }: Row, known: Erkennbar): Promise<string[]> {
  const actor = systemActor(kreis, traeger_id);
  const birth = { geburtsdatum: known.geburtsdatum, geburtsjahr: known.geburtsjahr ?? undefined };
  const questions = [
    ...known.namen.map(({ name }) => ({ ...birth, name })),
    ...(known.kontakte ?? []).map((kontakt) => ({ name: "", geburtsdatum: null, kontakt })),
  ];
  const found = new Set<string>();
  for (const question of questions) for (const { id: one } of await similarIds(tx, actor, question)) found.add(one);
  found.delete(id);
  for (const one of await family(tx, id)) found.delete(one);
  return [...found];
}

/** Whom somebody is related to, or lives with, as it is written down. */
async function family(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select andere_id as id from kim.beziehung where person_id = ${ofPerson(id)} and andere_id is not null
    union select person_id from kim.beziehung where andere_id = ${ofPerson(id)}
    union select m.person_id from kim.haushalt_person h
      join kim.haushalt_person m on m.kreis = h.kreis and m.haushalt_id = h.haushalt_id where h.person_id = ${ofPerson(id)}`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** With whom somebody is a pair already, whatever was said about it. */
async function knownPairs(tx: Tx, id: string): Promise<Set<string>> {
  const found = await tx
    .selectFrom("kim.dublette")
    .select(["person_id", "andere_id"])
    // one row: of her own pairs.
    .where((e) => e.or([e("person_id", "=", id), e("andere_id", "=", id)]))
    .execute();
  return new Set(found.map((pair) => (pair.person_id === id ? pair.andere_id : pair.person_id)));
}

/** A pair that nobody said anything about goes when the two are not alike any more. */
const forgetOthers = (tx: Tx, { id }: Row, alike: readonly Row[]): Promise<unknown> =>
  tx
    .deleteFrom("kim.dublette")
    .where("stand", "=", "offen")
    // one row: of her own pairs.
    .where((e) => e.or([e("person_id", "=", id), e("andere_id", "=", id)]))
    .where(
      // one row: of her own pairs.
      sql<boolean>`(case when person_id = ${id}::uuid then andere_id else person_id end) <> all(${alike.map((one) => one.id)}::uuid[])`,
    )
    .execute();

/** Names, births and how they are reached, opened; whose key was destroyed is missing. */
async function read(tx: Tx, rows: readonly Row[]): Promise<Map<string, Erkennbar>> {
  const [kreis = ""] = rows.map((row) => row.kreis);
  const ids = rows.map(({ id }) => id);
  const keys = await subjectKeys(tx, kreis, ids);
  const kennungen = await kennungenById(tx, { kreis }, ids);
  return new Map(
    rows.flatMap((row) => {
      const key = keys.get(row.id);
      if (key === undefined) return [];
      const known = {
        namen: namesOf(openName(key, row, row.name)),
        geburtsdatum: openBirth(key, row, row.geburtsdatum),
        geburtsjahr: openText(key, row, GEBURTSJAHR, row.geburtsjahr),
        geburtGeschaetzt: row.geburt_geschaetzt,
        kontakte: kennungen.get(row.id) ?? [],
      };
      return [[row.id, known] as const];
    }),
  );
}
