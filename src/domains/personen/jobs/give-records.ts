import { systemActor } from "../../../platform/actor.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import {
  PERSON_ENDS,
  PERSON_RECORDS,
  type Part,
  type PersonRecords,
  columnsOf,
  sealedColumns,
} from "../../../platform/file-tables.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { giveBeratung } from "../../beratungen/index.ts";
import { requestUebergabe } from "../../zustaendigkeit/index.ts";

type Given = { readonly kreis: string; readonly id: string; readonly uebergabe?: string | undefined };
type Zeile = { readonly tabelle: string; readonly zeile: string; readonly von: string; readonly an: string };

/**
 * Gives what was written since a merging to the person that is by herself again, as it was said when it was undone; then her file may
 * go back. Once: what is done is marked in the same transaction.
 */
export async function giveRecords({ kreis, id, uebergabe }: Given): Promise<void> {
  await writeAs(systemActor(kreis), async (tx) => {
    const rows = await tx
      .selectFrom("kim.zusammenfuehrung_zeile")
      .select(["tabelle", "zeile", "von_person_id as von", "an_person_id as an"])
      .where("zusammenfuehrung_id", "=", id)
      .where("getan", "=", false)
      .orderBy("tabelle")
      .orderBy("zeile")
      .execute();
    for (const row of rows) await giveIfItFits(tx, kreis, row);
    await tx
      .updateTable("kim.zusammenfuehrung_zeile")
      .set({ getan: true })
      .where("zusammenfuehrung_id", "=", id)
      .execute();
    if (uebergabe !== undefined) await requestUebergabe(tx, { kreis }, uebergabe);
  });
}

const TWICE = "23505";

/** What she has by herself already, and nobody can have twice (a household), stays where it is. */
async function giveIfItFits(tx: Tx, kreis: string, row: Zeile): Promise<void> {
  await sql`savepoint eine`.execute(tx);
  try {
    await give(tx, kreis, row);
    await sql`release savepoint eine`.execute(tx);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === TWICE)) throw error;
    await sql`rollback to savepoint eine`.execute(tx);
  }
}

async function give(tx: Tx, kreis: string, { tabelle, zeile, von, an }: Zeile): Promise<void> {
  if (tabelle === "kim.beratung") return giveBeratung(tx, { kreis, beratung: zeile, von, an });
  const end = PERSON_ENDS.find(({ table, column }) => `${table}:${column}` === tabelle);
  if (end !== undefined) return giveEnd(tx, kreis, end, { zeile, von, an });
  const records = PERSON_RECORDS.find(({ table }) => table.name === tabelle);
  const keys = await subjectKeys(tx, kreis, [von, an]);
  const [from, to] = [keys.get(von), keys.get(an)];
  // Whose key was destroyed has nothing that could be read.
  if (records === undefined || from === undefined || to === undefined) return;
  await giveOne(tx, { kreis, von, an, from, to }, records, zeile);
}

/** One end of a record of somebody else: nothing of it lies under her key. */
async function giveEnd(
  tx: Tx,
  kreis: string,
  { table, column }: (typeof PERSON_ENDS)[number],
  { zeile, von, an }: Omit<Zeile, "tabelle">,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${an}::uuid
    where kreis = ${kreis} and id = ${zeile}::uuid and ${sql.ref(column)} = ${von}::uuid`.execute(tx);
}

type Way = {
  readonly kreis: string;
  readonly von: string;
  readonly an: string;
  readonly from: DataKey;
  readonly to: DataKey;
};

/** A record with everything that hangs from it, from the top: references to it do not change. */
async function giveOne(tx: Tx, way: Way, { table, parts }: PersonRecords, id: string): Promise<void> {
  const ids = new Map<string, readonly string[]>([[table.name, [id]]]);
  await sealAgain(tx, way, table.name, [id]);
  for (const part of parts) {
    if (!("id" in part.table.columns)) {
      await nameAgain(tx, way, part, ids.get(part.under.name) ?? []);
      continue;
    }
    const below = await idsOf(tx, way.kreis, part, ids.get(part.under.name) ?? []);
    ids.set(part.table.name, [...(ids.get(part.table.name) ?? []), ...below]);
    await sealAgain(tx, way, part.table.name, below);
  }
}

/** Rows that only say who belongs to something. */
async function nameAgain(tx: Tx, way: Way, { table, column }: Part, above: readonly string[]): Promise<void> {
  if (!("person_id" in table.columns)) return;
  // one row: of this one only.
  await sql`update ${sql.table(table.name)} set person_id = ${way.an}::uuid
    -- one row: as above.
    where kreis = ${way.kreis} and person_id = ${way.von}::uuid and ${sql.ref(column)} = any(${[...above]}::uuid[])`.execute(
    tx,
  );
}

async function idsOf(tx: Tx, kreis: string, { table, column }: Part, above: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table.name)}
    where kreis = ${kreis} and ${sql.ref(column)} = any(${[...above]}::uuid[])`.execute(tx);
  return rows.map((row) => row.id);
}

async function sealAgain(
  tx: Tx,
  { kreis, von, an, from, to }: Way,
  table: string,
  ids: readonly string[],
): Promise<void> {
  const sealed = sealedColumns(table);
  const person = "person_id" in columnsOf(table);
  const columns = sql.join(["id", ...sealed].map((name) => sql.ref(name)));
  // one row: of this one only.
  const whose = person ? sql`and person_id = ${von}::uuid` : sql``;
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select ${columns} from ${sql.table(table)}
    where kreis = ${kreis} and id = any(${[...ids]}::uuid[]) ${whose}`.execute(tx);
  for (const row of rows) {
    const id = String(row["id"]);
    const again = sealed.flatMap((column) => {
      const stored = row[column];
      const place = { kreis, table, row: id, column };
      return Buffer.isBuffer(stored) ? sql`${sql.ref(column)} = ${seal(to, place, open(from, place, stored))}` : [];
    });
    // one row: this record is hers from now on.
    const set = [...again, ...(person ? [sql`person_id = ${an}::uuid`] : [])];
    if (set.length > 0)
      await sql`update ${sql.table(table)} set ${sql.join(set)} where kreis = ${kreis} and id = ${id}::uuid`.execute(
        tx,
      );
  }
}
