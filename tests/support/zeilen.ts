import { expect } from "vitest";
import { CLASSES } from "../../db/field-classes.ts";
import type { Table } from "../../db/table.ts";
import { TABLES } from "../../db/tables/index.ts";
import type { TestDatabase } from "./db.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs } from "../../src/platform/db.ts";
import { type DataKey, open, seal } from "../../src/platform/tresor.ts";
import { subjectKeys } from "../../src/platform/tresor/keys.ts";

/** A record as it is offered to somebody: `key` as the form sends it; `once`: nobody has two of that table. */
export type Fund = { readonly key: string; readonly tabelle: string; readonly once: boolean };

type Row = Readonly<Record<string, unknown>>;
/** A row as it was found; `up`: the row that it hangs from, itself where it stands by itself. */
type Known = { readonly table: Table; readonly id: string; readonly up: string; readonly texts: Map<string, string> };
/** `column` of a table says the row of another one that its rows hang from. */
type Link = { readonly from: string; readonly column: string; readonly to: string };

export const tablesOfPersons = (tables: readonly Table[]): readonly Table[] =>
  tables.filter(({ wall, columns }) => wall === "akte" && "person_id" in columns);

const FILES = TABLES.filter(
  ({ name, wall, columns }) => wall === "akte" && "id" in columns && name !== "kim.person" && name !== "kim.uebernahme",
);
const tableOf = (name: string): Table | undefined => FILES.find((table) => table.name === name);

/** Rows that name a person in a record of somebody else, by the column that tells them apart. */
const ENDS = tablesOfPersons(TABLES).flatMap(({ name, columns, merged }) => [
  ...("andere_id" in columns ? [{ tabelle: name, column: "andere_id", id: "id" }] : []),
  ...(merged === "named" ? [{ tabelle: name, column: "person_id", id: "id" in columns ? "id" : "fall_id" }] : []),
  // A consultation can be of several.
  ...(name === "kim.beratung_person" ? [{ tabelle: name, column: "", id: "beratung_id" }] : []),
]);
const endKey = (tabelle: string, column: string, id: unknown): string =>
  column === "" ? `kim.beratung:${String(id)}` : `${tabelle}:${column}:${String(id)}`;

const sealedOf = ({ columns }: Pick<Table, "columns">): string[] =>
  Object.entries(columns).flatMap(([column, { kind }]) =>
    CLASSES[kind].sealed && !CLASSES[kind].secret ? [column] : [],
  );
const bytesOf = (stored: unknown): Buffer | undefined =>
  typeof stored === "string" ? Buffer.from(stored.replace(/^\\x/, ""), "hex") : undefined;

/** How tables hang together, read from the database; what only leans on another, and what names one without a reference, they say. */
async function linksOf(db: TestDatabase): Promise<readonly Link[]> {
  const rows =
    await db.admin(`select c.conrelid::regclass::text as von, a.attname as spalte, c.confrelid::regclass::text as zu
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2] where c.contype = 'f'`);
  const real = rows.map((row) => ({
    from: String(row["von"]),
    column: String(row["spalte"]),
    to: String(row["zu"]),
  }));
  const said = FILES.flatMap(({ name, hangs = {} }) =>
    Object.entries(hangs).flatMap(([column, to]) => to.map((one) => ({ from: name, column, to: one }))),
  );
  const leans = (from: string, column: string) => tableOf(from)?.leans?.includes(column) === true;
  return [...real, ...said].filter(({ from, column, to }) => tableOf(to) !== undefined && !leans(from, column));
}

/** Rows of files as they lie in the database, followed through everything that is done to them. */
export class Zeilen {
  private readonly known = new Map<string, Known>();
  private readonly ends = new Set<string>();
  private readonly db: TestDatabase;
  private readonly actor: Actor;
  private readonly links: readonly Link[];
  private readonly once: ReadonlySet<string>;
  private constructor(db: TestDatabase, actor: Actor, links: readonly Link[], once: ReadonlySet<string>) {
    this.db = db;
    this.actor = actor;
    this.links = links;
    this.once = once;
  }

  static async of(db: TestDatabase, actor: Actor): Promise<Zeilen> {
    const unique = await db.admin(`select i.indrelid::regclass::text as tabelle from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int[]) and a.attname = 'person_id'
      where i.indisunique and i.indnkeyatts < 4`);
    return new Zeilen(db, actor, await linksOf(db), new Set(unique.map((row) => String(row["tabelle"]))));
  }

  /** Every row of every table of files, by table and id. */
  private async rows(): Promise<ReadonlyMap<string, Row>> {
    const each = FILES.map(({ name }) => `select '${name}:' || t.id as key, to_jsonb(t) as row from ${name} t`);
    const found = await this.db.admin(each.join(" union all "));
    return new Map(found.map(({ key, row }) => [String(key), Object.fromEntries(Object.entries(row ?? {}))]));
  }

  private async namings(persons: readonly string[]): Promise<{ key: string; tabelle: string; wer: string }[]> {
    const each = ENDS.map(
      ({ tabelle, column, id }) => `select '${tabelle}' as tabelle, '${column}' as spalte, ${id} as id,
        ${column || "person_id"} as wer from ${tabelle} where ${column || "person_id"} = any($1)`,
    );
    return (await this.db.admin(each.join(" union all "), [persons])).map(({ tabelle, spalte, id, wer }) => ({
      key: endKey(String(tabelle), String(spalte), id),
      tabelle: spalte === "" ? "kim.beratung" : `${String(tabelle)}:${String(spalte)}`,
      wer: String(wer),
    }));
  }

