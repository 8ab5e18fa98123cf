import { type Actor, systemActor } from "../../../platform/actor.ts";
import { dayOf, now, today } from "../../../platform/clock.ts";
import { type Tx, sql, takeYourTime, writeAs } from "../../../platform/db.ts";
import { danach, halbjahrAm } from "../model/zeitraum.ts";
import { jahr, personen } from "../queries/personen.ts";
import { writeBlaetter } from "../rows/blatt.ts";

/** A month (first day) of a Träger: what is counted anew at once. */
type Zelle = { readonly traeger_id: string; readonly monat: string };

/**
 * Counts everything that changed since the last time and says up to when all is counted. Several at once wait for each
 * other. Runs as the worker: only that sees all files of a Kreis and may write figures. Returns how many months of Träger
 * were counted.
 */
export const countFigures = (kreis: string): Promise<number> =>
  writeAs(systemActor(kreis), (tx) => countFiguresIn(tx, systemActor(kreis)));

/**
 * The same inside a transaction of the worker. What is named as changed is taken first and counted by later statements, so
 * each of them sees at least what the writer of the name committed; whoever commits afterwards has named it anew.
 */
export async function countFiguresIn(tx: Tx, { kreis }: Pick<Actor, "kreis">): Promise<number> {
  await takeYourTime(tx);
  await sql`select pg_advisory_xact_lock(5382, hashtext(${kreis}))`.execute(tx);
  const zeit = now();
  const before = await tx.selectFrom("kim.zaehlung_stand").select("zeit").executeTakeFirst();
  const named = await takeNamed(tx);
  const zellen =
    before === undefined
      ? await countEverything(tx)
      : unique([...(await expandWords(tx, named)), ...(await begun(tx, before.zeit))]);
  if (before !== undefined)
    for (const [year, inside] of Map.groupBy(zellen, (z) => z.monat.slice(0, 4))) await countYear(tx, year, inside);
  await writeBlaetter(tx, { kreis, zeit }, halbjahreMit(zellen));
  await tx
    .insertInto("kim.zaehlung_stand")
    .values({ kreis, zeit })
    .onConflict((c) => c.column("kreis").doUpdateSet({ zeit }))
    .execute();
  return zellen.length;
}

type Named = { readonly traeger_id: string; readonly monat: string | null; readonly wort_id: string | null };

const takeNamed = async (tx: Tx): Promise<Named[]> =>
  (
    await sql<Named>`
      with weg as (delete from kim.zaehlung_anlass returning traeger_id, monat, wort_id)
      select distinct traeger_id, monat, wort_id from weg`.execute(tx)
  ).rows;

/**
 * The first count of a Kreis: every month in which there is anything, whether somebody named it or not. Counted and found at once:
 * to look for the months first would read everything twice.
 */
async function countEverything(tx: Tx): Promise<Zelle[]> {
  for (const table of ["kim.zaehlung", "kim.zaehlung_person", "kim.zaehlung_blatt"])
    await sql`delete from ${sql.table(table)}`.execute(tx);
  const { rows } = await sql<Zelle>`
    with gezaehlt as (
      insert into kim.zaehlung (kreis, traeger_id, monat, ags, merkmal, kode, anzahl)
      select kreis, traeger_id, date_trunc('month', tag::timestamp)::date, ags, merkmal, kode, sum(anzahl)
      from auswertung.nennung group by 1, 2, 3, 4, 5, 6
      returning traeger_id, monat
    )
    select distinct traeger_id, monat from gezaehlt`.execute(tx);
  for (const year of new Set(rows.map(({ monat }) => monat.slice(0, 4))))
    await sql`
      insert into kim.zaehlung_person (kreis, traeger_id, art, von, bis, anzahl) ${personen(jahr(year))}`.execute(tx);
  return rows;
}

const unique = (zellen: readonly Zelle[]): Zelle[] => [
  ...new Map(zellen.map((z) => [`${z.traeger_id} ${z.monat}`, z])).values(),
];

/** Months that began since the last count: cases that go on are stock of them, though nobody wrote anything. */
async function begun(tx: Tx, since: Date): Promise<Zelle[]> {
  const last = `${dayOf(since).slice(0, 7)}-01`;
  if (last.slice(0, 7) >= today().slice(0, 7)) return [];
  const { rows } = await sql<Zelle>`
    select distinct z.traeger_id, m.monat::date as monat
    from kim.zaehlung z
    cross join generate_series(${last}::date + interval '1 month', ${today()}::date, interval '1 month') as m (monat)
    where z.monat = ${last}::date and z.merkmal = 'fall_bestand'`.execute(tx);
  return rows;
}

/** Months that were named, and those in which a word occurs that was decided about. */
async function expandWords(tx: Tx, named: readonly Named[]): Promise<Zelle[]> {
  const months = named.flatMap(({ traeger_id, monat }) => (monat === null ? [] : [{ traeger_id, monat }]));
  const words = named.flatMap(({ wort_id }) => wort_id ?? []);
  if (words.length === 0) return months;
  const { rows } = await sql<Zelle>`
    select b.traeger_id, date_trunc('month', b.am::timestamp)::date as monat
    from kim.beratung_wort w join kim.beratung b on b.kreis = w.kreis and b.id = w.beratung_id
    where w.wort_id = any(${words}::uuid[])
    union
    select s.traeger_id, date_trunc('month', (s.von + (s.bis - s.von) / 2)::timestamp)::date
    from kim.summe_wort w join kim.summe s on s.kreis = w.kreis and s.id = w.summe_id
    where w.wort_id = any(${words}::uuid[])`.execute(tx);
  return [...months, ...rows];
}

/**
 * Counts months of Träger within one year, and the persons of every calendar span that holds one of them. Constant bounds,
 * because only they narrow what is read through the walls; one statement a year, as a first count has all months.
 */
async function countYear(tx: Tx, year: string, zellen: readonly Zelle[]): Promise<void> {
  const months = zellen.map((z) => z.monat).toSorted();
  const own = sql`and traeger_id = any(${[...new Set(zellen.map((z) => z.traeger_id))]}::uuid[])`;
  const these = sql`select * from unnest(${zellen.map((z) => z.traeger_id)}::uuid[], ${zellen.map((z) => z.monat)}::date[])`;
  await sql`delete from kim.zaehlung where (traeger_id, monat) in (${these})`.execute(tx);
  await sql`
    insert into kim.zaehlung (kreis, traeger_id, monat, ags, merkmal, kode, anzahl)
    select * from (
      select kreis, traeger_id, date_trunc('month', tag::timestamp)::date as monat, ags, merkmal, kode, sum(anzahl)
      from auswertung.nennung
      where tag >= ${months[0]}::date and tag < (${months.at(-1)}::date + interval '1 month')::date ${own}
      group by 1, 2, 3, 4, 5, 6
    ) gezaehlt
    where (traeger_id, monat) in (${these})`.execute(tx);
  const { von, bis } = jahr(year);
  await sql`delete from kim.zaehlung_person where von >= ${von}::date and bis <= ${bis}::date ${own}`.execute(tx);
  await sql`
    insert into kim.zaehlung_person (kreis, traeger_id, art, von, bis, anzahl) ${personen({ von, bis }, own)}`.execute(
    tx,
  );
}

/** The half-years that show a counted month, or begin after it: with the stock of cases that it ended with. */
const halbjahreMit = (zellen: readonly Zelle[]): string[] => [
  ...new Set(zellen.flatMap(({ monat }) => [halbjahrAm(monat).von, halbjahrAm(danach(monat)).von])),
];
