import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { PERSON_ENDS, PERSON_RECORDS } from "../../../platform/file-tables.ts";
import { isId } from "../../../platform/ids.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { Stand, type Verbindung } from "../model/zusammen.ts";
import { byItself } from "./by-itself.ts";
import { ofPersons } from "./gruppe.ts";

/** One merging, as it was written down. `am` is an ISO day; `aufgehoben` that on which it was undone. */
export type Zusammenfuehrung = {
  readonly id: string;
  readonly kontoId: string;
  readonly person: string;
  readonly in: string;
  readonly folge: number;
  readonly am: string;
  readonly von: string | null;
  /** Who kept the other file before, where it went to another account by this. */
  readonly abgebend: string | null;
  readonly aufgehoben: string | null;
  readonly werte: Stand;
  readonly bestand: Bestand;
};

/** Ids of the records that a person had already, by table (`table:column` for ends); of consultations under `kim.beratung`. */
export const Bestand = z.record(z.string(), z.array(z.string()));
export type Bestand = z.output<typeof Bestand>;

const place = (kreis: string, id: string) => ({ kreis, table: "kim.zusammenfuehrung", row: id, column: "werte" });

export const sealStand = (key: DataKey, at: { readonly kreis: string; readonly id: string }, werte: Stand) =>
  seal(key, place(at.kreis, at.id), JSON.stringify(werte));

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.zusammenfuehrung")
    .select(["id", "konto_id", "person_id", "in_person_id", "folge", "am", "erfasst_von", "abgebend"])
    .select(["aufgehoben_am", "werte", "bestand"]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

/** Those of which the key of the person that is shown was destroyed have nothing to tell any more. */
async function opened(tx: Tx, { kreis }: Actor, found: readonly Row[]): Promise<Zusammenfuehrung[]> {
  const keys = await subjectKeys(tx, kreis, [...new Set(found.map((row) => row.in_person_id))]);
  return found.map((row) => {
    const key = keys.get(row.in_person_id);
    const werte: unknown = key === undefined ? {} : JSON.parse(open(key, place(kreis, row.id), row.werte));
    return {
      id: row.id,
      kontoId: row.konto_id,
      person: row.person_id,
      in: row.in_person_id,
      folge: row.folge,
      am: row.am,
      von: row.erfasst_von,
      abgebend: row.abgebend,
      aufgehoben: row.aufgehoben_am,
      werte: Stand.parse(werte),
      bestand: Bestand.parse(row.bestand),
    };
  });
}

/** One; undefined for a foreign one as for none. */
export async function zusammenfuehrungOf(tx: Tx, actor: Actor, id: string): Promise<Zusammenfuehrung | undefined> {
  if (!isId(id)) return undefined;
  return (await opened(tx, actor, await rows(tx).where("id", "=", id).execute()))[0];
}

/** All that hold among those who are the same person as this one, in the order in which they were made. */
export async function geltende(tx: Tx, actor: Actor, person: string): Promise<Zusammenfuehrung[]> {
  const found = await rows(tx)
    .where("in_person_id", "=", ofPersons([person]))
    .where("aufgehoben_am", "is", null)
    .orderBy("folge")
    .orderBy("id")
    .execute();
  return opened(tx, actor, found);
}

export const verbindungen = (gelten: readonly Zusammenfuehrung[]): Verbindung[] =>
  gelten.map(({ person, in: into }) => ({ person, in: into }));

/** Everything that is recorded of one person by her own row, by table; what hangs from a record goes with it. */
export async function bestandOf(tx: Tx, person: string): Promise<Bestand> {
  const beratungen = sql`select 'kim.beratung' as tabelle, beratung_id as id from kim.beratung_person
    -- one row: what she has by herself.
    where person_id = ${person}::uuid`;
  const records = PERSON_RECORDS.map(
    (one) => sql`select ${one.table.name}::text as tabelle, id from ${sql.table(one.table.name)}
      -- one row: as above.
      where person_id = ${person}::uuid and ${byItself(one)}`,
  );
  const ends = PERSON_ENDS.map(
    ({ table, column, row }) => sql`select ${`${table}:${column}`}::text as tabelle, ${sql.ref(row)} as id
      from ${sql.table(table)} where ${sql.ref(column)} = ${person}::uuid`,
  );
  const { rows } = await sql<{ tabelle: string; ids: string[] }>`select tabelle, array_agg(id::text) as ids
    from (${sql.join([beratungen, ...records, ...ends], sql` union all `)}) alle group by tabelle`.execute(tx);
  return Object.fromEntries(rows.map(({ tabelle, ids }) => [tabelle, ids]));
}

/** Everybody of these who is held by whoever writes, by id: whose file, and as whom she is shown. */
export async function zeilenOf(tx: Tx, ids: readonly string[]) {
  const found = await tx
    .selectFrom("kim.person")
    .select(["id", "konto_id", "zusammengefuehrt_in", "erfasst_am", "version"])
    .where("id", "=", anyOf(ids.filter(isId)))
    .execute();
  return new Map(found.map((row) => [row.id, row]));
}
