import { type Actor, systemActor } from "../../../platform/actor.ts";
import { now, today } from "../../../platform/clock.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { log } from "../../../platform/log.ts";
import { jahr, personen } from "../queries/personen.ts";
import { falscheBlaetter, writeBlaetter } from "../rows/blatt.ts";
import { countFiguresIn } from "./count-figures.ts";

/** No consultation is older (check of kim.beratung). */
const FIRST_YEAR = 2015;

/**
 * Compares every figure of a Kreis with what the consultations and tallies say now, counts anew what differs, and writes
 * down how many figures did. None should ever; a difference is a fault of the program and goes to the log. Runs as the
 * worker, a year at a time, so that counting never waits long. Returns the number of differing figures.
 */
export async function checkFigures(kreis: string): Promise<number> {
  const actor = systemActor(kreis);
  let different = 0;
  for (let one = FIRST_YEAR; one <= Number(today().slice(0, 4)) + 1; one += 1) {
    different += await writeAs(actor, (tx) => checkYear(tx, actor, String(one)));
  }
  await writeAs(actor, (tx) =>
    tx.updateTable("kim.zaehlung_stand").set({ geprueft: now(), abweichungen: different }).execute(),
  );
  if (different > 0) log.warn("auswertung.abweichung", { kreis, anzahl: different });
  return different;
}

type Difference = { readonly traeger_id: string; readonly monat: string; readonly zahlen: number };

async function checkYear(tx: Tx, actor: Actor, year: string): Promise<number> {
  await countFiguresIn(tx, actor);
  // What pages read is made of the cells: it is wrong by itself only where somebody wrote into them past the count.
  const halves = await falscheBlaetter(tx, actor.kreis, year);
  await writeBlaetter(tx, { kreis: actor.kreis, zeit: now() }, halves);
  const rows = [...(await differingMonths(tx, year)), ...(await differingPersons(tx, year))];
  if (rows.length === 0) return halves.length;
  const values = rows.map(({ traeger_id, monat }) => ({ kreis: actor.kreis, traeger_id, monat }));
  await tx.insertInto("kim.zaehlung_anlass").values(values).execute();
  await countFiguresIn(tx, actor);
  return rows.reduce((sum, row) => sum + row.zahlen, 0);
}

/** What somebody changed since the count a moment ago is named in the same snapshot: not different, only not counted yet. */
const unnamed = (traeger: string, from: string, to: string) => sql`
  not exists (
    select from kim.zaehlung_anlass a where a.traeger_id = ${sql.ref(traeger)}
      and (a.wort_id is not null or (a.monat >= ${sql.ref(from)} and a.monat <= ${sql.ref(to)}))
  )`;

async function differingMonths(tx: Tx, year: string): Promise<Difference[]> {
  const { von, bis } = jahr(year);
  const { rows } = await sql<Difference>`
    with gezaehlt as (
      select traeger_id, monat, ags, merkmal, kode, anzahl from kim.zaehlung
      where monat >= ${von}::date and monat <= ${bis}::date
    ), wahr as (
      select traeger_id, date_trunc('month', tag::timestamp)::date as monat, ags, merkmal, kode, sum(anzahl)::int as anzahl
      from auswertung.nennung where tag >= ${von}::date and tag <= ${bis}::date
      group by 1, 2, 3, 4, 5
    )
    select traeger_id, monat, count(*)::int as zahlen
    from gezaehlt g full join wahr w using (traeger_id, monat, ags, merkmal, kode)
    where g.anzahl is distinct from w.anzahl and ${unnamed("traeger_id", "monat", "monat")}
    group by traeger_id, monat`.execute(tx);
  return rows;
}

async function differingPersons(tx: Tx, year: string): Promise<Difference[]> {
  const { von, bis } = jahr(year);
  const { rows } = await sql<Difference>`
    with gezaehlt as (
      select traeger_id, art, von, bis, anzahl from kim.zaehlung_person where von >= ${von}::date and bis <= ${bis}::date
    ), wahr as (${personen({ von, bis })})
    select traeger_id, von as monat, count(*)::int as zahlen
    from gezaehlt g full join wahr w using (traeger_id, art, von, bis)
    where g.anzahl is distinct from w.anzahl and ${unnamed("traeger_id", "von", "bis")}
    group by traeger_id, von`.execute(tx);
  return rows;
}
