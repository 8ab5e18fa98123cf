import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { standText, wohin } from "../model/worte.ts";
import { absageOf, standOf } from "./verweise.ts";

/** What the referrals of a case give to its timeline: each step that was not a slip of the hand. */
export async function verweiseImVerlauf(
  tx: Tx,
  _actor: Actor,
  { fallId, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["s.am", "s.id"]);
  const rows = await tx
    .selectFrom("kim.verweis_schritt as s")
    .innerJoin("kim.verweis as v", (on) => on.onRef("v.kreis", "=", "s.kreis").onRef("v.id", "=", "s.verweis_id"))
    .innerJoin("kim.organisation as o", (on) =>
      on.onRef("o.kreis", "=", "v.kreis").onRef("o.id", "=", "v.organisation_id"),
    )
    .leftJoin("kim.angebot as a", (on) => on.onRef("a.kreis", "=", "v.kreis").onRef("a.id", "=", "v.angebot_id"))
    .select([
      "s.id",
      "s.am",
      "s.folge",
      "s.nach",
      "s.absage",
      "v.id as verweisId",
      "o.name as organisation",
      "a.name as angebot",
    ])
    .where("v.fall_id", "=", fallId)
    .where("s.zurueckgenommen", "=", false)
    .where(beyond)
    .orderBy("s.am", direction)
    .orderBy("s.id", direction)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "verweis",
    folge: row.folge,
    satz: `${wohin(row)}: ${standText({ stand: standOf(row.nach), absage: absageOf(row.absage) })}`,
    href: `/verweise/${row.verweisId}`,
  }));
}
