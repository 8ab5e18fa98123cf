import { type Tx, sql } from "../../../platform/db.ts";
import type { Filter, Listenadresse, Marke } from "../model/filter.ts";
import { type BeratungKurz, SUMME, type Summe, kurzByIds } from "./beratungen.ts";

const PAGE = 50;

/** One page of the list; a missing mark means that nothing is there. */
export type Seite = {
  readonly zeilen: readonly BeratungKurz[];
  readonly aelter: Marke | undefined;
  readonly neuer: Marke | undefined;
};

/** One's own consultations behind a filter. Row-level security says which are one's own. */
function filtered(tx: Tx, f: Filter) {
  let query = tx.selectFrom("kim.beratung as b").where("b.zurueckgezogen", "=", f.zurueckgezogene === "ja");
  if (f.von !== undefined) query = query.where("b.am", ">=", f.von);
  if (f.bis !== undefined) query = query.where("b.am", "<=", f.bis);
  if (f.stufe !== undefined) query = query.where("b.stufe", "=", f.stufe);
  if (f.kommune !== undefined) query = query.where("b.ags", "=", f.kommune);
  if (f.sprache !== undefined) query = query.where("b.sprache", "=", f.sprache);
  if (f.neuzuweisung !== undefined) query = query.where("b.neuzuweisung", "=", f.neuzuweisung === "ja");
  const { thema } = f;
  if (thema !== undefined) {
    // A scalar subquery instead of `exists`: that would be joined, and a rare theme then read from all of the Kreis' rows.
    query = query.where(({ selectFrom }) =>
      selectFrom("kim.beratung_thema as t")
        .select(sql<boolean>`true`.as("da"))
        .whereRef("t.kreis", "=", "b.kreis")
        .whereRef("t.beratung_id", "=", "b.id")
        .where("t.handlungsfeld", "=", thema),
    );
  }
  return query;
}

/** Ids of one page and one more, by the index of account, day and id. `neuer` is read backwards. */
export function pageQuery(tx: Tx, address: Listenadresse) {
  const { aelter, neuer } = address;
  const query = filtered(tx, address)
    .select(["b.id", "b.am"])
    .limit(PAGE + 1);
  if (neuer !== undefined) {
    const behind = sql<boolean>`(b.am, b.id) > (${neuer.am}::date, ${neuer.id}::uuid)`;
    return query.where(behind).orderBy("b.am").orderBy("b.id");
  }
  const before = aelter && sql<boolean>`(b.am, b.id) < (${aelter.am}::date, ${aelter.id}::uuid)`;
  return (before === undefined ? query : query.where(before)).orderBy("b.am", "desc").orderBy("b.id", "desc");
}

/** One page: the ids first, everything else after. */
export async function listenseite(tx: Tx, address: Listenadresse): Promise<Seite> {
  const found = await pageQuery(tx, address).execute();
  const more = found.length > PAGE;
  const backwards = address.neuer !== undefined;
  const page = backwards ? found.slice(0, PAGE).toReversed() : found.slice(0, PAGE);
  const first = page[0];
  const last = page.at(-1);
  return {
    zeilen: await kurzByIds(
      tx,
      page.map((row) => row.id),
    ),
    aelter: backwards || more ? last : undefined,
    neuer: backwards ? (more ? first : undefined) : address.aelter === undefined ? undefined : first,
  };
}

/** Number and minutes of everything behind the filter. */
export const summeOf = (tx: Tx, filter: Filter): Promise<Summe> =>
  filtered(tx, filter)
    .select([SUMME.anzahl.as("anzahl"), SUMME.minuten.as("minuten")])
    .executeTakeFirstOrThrow();
