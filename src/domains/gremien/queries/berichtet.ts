import { type Tx, anyOf } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { ARTEN, ART } from "../model/gremium.ts";

/** What papers and pictures of other rooms tell of bodies: nobody's name. Days are ISO. */
export type Getagt = { readonly gremium: string; readonly art: string; readonly tage: readonly string[] };
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
