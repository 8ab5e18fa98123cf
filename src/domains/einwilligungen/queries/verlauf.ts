import { type Actor, may } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { known } from "../../../platform/known.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { ofPersons } from "../../personen/index.ts";
import { STAENDE, STAND } from "../model/stand.ts";
import { ZWECK, ZWECKE } from "../model/zwecke.ts";
import { EMPFAENGER_NAME } from "./sealed.ts";

/**
 * What became of the consents of those whom a case concerns since it began, for its timeline: explained, given, narrowed, taken
 * back. Nothing for whoever may not read consents.
 */
export async function einwilligungenImVerlauf(
  tx: Tx,
  actor: Actor,
  { personen, seit, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  if (!may(actor, "einwilligung.lesen")) return [];
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom((q) =>
      q
        .selectFrom("kim.einwilligung_schritt as s")
        .innerJoin("kim.einwilligung as e", (on) =>
          on.onRef("e.kreis", "=", "s.kreis").onRef("e.id", "=", "s.einwilligung_id"),
        )
        .select([
          "s.id",
          "s.am",
          "s.folge",
          "s.nach",
          "e.kreis",
          "e.id as einwilligung_id",
          "e.person_id",
          "e.zweck",
          "e.empfaenger",
        ])
        .where("e.person_id", "=", ofPersons(personen))
        .where("s.nach", "!=", "entwurf")
        .where("s.am", ">=", seit)
        .as("s"),
    )
    .selectAll()
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "einwilligung",
    folge: row.folge,
    satz: `${ZWECKE[known(ZWECK, row.zweck)]}: ${STAENDE[known(STAND, row.nach)]}`,
    text: openText(
      keys.get(row.person_id),
      { kreis: row.kreis, id: row.einwilligung_id },
      EMPFAENGER_NAME,
      row.empfaenger,
    ),
    href: `/einwilligungen/${row.einwilligung_id}`,
  }));
}
