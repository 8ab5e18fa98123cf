import { type Tx, sql } from "../../../platform/db.ts";
import { today } from "../../../platform/clock.ts";
import { MITBRINGEN, type Mitbringsel } from "../../codelisten/index.ts";
import { eachOf, ofPerson } from "../../personen/index.ts";
import { type Licht, type Liste, lichtOf } from "../model/mitbringen.ts";

/** What is on a list, with its light; null where no kind of document says whether it is there. */
export type Punkt = { readonly was: Mitbringsel; readonly licht: Licht | null };

/**
 * Which kinds of documents of a person are there, with the last day of each (ISO; null where nobody said one): by what was filed, of
 * her residence paper also by what her Lebenslage says. Of several of a kind the one that holds longest counts, of which nobody said
 * one before all others: the first of its kind in the index, so that many of a kind cost as much as one.
 */
export async function dokumenteBis(tx: Tx, person: string): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ art: string; bis: string | null }>`
    select distinct on (r.code) r.code as art, d.gueltig_bis as bis
    from ref.dokumentart r cross join ${eachOf([person])} cross join lateral (
      select gueltig_bis from kim.dokument where person_id = one.id and art = r.code and zurueckgezogen_am is null
      order by gueltig_bis desc limit 1) d
    order by r.code, d.gueltig_bis desc`.execute(tx);
  const bis = new Map(rows.map((row) => [row.art, row.bis]));
  // Where nobody wrote down from the paper itself how long it holds, the Lebenslage may know.
  if (bis.get("aufenthalt") === null) bis.set("aufenthalt", await titelBis(tx, person));
  return bis;
}

/** How much of a list is there, by the documents of a person. */
export async function lichter(tx: Tx, person: string, { arten }: Liste): Promise<Punkt[]> {
  const bis = await dokumenteBis(tx, person);
  const heute = today();
  return arten.map((was) => {
    const { art } = MITBRINGEN[was];
    return { was, licht: art === null ? null : lichtOf(bis.get(art), heute) };
  });
}

async function titelBis(tx: Tx, person: string): Promise<string | null> {
  const row = await tx
    .selectFrom("kim.aufenthalt")
    .select("gueltig_bis")
    .where("person_id", "=", ofPerson(person))
    .where("falsch", "=", false)
    .where("gueltig_bis", "is not", null)
    .orderBy("gueltig_bis", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.gueltig_bis ?? null;
}
