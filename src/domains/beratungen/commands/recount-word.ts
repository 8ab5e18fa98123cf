import { type Tx, sql } from "../../../platform/db.ts";

/** A decided word of old lists: what kind of word it is, and the code it stands for, null for none. */
export type Wort = { readonly id: string; readonly art: string; readonly code: string | null };

/** The column that a word of a kind fills where the list told nothing else. Themes have a table, Kommunen none. */
const COLUMN: Readonly<Record<string, string>> = {
  sprache: "sprache",
  kontaktweg: "kontaktweg",
  verstaendigung: "verstaendigung",
  ergebnis: "ergebnis",
  herkunft: "herkunftsgruppe",
  alter: "altersgruppe",
};

/**
 * Counts everything anew that carries a word of old lists, as it is decided now. A theme follows the word; any other field
 * is only filled where it is empty. Consultations that change get a new version, so that nobody overwrites them from a form
 * shown before. Twice has the effect of once. Returns how many changed.
 */
export async function recountWord(tx: Tx, kreis: string, wort: Wort): Promise<number> {
  const touched = wort.art === "thema" ? await recountThema(tx, kreis, wort) : await fillEmpty(tx, kreis, wort);
  await tx
    .updateTable("kim.beratung")
    .set({ version: sql`version + 1` })
    .where("id", "in", sql<string>`(select unnest(${touched}::uuid[]))`)
    .execute();
  return touched.length;
}

async function recountThema(tx: Tx, kreis: string, { id, code }: Wort): Promise<string[]> {
  const removed = await sql<{ id: string }>`
    delete from kim.beratung_thema where kreis = ${kreis} and wort_id = ${id} and handlungsfeld is distinct from ${code}
    returning beratung_id as id`.execute(tx);
  // Another word of the same consultation may stand for the theme that just went: hence all its words.
  const added = await sql<{ id: string }>`
    insert into kim.beratung_thema (kreis, beratung_id, handlungsfeld, traeger_id, konto_id, wort_id)
    select distinct on (b.beratung_id, w.code) b.kreis, b.beratung_id, w.code, b.traeger_id, b.konto_id, w.id
    from kim.beratung_wort a
    join kim.beratung_wort b on b.kreis = a.kreis and b.beratung_id = a.beratung_id
    join kim.wort w on w.kreis = b.kreis and w.id = b.wort_id
    where a.kreis = ${kreis} and a.wort_id = ${id} and w.art = 'thema' and w.code is not null
    on conflict do nothing
    returning beratung_id as id`.execute(tx);
  return [...new Set([...removed.rows, ...added.rows].map((row) => row.id))];
}

async function fillEmpty(tx: Tx, kreis: string, { id, art, code }: Wort): Promise<string[]> {
  if (code === null) return [];
  const carrying = sql`b.kreis = ${kreis} and b.id in (select beratung_id from kim.beratung_wort
    where kreis = ${kreis} and wort_id = ${id})`;
  if (art === "neuzuweisung") {
    if (code !== "ja") return [];
    const { rows } = await sql<{ id: string }>`
      update kim.beratung b set neuzuweisung = true where ${carrying} and not b.neuzuweisung returning b.id`.execute(
      tx,
    );
    return rows.map((row) => row.id);
  }
  const column = COLUMN[art];
  if (column === undefined) return [];
  const value = art === "herkunft" ? herkunftsgruppe(code) : sql`${code}`;
  // A consultation with a person has no coarse groups: the person says it.
  const anonymous = art === "herkunft" || art === "alter" ? sql`b.stufe <> '2'` : sql`true`;
  const { rows } = await sql<{ id: string }>`
    update kim.beratung b set ${sql.ref(column)} = ${value}
    where ${carrying} and ${anonymous} and b.${sql.ref(column)} is null returning b.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** The group of a nationality, or the group itself (`gruppe:…`). */
const herkunftsgruppe = (code: string) =>
  code.startsWith("gruppe:")
    ? sql`${code.slice("gruppe:".length)}`
    : sql`(select herkunftsgruppe from ref.staatsangehoerigkeit where code = ${code})`;
