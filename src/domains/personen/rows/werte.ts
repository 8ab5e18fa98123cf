import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Owner } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { PERSON_VALUES, columnsOf, sealedColumns } from "../../../platform/file-tables.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { PersonName } from "../model/person.ts";
import { FELDER, type Wert, type Werte } from "../model/zusammen.ts";
import { writeTokens } from "./search-tokens.ts";

/**
 * Everything that is said about a person, opened: columns of her row and rows of her tables of values, by the declarations in
 * db/tables. Sealed ones lie at their own place (table, id, column), so that a column of tomorrow needs no word here.
 */

const PERSON = "kim.person";
const KONTAKTE = "kim.person_kontakt";
const Weg = z.object({ art: z.string(), wert: z.string() });
const isSealed = (table: string, column: string): boolean => sealedColumns(table).includes(column);

/** The columns that are said of her: of the fields that are asked about. */
const SPALTEN = FELDER.flatMap(({ teile }) => teile).filter((teil) => teil in columnsOf(PERSON));

/** What of a row of values is not itself said: whose it is. */
const WHOSE = new Set(["kreis", "traeger_id", "konto_id", "person_id", "id"]);
const said = (table: string): string[] => Object.keys(columnsOf(table)).filter((name) => !WHOSE.has(name));

type Row = Readonly<Record<string, unknown>>;
const place = (kreis: string, table: string, row: string, column: string) => ({ kreis, table, row, column });

function opened(
  key: DataKey,
  at: { kreis: string; table: string; row: string },
  row: Row,
  columns: readonly string[],
): Werte {
  return Object.fromEntries(
    columns.map((column) => {
      const stored = row[column];
      return [
        column,
        Buffer.isBuffer(stored) ? open(key, place(at.kreis, at.table, at.row, column), stored) : plain(stored),
      ];
    }),
  );
}

const plain = (stored: unknown): Wert =>
  typeof stored === "string" || typeof stored === "number" || typeof stored === "boolean" ? stored : null;

const sealed = (key: DataKey, at: { kreis: string; table: string; row: string }, column: string, wert: Wert) =>
  typeof wert === "string" && isSealed(at.table, column)
    ? seal(key, place(at.kreis, at.table, at.row, column), wert)
    : wert;

/** What is said about one person, by her own row alone. */
export async function readWerte(tx: Tx, kreis: string, id: string, key: DataKey): Promise<Werte> {
  const columns = sql.join(SPALTEN.map((name) => sql.ref(name)));
  const { rows } = await sql<Row>`select ${columns} from kim.person where id = ${id}::uuid`.execute(tx);
  const tables: [string, Wert][] = [];
  for (const { name } of PERSON_VALUES) {
    // one row: what is shown of her is what is copied.
    const found = await sql<Row>`select * from ${sql.table(name)} where person_id = ${id}::uuid`.execute(tx);
    const list = found.rows.map((row) => opened(key, { kreis, table: name, row: String(row["id"]) }, row, said(name)));
    tables.push([name, list.toSorted(inOrder)]);
  }
  return { ...opened(key, { kreis, table: PERSON, row: id }, rows[0] ?? {}, SPALTEN), ...Object.fromEntries(tables) };
}

/** By their rank where they have one; else in an order that is the same every time. */
const inOrder = (a: Werte, b: Werte): number =>
  Number(a["rang"] ?? 0) - Number(b["rang"] ?? 0) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Writes what is said now, and makes her findable by it. `werte` has only what changes. */
export async function writeWerte(
  tx: Tx,
  owner: Owner,
  { id, key }: { readonly id: string; readonly key: DataKey },
  werte: Werte,
): Promise<void> {
  const at = { kreis: owner.kreis, table: PERSON, row: id };
  const columns = Object.keys(werte).filter((name) => SPALTEN.includes(name));
  const set = columns.map((name) => sql`${sql.ref(name)} = ${sealed(key, at, name, werte[name] ?? null)}`);
  await sql`update kim.person set ${sql.join([...set, sql`version = version + 1`])} where id = ${id}::uuid`.execute(tx);
  for (const { name } of PERSON_VALUES)
    if (name in werte) await replaceRows(tx, owner, { id, key }, name, werte[name] ?? []);
  if (columns.length > 0 || KONTAKTE in werte) await findAgain(tx, owner, { id, key });
}

async function replaceRows(
  tx: Tx,
  { kreis, traegerId, kontoId }: Owner,
  { id, key }: { readonly id: string; readonly key: DataKey },
  table: string,
  list: Wert,
): Promise<void> {
  // one row: her own.
  await sql`delete from ${sql.table(table)} where person_id = ${id}::uuid`.execute(tx);
  const own = "id" in columnsOf(table);
  for (const [i, row] of (Array.isArray(list) ? list : []).entries()) {
    if (row === null || typeof row !== "object" || Array.isArray(row)) continue;
    const rowId = randomUUID();
    const values = {
      kreis,
      traeger_id: traegerId,
      konto_id: kontoId,
      person_id: id,
      ...(own ? { id: rowId } : {}),
      ...Object.fromEntries(
        said(table).map((name) => [
          name,
          name === "rang" ? i + 1 : sealed(key, { kreis, table, row: rowId }, name, row[name] ?? null),
        ]),
      ),
    };
    const names = Object.keys(values).map((name) => sql.ref(name));
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(Object.values(values))})`.execute(
      tx,
    );
  }
}

/** Her search words, made anew of what her row says now. */
async function findAgain(
  tx: Tx,
  owner: Owner,
  { id, key }: { readonly id: string; readonly key: DataKey },
): Promise<void> {
  const werte = await readWerte(tx, owner.kreis, id, key);
  const name = PersonName.parse(JSON.parse(String(werte["name"])));
  const [born, year] = [werte["geburtsdatum"], werte["geburtsjahr"]];
  // one row: those merged into her keep theirs.
  await tx.deleteFrom("kim.person_token").where("person_id", "=", id).execute();
  const geburtsdatum = typeof born === "string" ? born : null;
  const geburtsjahr = typeof year === "string" ? year : null;
  await writeTokens(tx, owner, [
    { id, name, geburtsdatum, geburtsjahr, kontakte: z.array(Weg).parse(werte[KONTAKTE] ?? []) },
  ]);
}
