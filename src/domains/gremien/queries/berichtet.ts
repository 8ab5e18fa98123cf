import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { ARTEN, ART } from "../model/gremium.ts";

/** What papers and pictures of other rooms tell of bodies: nobody's name. Days are ISO. */
export type Getagt = { readonly gremium: string; readonly art: string; readonly tage: readonly string[] };
export type Offen = {
  readonly was: string;
  /** The office, or the organisation and function of a member. */
  readonly wer: string;
  readonly faelligAm: string;
  readonly gremium: string;
};
export type TopZurLuecke = {
  readonly id: string;
  readonly sitzungId: string;
  readonly lueckeId: string;
  readonly titel: string;
  readonly tag: string;
  readonly gremium: string;
  readonly getagt: boolean;
};

const GETAGT = ["durchgefuehrt", "entwurf", "freigegeben"];

/** Bodies that met between two days, both included, by name, each with its days. */
export async function getagt(tx: Tx, { von, bis }: { readonly von: string; readonly bis: string }): Promise<Getagt[]> {
  const rows = await tx
    .selectFrom("kim.gremium_sitzung as s")
    .innerJoin("kim.gremium as g", (on) => on.onRef("g.kreis", "=", "s.kreis").onRef("g.id", "=", "s.gremium_id"))
    .select(["g.id", "g.name", "g.art", "s.tag"])
    .where("s.stand", "=", anyOf(GETAGT))
    .where("s.tag", ">=", von)
    .where("s.tag", "<=", bis)
    .orderBy("s.tag")
    .execute();
  const bodies = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((days) => {
    const [first] = days;
    if (first === undefined) return [];
    return [{ gremium: first.name, art: ARTEN[known(ART, first.art)], tage: days.map(({ tag }) => tag) }];
  });
  return bodies.toSorted((a, b) => a.gremium.localeCompare(b.gremium, "de"));
}

type OffeneZeile = Omit<Offen, "wer"> & {
  readonly stelle: string | null;
  readonly organisation: string | null;
  readonly funktion: string | null;
};

/**
 * Aufträge that were agreed up to a day (ISO) and not done at its end, what was due first, first: as their steps say it, so that a
 * paper about a past day tells what was open then. One that was written down later counts as it was written down.
 */
export async function offeneAuftraege(tx: Tx, bis: string): Promise<Offen[]> {
  const { rows } = await sql<OffeneZeile>`
    select a.was, a.stelle, x.faellig_am as "faelligAm", g.name as gremium, m.organisation, m.funktion
    from kim.auftrag a
    join kim.gremium_sitzung s on s.kreis = a.kreis and s.id = a.sitzung_id
    join kim.gremium g on g.kreis = s.kreis and g.id = s.gremium_id
    left join kim.gremium_mitglied m on m.kreis = a.kreis and m.id = a.mitglied_id
    cross join lateral (select t.nach, t.faellig_am from kim.auftrag_schritt t
      where t.kreis = a.kreis and t.auftrag_id = a.id
      order by t.am > ${bis}::date, case when t.am > ${bis}::date then t.nr else -t.nr end limit 1) x
    where s.tag <= ${bis}::date and x.nach in ('offen', 'in_arbeit')
    order by x.faellig_am, a.id`.execute(tx);
  return rows.map(({ stelle, organisation, funktion, ...row }) => ({
    ...row,
    wer: stelle ?? [organisation, funktion].filter((part) => part !== null).join(", "),
  }));
}

/** Points of agendas about gaps, in the order of their meetings; of meetings that were called off none. */
export async function topsZu(tx: Tx, lueckeIds: readonly string[]): Promise<TopZurLuecke[]> {
  const rows = await tx
    .selectFrom("kim.top as t")
    .innerJoin("kim.gremium_sitzung as s", (on) =>
      on.onRef("s.kreis", "=", "t.kreis").onRef("s.id", "=", "t.sitzung_id"),
    )
    .innerJoin("kim.gremium as g", (on) => on.onRef("g.kreis", "=", "s.kreis").onRef("g.id", "=", "s.gremium_id"))
    .select(["t.id", "t.sitzung_id", "t.luecke_id", "t.titel", "s.tag", "s.stand", "g.name"])
    .where("t.luecke_id", "=", anyOf(lueckeIds))
    .where("s.stand", "<>", "abgesagt")
    .orderBy("s.tag")
    .orderBy("t.rang")
    .orderBy("t.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sitzungId: row.sitzung_id,
    lueckeId: row.luecke_id ?? "",
    titel: row.titel,
    tag: row.tag,
    gremium: row.name,
    getagt: GETAGT.includes(row.stand),
  }));
}
