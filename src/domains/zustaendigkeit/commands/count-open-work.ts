import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { KINDS_OF_WORK } from "../../../platform/file-tables.ts";
import { kreise } from "../../../platform/kreise.ts";

/** Counts anew what belongs to those who do not counsel any more: by number and kind, nothing is opened. */
export async function countOpenWork(tx: Tx, kreis: string): Promise<void> {
  await sql`delete from kim.offene_arbeit where kreis = ${kreis}`.execute(tx);
  for (const table of KINDS_OF_WORK) {
    const art = table.replace("kim.", "");
    await sql`insert into kim.offene_arbeit (kreis, konto_id, art, traeger_id, anzahl)
      select k.kreis, k.id, ${art}::text, k.traeger_id, n.anzahl from kim.konto k
      cross join lateral (select count(*)::int as anzahl from ${sql.table(table)} a
        where a.kreis = k.kreis and a.traeger_id = k.traeger_id and a.konto_id = k.id
          and ${table === "kim.person" ? sql`a.zusammengefuehrt_in is null` : sql`true`}) n
      where k.kreis = ${kreis} and n.anzahl > 0 and not zustaendigkeit.darf(k.kreis, k.id, 'beraten')`.execute(tx);
  }
}

/**
 * Hand-overs that can be carried out no more, as whoever was to take over does not counsel any more: they are taken back, so that
 * the work can go to somebody else.
 */
export async function takeBackUnreceived(tx: Tx, kreis: string): Promise<void> {
  const { rows } = await sql<{ id: string; traeger: string; gegeben: string }>`
    update kim.uebergabe set zurueck_von = gegeben_von
    where kreis = ${kreis} and getan is null and zurueck_von is null
      and (gegeben_von = von_konto or bestaetigt_von is not null) and not zustaendigkeit.darf(kreis, an_konto, 'beraten')
    returning id, traeger_id as traeger, gegeben_von as gegeben`.execute(tx);
  for (const { id, traeger, gegeben } of rows) {
    const actor = { ...systemActor(kreis, traeger), kontoId: gegeben };
    await recordEvent(tx, actor, { art: "uebergabe.verfallen", gegenstand: { art: "uebergabe", id } });
  }
}

/** The same for every Kreis: a role may end by itself, on its day. */
export async function countAllOpenWork(): Promise<void> {
  for (const kreis of await kreise()) {
    await writeAs(systemActor(kreis), async (tx) => {
      await takeBackUnreceived(tx, kreis);
      await countOpenWork(tx, kreis);
    });
  }
}
