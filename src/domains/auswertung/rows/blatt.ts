import { type Tx, anyOf, sql } from "../../../platform/db.ts";

type Zaehlung = { readonly kreis: string; readonly zeit: Date };

/** What the cells say of half-years (first days) now. */
const soll = (kreis: string, halves: readonly string[]) => sql`
  select h as halbjahr, b.zahlen, b.geliefert
  from unnest(${[...halves]}::date[]) as h cross join lateral auswertung.blatt(${kreis}, h) b where b.zahlen is not null`;

/** Writes anew what pages read of half-years (first days); as the worker, in the transaction that counted their months. */
export async function writeBlaetter(tx: Tx, { kreis, zeit }: Zaehlung, halves: readonly string[]): Promise<void> {
  if (halves.length === 0) return;
  await sql`delete from kim.zaehlung_blatt where halbjahr = ${anyOf(halves)}`.execute(tx);
  await sql`
    insert into kim.zaehlung_blatt (kreis, halbjahr, zeit, zahlen, geliefert)
    select ${kreis}, s.halbjahr, ${zeit}::timestamptz, s.zahlen, s.geliefert from (${soll(kreis, halves)}) s`.execute(
    tx,
  );
}

/** Half-years of a year whose sheets say something else than the cells that they are made of. */
export async function falscheBlaetter(tx: Tx, kreis: string, year: string): Promise<string[]> {
  const halves = [`${year}-01-01`, `${year}-07-01`];
  const { rows } = await sql<{ halbjahr: string }>`
    select coalesce(s.halbjahr, b.halbjahr) as halbjahr
    from (${soll(kreis, halves)}) s
    full join (select * from kim.zaehlung_blatt where halbjahr = ${anyOf(halves)}) b on b.halbjahr = s.halbjahr
    where (s.zahlen::jsonb, s.geliefert::jsonb) is distinct from (b.zahlen::jsonb, b.geliefert::jsonb)`.execute(tx);
  return rows.map(({ halbjahr }) => halbjahr);
}
