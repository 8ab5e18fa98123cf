import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { ARTEN, type Teilung } from "../model/teilung.ts";

/** What was joined with a household, parted from it, or what it was parted from, the first time first. */
export async function teilungenOf(tx: Tx, id: string): Promise<Teilung[]> {
  const rows = await tx
    .selectFrom("kim.zuweisung_teilung as t")
    .innerJoin("kim.zuweisung as b", (on) => on.onRef("b.kreis", "=", "t.kreis").onRef("b.id", "=", "t.zuweisung_id"))
    .innerJoin("kim.zuweisung as a", (on) => on.onRef("a.kreis", "=", "t.kreis").onRef("a.id", "=", "t.andere_id"))
    .select(["t.id", "t.zuweisung_id", "t.andere_id", "t.art", "t.menschen", "t.am", "t.fassung"])
    .select(["t.andere_fassung as andereFassung", "t.zurueckgenommen", "b.nr as bleibtNr", "a.nr as gehtNr"])
    .where((e) => e.or([e("t.zuweisung_id", "=", id), e("t.andere_id", "=", id)]))
    .orderBy("t.am")
    .orderBy("t.folge")
    .execute();
  return rows.map(({ zuweisung_id: bleibt, andere_id: geht, art, bleibtNr, gehtNr, ...row }) => {
    const selbst = geht === id;
    return {
      ...row,
      art: known(ARTEN, art),
      selbst,
      andereId: selbst ? bleibt : geht,
      andereNr: selbst ? bleibtNr : gehtNr,
    };
  });
}

/** Where a household went into; undefined where it did not, or is none that one may see. */
export async function aufgegangenIn(tx: Tx, actor: Actor, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx
    .selectFrom("kim.zuweisung")
    .select(["konto_id", "aufgegangen_in"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined && actor.konten.includes(row.konto_id) ? (row.aufgegangen_in ?? undefined) : undefined;
}
