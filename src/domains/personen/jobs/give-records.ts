import { systemActor } from "../../../platform/actor.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import {
  PERSON_ENDS,
  PERSON_RECORDS,
  type Part,
  type PersonEnd,
  type PersonRecords,
  sealedColumns,
} from "../../../platform/file-tables.ts";
import { type DataKey, openBytes, sealBytes } from "../../../platform/tresor.ts";
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
  { table, column, row }: PersonEnd,
  { zeile, von, an }: Omit<Zeile, "tabelle">,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${an}::uuid
    where kreis = ${kreis} and ${sql.ref(row)} = ${zeile}::uuid and ${sql.ref(column)} = ${von}::uuid`.execute(tx);
}

type Way = {
  readonly kreis: string;
  readonly von: string;
  readonly an: string;
  readonly from: DataKey;
  readonly to: DataKey;
};

/** A record with everything that hangs from it, from the top: references to it do not change. What hangs by two ways goes once. */
async function giveOne(tx: Tx, way: Way, { table, parts }: PersonRecords, id: string): Promise<void> {
  const ids = new Map<string, readonly string[]>([[table.name, [id]]]);
  // Somebody else has it by now.
  if ((await sealAgain(tx, way, table, [id])).length === 0) return;
  for (const part of parts) {
    const above = ids.get(part.under.name) ?? [];
    if (above.length === 0) continue;
    if (!("id" in part.table.columns)) {
      await nameAgain(tx, way, part, above);
      continue;
    }
    const given = ids.get(part.table.name) ?? [];
    const below = (await idsOf(tx, way, part, above)).filter((one) => !given.includes(one));
    ids.set(part.table.name, [...given, ...below]);
    await sealAgain(tx, way, part.table, below);
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

/** Of rows that name a person themselves only hers: another one's lie under another key. */
const ofWay = ({ columns }: Part["table"], { von }: Way) =>
  // one row: of this one only.
  "person_id" in columns ? sql`and person_id = ${von}::uuid` : sql``;

async function idsOf(tx: Tx, way: Way, { table, column }: Part, above: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table.name)}
    where kreis = ${way.kreis} and ${sql.ref(column)} = any(${[...above]}::uuid[]) ${ofWay(table, way)}`.execute(tx);
  return rows.map((row) => row.id);
}

/** Returns which of them were hers. */
async function sealAgain(tx: Tx, way: Way, table: Part["table"], ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { kreis, an, from, to } = way;
  const sealed = sealedColumns(table.name);
  const wanted = sql.join(["id", ...sealed].map((name) => sql.ref(name)));
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select ${wanted} from ${sql.table(table.name)}
    where kreis = ${kreis} and id = any(${[...ids]}::uuid[]) ${ofWay(table, way)}`.execute(tx);
  for (const row of rows) {
    const id = String(row["id"]);
    const again = sealed.flatMap((column) => {
      const stored = row[column];
      const place = { kreis, table: table.name, row: id, column };
      if (!Buffer.isBuffer(stored)) return [];
      return sql`${sql.ref(column)} = ${sealBytes(to, place, openBytes(from, place, stored))}`;
    });
    // one row: this record is hers from now on.
    const set = [...again, ...("person_id" in table.columns ? [sql`person_id = ${an}::uuid`] : [])];
    if (set.length > 0)
      await sql`update ${sql.table(table.name)} set ${sql.join(set)}
        where kreis = ${kreis} and id = ${id}::uuid`.execute(tx);
  }
  return rows.map((row) => String(row["id"]));
}
