import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { known } from "../../../platform/known.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { ofPersons } from "../../personen/index.ts";
import { STAENDE, STAND } from "../model/stand.ts";

/** What naturalisations of the persons of a case give to its timeline since it began: each step that was not a slip of the hand. */
export async function einbuergerungImVerlauf(
  tx: Tx,
  _actor: Actor,
  { personen, seit, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["s.am", "s.id"]);
  const rows = await tx
    .selectFrom("kim.einbuergerung_schritt as s")
    .innerJoin("kim.einbuergerung as e", (on) =>
      on.onRef("e.kreis", "=", "s.kreis").onRef("e.id", "=", "s.einbuergerung_id"),
    )
    .select(["s.id", "s.am", "s.folge", "s.nach", "e.id as einbuergerung"])
    .where("e.person_id", "=", ofPersons(personen))
    .where("s.zurueckgenommen", "=", false)
    .where("s.am", ">=", seit)
    .where(beyond)
    .orderBy("s.am", direction)
    .orderBy("s.id", direction)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "einbuergerung",
    folge: row.folge,
    satz: `Einbürgerung: ${STAENDE[known(STAND, row.nach)]}`,
    href: `/einbuergerungen/${row.einbuergerung}`,
  }));
}
