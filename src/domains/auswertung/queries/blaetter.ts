import { type Tx, anyOf, oncePerDatabase, sql } from "../../../platform/db.ts";
import { type Blaetter, type Blatt, halbjahreFuer } from "../model/blatt.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import type { Zahlenstand } from "./zahlenstand.ts";

/** Names a sheet: Kreis, half-year, and the count and the transaction that wrote it. */
export const BLATT_FASSUNG = sql<string>`(b.kreis || ' ' || b.halbjahr::text || ' ' || b.xmin::text || ' ' || b.zeit::text)`;

/**
 * The version of all of them: figures are as they are until one is written anew. With the month, because the stock of cases is that of
 * the current one. Null where nothing is counted.
 */
export const FASSUNG = sql<string | null>`(
  select b.kreis || ' ' || encode(sha256(string_agg(${BLATT_FASSUNG}, ' ' order by b.halbjahr)::bytea), 'hex') || ' '
    || to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM')
  from kim.zaehlung_blatt b group by b.kreis)`;

/** So many are kept, those that were asked for last: some hundred kB each in a large Kreis. */
const MOST = 60;
const memory = oncePerDatabase(() => Promise.resolve(new Map<string, Blatt>()));

/**
 * The sheets that figures of these periods are put together from. Read once for each version of a half-year and kept in the process:
 * a count writes only those anew whose months it counted.
 * @param stand read before, in this transaction: what it does not name is not counted, and nothing is read for it
 */
export async function blaetterFuer(
  tx: Tx,
  { blaetter, monat }: Pick<Zahlenstand, "blaetter" | "monat">,
  spans: readonly Zeitraum[],
): Promise<Blaetter> {
  const known = await memory(tx);
  const there = halbjahreFuer(spans, monat).filter((von) => blaetter[von] !== undefined);
  const je = new Map<string, Blatt>();
  const missing = there.filter((von) => {
    const fassung = blaetter[von] ?? "";
    const found = known.get(fassung);
    if (found === undefined) return true;
    known.delete(fassung);
    known.set(fassung, found);
    je.set(von, found);
    return false;
  });
  for (const { halbjahr, fassung, zahlen } of await read(tx, missing)) {
    known.set(fassung, zahlen);
    je.set(halbjahr, zahlen);
  }
  for (const [oldest] of known) if (known.size > MOST) known.delete(oldest);
  return { je, monat };
}

async function read(tx: Tx, halves: readonly string[]) {
  if (halves.length === 0) return [];
  const { rows } = await sql<{ halbjahr: string; fassung: string; zahlen: Blatt }>`
    select b.halbjahr, ${BLATT_FASSUNG} as fassung, b.zahlen from kim.zaehlung_blatt b
    where b.halbjahr = ${anyOf(halves)}`.execute(tx);
  return rows;
}
