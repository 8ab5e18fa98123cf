import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { type Beschluss, ERGEBNIS } from "../model/beschluss.ts";

/** What of all decisions is asked for. `wort`: every word of it stands in the wording, the point or the name of the body. */
export type BeschlussFilter = {
  readonly ids?: readonly string[];
  readonly lueckeId?: string;
  readonly gremiumId?: string | undefined;
  readonly sitzungId?: string;
  readonly topId?: string;
  readonly von?: string | undefined;
  readonly bis?: string | undefined;
  readonly wort?: string | undefined;
};

const escaped = (word: string): string => word.replaceAll(/[\\%_]/gu, String.raw`\$&`);
const wordsOf = (typed: string): string[] => typed.split(/\s+/u).filter((word) => word !== "");

/** Decisions of all bodies, the newest first. A Kreis takes some dozen a year. */
export async function beschluesse(tx: Tx, filter: BeschlussFilter = {}): Promise<Beschluss[]> {
  const { ids, lueckeId, gremiumId, sitzungId, topId, von, bis, wort } = filter;
  let query = tx
    .selectFrom("kim.beschluss as b")
    .innerJoin("kim.top as t", (on) => on.onRef("t.kreis", "=", "b.kreis").onRef("t.id", "=", "b.top_id"))
    .innerJoin("kim.gremium_sitzung as s", (on) =>
      on.onRef("s.kreis", "=", "b.kreis").onRef("s.id", "=", "b.sitzung_id"),
    )
    .innerJoin("kim.gremium as g", (on) => on.onRef("g.kreis", "=", "s.kreis").onRef("g.id", "=", "s.gremium_id"))
    .selectAll("b")
    .select(["t.titel as top", "t.luecke_id", "s.gremium_id", "g.name as gremium"])
    .orderBy("b.gefasst_am", "desc")
    .orderBy("b.nummer", "desc")
    .orderBy("b.id", "desc");
  if (ids !== undefined) query = query.where("b.id", "=", anyOf(ids));
  if (lueckeId !== undefined) query = query.where("t.luecke_id", "=", lueckeId);
  if (gremiumId !== undefined) query = query.where("s.gremium_id", "=", gremiumId);
  if (sitzungId !== undefined) query = query.where("b.sitzung_id", "=", sitzungId);
  if (topId !== undefined) query = query.where("b.top_id", "=", topId);
  if (von !== undefined) query = query.where("b.gefasst_am", ">=", von);
  if (bis !== undefined) query = query.where("b.gefasst_am", "<=", bis);
  for (const word of wordsOf(wort ?? "")) {
    const like = `%${escaped(word)}%`;
    query = query.where((eb) =>
      eb.or([eb("b.wortlaut", "ilike", like), eb("t.titel", "ilike", like), eb("g.name", "ilike", like)]),
    );
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    nummer: `${row.nummer}/${row.jahr}`,
    wortlaut: row.wortlaut,
    gefasstAm: row.gefasst_am,
    ergebnis: known(ERGEBNIS, row.ergebnis),
    stimmen:
      row.ja === null || row.nein === null || row.enthaltung === null
        ? null
        : { ja: row.ja, nein: row.nein, enthaltung: row.enthaltung },
    da: row.da === null || row.alle === null ? null : { da: row.da, alle: row.alle },
    sitzungId: row.sitzung_id,
    topId: row.top_id,
    top: row.top,
    lueckeId: row.luecke_id,
    lueckeNach: row.luecke_nach,
    gremiumId: row.gremium_id,
    gremium: row.gremium,
    version: row.version,
  }));
}

/** One decision. @throws NotFound */
export async function beschlussOf(tx: Tx, id: string): Promise<Beschluss> {
  const [found] = isId(id) ? await beschluesse(tx, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}
