import { type Tx, anyOf, insertMany, sql } from "../db.ts";
import {
  newDataKey,
  newTraegerKey,
  unwrapDataKey,
  unwrapTraegerKey,
  versionOf,
  wrapDataKey,
  wrapTraegerKey,
  type DataKey,
  type Place,
  type TraegerKey,
} from "../tresor.ts";
import { operatorKey } from "./operator-key.ts";

/** What a data key belongs to. `traeger`: what a Träger keeps that is about no single person; `uebernahme`: an uploaded list;
 * `zuweisung`: somebody assigned who has no file yet, or a row of such a list. */
export type KeyArt = "person" | "konto" | "beratung" | "traeger" | "uebernahme" | "zuweisung";

/** The subject of a data key: `id` is that of the person, Konto, consultation, Träger or upload. */
export type KeySubject = {
  readonly kreis: string;
  readonly art: KeyArt;
  readonly id: string;
  readonly traegerId: string;
};

const place = (kreis: string, table: string, row: string): Place => ({ kreis, table, row, column: "verpackt" });
const traegerPlace = (kreis: string, traegerId: string) => place(kreis, "tresor.traeger_schluessel", traegerId);
const subjectPlace = (kreis: string, id: string) => place(kreis, "tresor.schluessel", id);

/** Makes the first key of a new Träger. A second call for the same Träger breaks on the primary key. */
export async function createTraegerKey(tx: Tx, kreis: string, traegerId: string): Promise<TraegerKey> {
  const key = newTraegerKey();
  const verpackt = wrapTraegerKey(operatorKey(), key, traegerPlace(kreis, traegerId));
  await tx
    .insertInto("tresor.traeger_schluessel")
    .values({ kreis, traeger_id: traegerId, version: key.version, verpackt })
    .execute();
  return key;
}

/**
 * The Träger's current key. Not cached: reading its row is what keeps the wall, and unwrapping takes microseconds.
 * @throws Error when the transaction may not see the Träger's key or the Träger has none.
 */
export async function traegerKey(tx: Tx, kreis: string, traegerId: string): Promise<TraegerKey> {
  const row = await tx
    .selectFrom("tresor.traeger_schluessel")
    .select(["version", "verpackt"])
    .where("kreis", "=", kreis)
    .where("traeger_id", "=", traegerId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`Der Träger ${traegerId} hat keinen Schlüssel.`);
  return unwrapTraegerKey(operatorKey(), traegerPlace(kreis, traegerId), row.version, row.verpackt);
}

/** Makes the data key of a new subject, wrapped by its Träger's current key. Breaks where the subject has one already. */
export async function createSubjectKey(tx: Tx, { id, ...of }: KeySubject): Promise<DataKey> {
  const key = (await createSubjectKeys(tx, of, [id])).get(id);
  if (key === undefined) throw new Error("No key was made.");
  return key;
}

/** The same for many new subjects of one kind and Träger, by id. */
export async function createSubjectKeys(
  tx: Tx,
  { kreis, art, traegerId }: Omit<KeySubject, "id">,
  ids: readonly string[],
): Promise<Map<string, DataKey>> {
  const outer = await traegerKey(tx, kreis, traegerId);
  const { keys, rows } = newSubjectKeys(outer, { kreis, art, traegerId }, ids);
  await insertMany(tx, "tresor.schluessel", rows);
  return keys;
}

/** The keys of `createSubjectKeys` and their rows in tresor.schluessel, not yet stored. */
export function newSubjectKeys(
  outer: TraegerKey,
  { kreis, art, traegerId }: Omit<KeySubject, "id">,
  ids: readonly string[],
) {
  const keys = new Map(ids.map((id) => [id, newDataKey()]));
  const rows = [...keys].map(([id, key]) => ({
    kreis,
    id,
    traeger_id: traegerId,
    version: key.version,
    art,
    verpackt: wrapDataKey(outer, key, subjectPlace(kreis, id)),
  }));
  return { keys, rows };
}

/** What a transaction opened: the wall let it see the key once, and it is the same wall until it ends. */
const openedIn = new WeakMap<Tx, Map<string, DataKey>>();

/** Keys that a query brought along: nobody in this transaction has to ask for them again. */
export function rememberKeys(tx: Tx, keys: ReadonlyMap<string, DataKey>): void {
  openedIn.set(tx, new Map([...(openedIn.get(tx) ?? []), ...keys]));
}

/**
 * The current data keys of many subjects, by id, in one query, and in none where the transaction had them already. A subject that the transaction may not see, that has no
 * key or whose key was destroyed is missing from the map: what it sealed cannot be read, and the caller says so.
 */
