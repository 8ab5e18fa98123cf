import type { DB } from "../../db/types/database.ts";
import { type Tx, sql } from "./db.ts";
import { NotFound, Stale, type Values } from "./form.ts";

/**
 * Row locks, the one rule. Every command begins with them:
 *  1. Whoever changes or removes a record holds its row first (`lockRow`) and reads it afterwards: what it decides on stays
 *     true until the end of the transaction, and of two at once the second sees what the first did.
 *  2. Whoever adds to a record or changes one of its parts, and has a rule about all of them (never more filled than
 *     approved), holds the record, not the parts.
 *  3. Whoever only needs another record to stay open (the Träger of a new post) holds it with `keepOpen`. Many may at once.
 *  4. In the one order of `ORDER`, several of a kind by ascending id: then nobody waits for each other in a circle. A command that
 *     goes against it is refused, so that its test finds it, not two people on a busy day.
 * Reading pages hold nothing.
 */

const ORDER = [
  "kim.konto",
  "kim.traeger",
  "kim.vertretung",
  "kim.team",
  "kim.uebergabe",
  "kim.kommune",
  "kim.standort",
  "kim.stelle",
  "kim.organisation",
  "kim.angebot",
  "kim.unterkunft",
  "kim.zuweisung_stapel",
  "kim.zuweisung",
  "kim.person",
  "kim.beratung",
  "kim.delfin",
  "kim.fall",
  "kim.zielgruppe",
  "kim.vereinbarung",
  "kim.fallbesprechung",
  "kim.einwilligung_text",
  "kim.einwilligung",
  "kim.verweis",
  "kim.einbuergerung",
  "kim.frist",
  "kim.dokument",
  "kim.freigabe_akte",
  "kim.freigabe",
  "kim.sprechstunde",
  "kim.termin",
  "kim.massnahme",
  "kim.sprachmittler",
  "kim.sprachmittlung",
  "kim.uebersetzungsgeraet",
  "kim.gremium",
  "kim.gremium_sitzung",
  "kim.top",
  "kim.vorlage",
  "kim.beschluss",
  "kim.auftrag",
  "kim.rekonstruktion",
  "kim.rekonstruktion_station",
  "kim.luecke",
  "kim.uebernahme",
  "kim.wort",
  "kim.briefvorlage",
  "kim.mitbringliste",
  "kim.bericht_vorlage",
  "kim.bericht",
  "kim.bericht_kapitel",
  "kim.konzept",
  "kim.konzept_kapitel",
  "kim.konzept_teil",
] as const satisfies readonly (keyof DB)[];

type Table = (typeof ORDER)[number];

/** What a transaction held last. */
const lastHeld = new WeakMap<Tx, Table>();

/** Says that rows of a table are held next. @throws Error where a row was held that comes later in the order */
export function holdNext(tx: Tx, table: Table): void {
  const before = lastHeld.get(tx);
  if (before !== undefined && ORDER.indexOf(before) > ORDER.indexOf(table)) {
    throw new Error(`Sperren in falscher Reihenfolge: ${table} nach ${before}.`);
  }
  lastHeld.set(tx, table);
}

/**
 * Holds the row that is about to be changed until the end of the transaction. Others may still add rows that point to it.
 * @throws NotFound, for a foreign one as well
 */
export async function lockRow(tx: Tx, table: Table, id: string, column: "id" | "ags" = "id"): Promise<void> {
  if (!(await lockIfThere(tx, table, id, column))) throw new NotFound();
}

/** The same for whoever has nothing to do when the row is gone: a job. False then. */
export async function lockIfThere(tx: Tx, table: Table, id: string, column: "id" | "ags" = "id"): Promise<boolean> {
  holdNext(tx, table);
  const { rows } = await sql`
    select from ${sql.table(table)} where ${sql.ref(column)} = ${id} for no key update`.execute(tx);
  return rows.length > 0;
}

/** Tables whose rows can be closed (`aktiv`). */
type Closable = "kim.traeger" | "kim.standort" | "kim.kommune";

/** Whether a row is there and open; then nobody closes it until the end of the transaction. */
export async function keepOpen(tx: Tx, table: Closable, id: string, column: "id" | "ags" = "id"): Promise<boolean> {
  holdNext(tx, table);
  const { rows } = await sql`
    select from ${sql.table(table)} where ${sql.ref(column)} = ${id} and aktiv for share`.execute(tx);
  return rows.length > 0;
}

/** Which record a command changes, and in which version it was shown. */
export type At = { readonly id: string; readonly version: number };

/**
 * The row that is about to be changed, read after `lockRow`, if it still is what the form was filled from. `values` gives what
 * the form would be filled with now; a question (`Confirm`) has none.
 * @throws NotFound where there is no row, Stale when it was changed since `version`
 */
export function held<R extends { readonly version: number }>(
  row: R | undefined,
  version: number,
  values: (row: R) => Values = () => ({}),
): R {
  if (row === undefined) throw new NotFound();
  if (row.version !== version) throw new Stale(row.version, values(row));
  return row;
}
