import { type Tx, sql } from "../../../platform/db.ts";
import { PERSON_ENDS, PERSON_RECORDS, columnsOf } from "../../../platform/file-tables.ts";
import { weg } from "../model/zusammen.ts";
import { byItself } from "./by-itself.ts";
import { type Zusammenfuehrung, verbindungen } from "./zusammenfuehrungen.ts";

/** A record that was written since two persons were merged. `am` is its day (ISO), where it has one. */
export type Seither = {
  /** A table; `table:column` where only that end of the record may be hers. */
  readonly tabelle: string;
  readonly id: string;
  /** By whose row it stands. */
  readonly person: string;
  readonly am: string | null;
};

/** So many of each kind are asked about; whatever is older stays where it is. */
export const MOST = 100;

/** The day of a record is called by one of these. */
const DAYS = ["am", "begonnen", "von", "seit", "erfasst_am"];
function dayOf(table: string) {
  const day = DAYS.find((name) => name in columnsOf(table));
  return day === undefined ? sql`null::text` : sql`${sql.ref(day)}::text`;
}

/**
 * What was written since, of whoever is shown for somebody: it may be hers. Over a chain the records of everybody on the way to the one
 * that is shown, each since the one before went into her. The last first.
 */
export async function seitherOf(
  tx: Tx,
  { person }: Pick<Zusammenfuehrung, "person">,
  gelten: readonly Zusammenfuehrung[],
): Promise<Seither[]> {
  const [, ...shown] = weg(person, verbindungen(gelten));
  const found: Seither[] = [];
  let before = person;
  for (const id of shown) {
    const known = gelten.find((one) => one.person === before && one.in === id)?.bestand ?? {};
    found.push(...(await since(tx, id, known)));
    before = id;
  }
  return found;
}

async function since(tx: Tx, person: string, known: Readonly<Record<string, readonly string[]>>): Promise<Seither[]> {
  const before = (table: string) => sql`${[...(known[table] ?? [])]}::uuid[]`;
  const beratungen = sql`select 'kim.beratung' as tabelle, b.id, b.am::text from kim.beratung_person l
    join kim.beratung b on b.kreis = l.kreis and b.id = l.beratung_id
    -- one row: what stands by her, and not by those merged into her.
    where l.person_id = ${person}::uuid and b.id <> all(${before("kim.beratung")}) order by b.am desc, b.id limit ${MOST}`;
  const others = PERSON_RECORDS.map((records) => {
    const { name } = records.table;
    return sql`select ${name}::text as tabelle, id, ${dayOf(name)} as am from ${sql.table(name)}
      -- one row: as above.
      where person_id = ${person}::uuid and ${byItself(records)} and id <> all(${before(name)})
      order by 3 desc, 2 limit ${MOST}`;
  });
  const ends = PERSON_ENDS.map(({ table, column, row }) => {
    const name = `${table}:${column}`;
    return sql`select ${name}::text as tabelle, ${sql.ref(row)} as id, ${dayOf(table)} as am from ${sql.table(table)}
      where ${sql.ref(column)} = ${person}::uuid and ${sql.ref(row)} <> all(${before(name)})
      order by 3 desc, 2 limit ${MOST}`;
  });
  const all = [beratungen, ...others, ...ends].map((one) => sql`(${one})`);
  const { rows } = await sql<Omit<Seither, "person">>`${sql.join(all, sql` union all `)}`.execute(tx);
  return rows.map((row) => ({ ...row, person }));
}
