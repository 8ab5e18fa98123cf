import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { ENDEN } from "../../faelle/index.ts";
import { releasedReportsIn } from "../../berichte/index.ts";

/** Numbers of the released reports that count what one's own list brought: while there is one, the list stays. */
export async function berichteMit(tx: Tx, id: string): Promise<readonly string[]> {
  const span = await spanOf(tx, id);
  return span === undefined ? [] : (await releasedReportsIn(tx, span.von, span.bis)).map(({ nummer }) => nummer);
}

/**
 * First and last day that a list brought figures for; undefined where it brought none. A case counts from its request on, in every
 * stock until it is over, and until today where it is not.
 */
async function spanOf(tx: Tx, id: string): Promise<{ von: string; bis: string } | undefined> {
  const { rows } = await sql<{ von: string | null; bis: string | null }>`
    select min(von) as von, max(bis) as bis from (
      select am as von, am as bis from kim.beratung where uebernahme_id = ${id}
      union all select von, bis from kim.summe where uebernahme_id = ${id}
      union all select begonnen, case when phase = ${anyOf([...ENDEN])} then phase_seit else ${today()}::date end
        from kim.fall where uebernahme_id = ${id}) as tage`.execute(tx);
  const [row] = rows;
  return row?.von == null || row.bis === null ? undefined : { von: row.von, bis: row.bis };
}
