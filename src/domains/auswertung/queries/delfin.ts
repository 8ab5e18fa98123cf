import { type Tx, sql } from "../../../platform/db.ts";
import { delfinPlaetze } from "../../muki/index.ts";
import { type Delfin, delfinGenannt, delfinOf } from "../model/delfin.ts";

type Row = { readonly ags: string; readonly bedarf: number; readonly besucht: number };

type Wish = {
  readonly jahr: number;
  /** One Träger's own; otherwise the Kreis, told from `ab` on. */
  readonly traegerId?: string | undefined;
  readonly ab: number;
};

/** Language support before school of a year, as it may be told; null where there is nothing of it. */
export async function delfinzahlen(tx: Tx, { jahr, traegerId, ab }: Wish): Promise<Delfin | null> {
  const own = traegerId ?? null;
  const { rows } = await sql<Row>`
    select ags, coalesce(sum(anzahl) filter (where merkmal = 'delfin_bedarf'), 0)::int as bedarf,
      coalesce(sum(anzahl) filter (where merkmal = 'delfin_besucht'), 0)::int as besucht
    from kim.zaehlung
    where monat = make_date(${jahr}::int, 1, 1) and merkmal in ('delfin_bedarf', 'delfin_besucht')
      and (${own}::uuid is null or traeger_id = ${own}::uuid)
    group by ags`.execute(tx);
  const plaetze = await delfinPlaetze(tx, jahr);
  if (rows.length === 0 && plaetze.length === 0) return null;
  const raw = delfinOf(jahr, rows, plaetze);
  return ab > 1 ? delfinGenannt(raw, ab) : raw;
}