  private keys = (persons: readonly string[]): Promise<Map<string, DataKey>> =>
    readAs(this.actor, (tx) => subjectKeys(tx, this.actor.kreis, persons));

  private rootOf(key: string): string {
    const up = this.known.get(key)?.up ?? key;
    return up === key ? key : this.rootOf(up);
  }

  /** What is new since the last time: each row is noted with what it reads; what stands by itself is returned. */
  async found(persons: readonly string[]): Promise<Fund[]> {
    const all = await this.rows();
    const fresh = [...all].filter(([key]) => !this.known.has(key));
    for (const [key, row] of fresh) {
      const [name = "", id = ""] = key.split(":");
      const table = tableOf(name);
      const up = this.links.find((one) => one.from === name && all.has(`${one.to}:${String(row[one.column])}`));
      const above = up === undefined ? key : `${up.to}:${String(row[up.column])}`;
      if (table !== undefined) this.known.set(key, { table, id, up: above, texts: new Map() });
    }
    const keys = await this.keys(persons);
    for (const [key, row] of fresh)
      await this.read(key, row, keys.get(String(all.get(this.rootOf(key))?.["person_id"])));
    const own = fresh.flatMap(([key, row]): Fund[] => {
      const table = this.known.get(key)?.table;
      if (table === undefined || table.merged !== undefined || this.rootOf(key) !== key) return [];
      const hers = persons.includes(String(row["person_id"]));
      return hers ? [{ key, tabelle: table.name, once: this.once.has(table.name) }] : [];
    });
    const ends = (await this.namings(persons)).filter(({ key }) => !this.ends.has(key));
    for (const { key } of ends) this.ends.add(key);
    return [...own, ...ends.map(({ key, tabelle }) => ({ key, tabelle, once: false }))];
  }

  /** Notes what a row reads. Fixtures past the rules leave a byte where a text is: there it gets one. */
  private async read(key: string, row: Row, dataKey: DataKey | undefined): Promise<void> {
    const known = this.known.get(key);
    if (known === undefined || dataKey === undefined || known.table.merged !== undefined) return;
    for (const column of sealedOf(known.table)) {
      const place = { kreis: this.actor.kreis, table: known.table.name, row: known.id, column };
      const stored = bytesOf(row[column]);
      if (stored !== undefined && stored.length > 1) known.texts.set(column, open(dataKey, place, stored));
      else if (await this.fill(known, column, seal(dataKey, place, key))) known.texts.set(column, key);
    }
  }

  private fill = ({ table, id }: Known, column: string, sealed: Buffer): Promise<boolean> =>
    this.db.admin(`update ${table.name} set ${column} = $1 where id = $2`, [sealed, id]).then(
      () => true,
      // A rule of the table says that there is nothing.
      () => false,
    );

  /** Holds the database against whose each record is said to be, and what it reads. */
  async hold(owners: ReadonlyMap<string, string>, persons: readonly string[]): Promise<void> {
    const [all, keys] = [await this.rows(), await this.keys(persons)];
    const named = new Map((await this.namings(persons)).map(({ key, wer }) => [key, wer]));
    for (const key of this.ends) expect([key, named.get(key)]).toEqual([key, owners.get(key)]);
    for (const [key, { table, id, texts }] of this.known) {
      const owner = owners.get(this.rootOf(key));
      const row = all.get(key);
      const dataKey = keys.get(owner ?? "");
      if (dataKey === undefined || this.rootOf(key).startsWith("kim.beratung:")) continue;
      if ("person_id" in table.columns && table.merged === undefined)
        expect([key, row?.["person_id"]]).toEqual([key, owner]);
      for (const [column, text] of texts) {
        const place = { kreis: this.actor.kreis, table: table.name, row: id, column };
        const stored = bytesOf(row?.[column]) ?? Buffer.alloc(0);
        expect([key, column, open(dataKey, place, stored)]).toEqual([key, column, text]);
      }
    }
  }

  /**
   * Tables that name a person, by the catalogue of the database, of which nothing was found; and sealed columns of what hangs from a
   * person that never read anything.
   */
  async unseen(): Promise<string[]> {
    const rows = await this.db.admin(`select c.conrelid::regclass::text as tabelle from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'kim.person'::regclass
      union select a.attrelid::regclass::text from pg_attribute a join pg_class k on k.oid = a.attrelid
      where a.attname = 'person_id' and k.relkind = 'r' and k.relnamespace = 'kim'::regnamespace`);
    const seen = [...this.known].filter(([key]) => {
      const root = this.known.get(this.rootOf(key))?.table;
      return root !== undefined && "person_id" in root.columns && root.merged === undefined;
    });
    const names = new Set(seen.map(([, { table }]) => table.name));
    const none = rows
      .map((row) => String(row["tabelle"]))
      .filter(
        (name) => takesPart(name) && !names.has(name) && ![...this.ends].some((key) => key.startsWith(`${name}:`)),
      );
    const texts = new Set(
      seen.flatMap(([, { table, texts: of }]) => [...of.keys()].map((one) => `${table.name}.${one}`)),
    );
    const silent = [...names].flatMap((name) =>
      sealedOf(tableOf(name) ?? { columns: {} }).map((column) => `${name}.${column}`),
    );
    return [...none, ...silent.filter((column) => !texts.has(column))];
  }
}

/** Files whose rows go where they are told: not pairs, who was handed over, or what their declaration says stays. */
function takesPart(name: string): boolean {
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) return true;
  return table.wall === "akte" && (table.merged === undefined || table.merged === "named") && name !== "kim.person";
}