export async function subjectKeys(tx: Tx, kreis: string, ids: readonly string[]): Promise<Map<string, DataKey>> {
  const known = openedIn.get(tx);
  const missing = ids.filter((id) => known?.has(id) !== true);
  if (missing.length > 0) rememberKeys(tx, await readKeys(tx, kreis, missing));
  const keys = openedIn.get(tx);
  return new Map(
    ids.flatMap((id) => {
      const key = keys?.get(id);
      return key === undefined ? [] : [[id, key] as const];
    }),
  );
}

async function readKeys(tx: Tx, kreis: string, ids: readonly string[]): Promise<Map<string, DataKey>> {
  const rows = await tx
    .selectFrom("tresor.schluessel as s")
    .innerJoin("tresor.traeger_schluessel as t", (on) =>
      on.onRef("t.kreis", "=", "s.kreis").onRef("t.traeger_id", "=", "s.traeger_id"),
    )
    .select(["s.id", "s.traeger_id", "s.version", "s.verpackt"])
    .select(["t.version as traeger_version", "t.verpackt as traeger_verpackt"])
    .where("s.kreis", "=", kreis)
    .where("s.id", "=", anyOf(ids))
    .orderBy("s.version")
    .execute();
  return openKeys(kreis, rows);
}

/** A wrapped data key beside one of the keys of its Träger, as joining the two tables gives them. */
export type KeyRow = {
  readonly id: string;
  readonly traeger_id: string;
  readonly version: number;
  readonly verpackt: Buffer;
  readonly traeger_version: number;
  readonly traeger_verpackt: Buffer;
};

type KeyInJson = Omit<KeyRow, "verpackt" | "traeger_verpackt"> & Record<"verpackt" | "traeger_verpackt", string>;

/**
 * The same as one value of a statement: of those subjects of the Kreis whose ids it says (the right side of `id =`). Whoever opens
 * or writes a record needs no statement for the keys then.
 */
export const keysInJson = (kreis: ReturnType<typeof sql<string>>, ids: ReturnType<typeof sql<string>>) => sql<
  readonly KeyInJson[]
>`(
  select coalesce(json_agg(json_build_object('id', s.id, 'traeger_id', s.traeger_id, 'version', s.version,
    'verpackt', encode(s.verpackt, 'base64'), 'traeger_version', t.version, 'traeger_verpackt', encode(t.verpackt, 'base64'))
    order by s.version), '[]')
  from tresor.schluessel s join tresor.traeger_schluessel t on t.kreis = s.kreis and t.traeger_id = s.traeger_id
  where s.kreis = ${kreis} and s.id = ${ids})`;

const bytes = (base64: string): Buffer => Buffer.from(base64, "base64");

/** Opens such a value, for the rest of the transaction. */
export function openKeysInJson(tx: Tx, kreis: string, json: readonly KeyInJson[]): Map<string, DataKey> {
  const rows = json.map((row) => ({
    ...row,
    verpackt: bytes(row.verpackt),
    traeger_verpackt: bytes(row.traeger_verpackt),
  }));
  const keys = openKeys(kreis, rows);
  rememberKeys(tx, keys);
  return keys;
}

/** The current data keys by id, out of rows in the order of their versions. */
export function openKeys(kreis: string, rows: readonly KeyRow[]): Map<string, DataKey> {
  const keys = new Map<string, DataKey>();
  const outer = new Map<string, TraegerKey>();
  for (const row of rows) {
    const home = subjectPlace(kreis, row.id);
    // A Träger with a renewed key has several rows; only the one that wrapped this data key opens it.
    if (versionOf(row.verpackt, home) !== row.traeger_version) continue;
    const name = `${row.traeger_id}:${row.traeger_version}`;
    const wrapping =
      outer.get(name) ??
      unwrapTraegerKey(operatorKey(), traegerPlace(kreis, row.traeger_id), row.traeger_version, row.traeger_verpackt);
    outer.set(name, wrapping);
    keys.set(row.id, unwrapDataKey(wrapping, home, row.version, row.verpackt));
  }
  return keys;
}

/**
 * Destroys every version of a subject's data key: the erasure that reaches the backups as soon as those of the keys have
 * expired. Nobody can take it back. False when there was none to destroy (or none in sight).
 */
export async function destroySubjectKey(tx: Tx, kreis: string, id: string): Promise<boolean> {
  openedIn.get(tx)?.delete(id);
  const result = await tx
    .deleteFrom("tresor.schluessel")
    .where("kreis", "=", kreis)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
