import { type Tx, sql } from "../../../platform/db.ts";

/** Inhabitants of a Kommune as they were on a day, and who says so. */
export type Einwohner = {
  readonly ags: string;
  readonly stichtag: string;
  readonly anzahl: number;
  readonly quelle: string;
};

/** The latest known inhabitants of each Kommune up to a day (ISO); none for a Kommune of which nothing is entered. */
export async function einwohnerAm(tx: Tx, day: string): Promise<Einwohner[]> {
  const { rows } = await sql<Einwohner>`
    select distinct on (ags) ags, stichtag, anzahl, quelle from kim.einwohner
    where stichtag <= ${day}::date order by ags, stichtag desc`.execute(tx);
  return rows;
}
