import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { known } from "../../../platform/known.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { ofEachPerson } from "../../personen/index.ts";
import { ART, ARTEN, STAENDE, STAND } from "../model/frist.ts";
import { TITEL } from "./sealed.ts";

/**
 * The Fristen of those whom a case concerns since it began, for its timeline: on the day that they stand for, with what became of
 * them. Not those of another case of the same person, and not those of its own open items, which the timeline has already.
 */
export async function fristenImVerlauf(
  tx: Tx,
  actor: Actor,
  { fallId, personen, seit, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const paging = keyset(from, size, ["am", "id"]);
  const rows = await ofEachPerson(tx, personen, paging, (eachPerson) =>
    tx
      .selectFrom("kim.frist")
      .select(["kreis", "id", "person_id", "art", "titel", "am", "stand"])
      .where("person_id", "=", eachPerson)
      .where((e) => e.or([e("fall_id", "is", null), e("fall_id", "=", fallId)]))
      .where("art", "!=", "punkt")
      .where("am", ">=", seit)
      .where(paging.beyond)
      .orderBy("am", paging.direction)
      .orderBy("id", paging.direction)
      .limit(paging.limit),
  );
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.map((row) => row.person_id))]);
  return rows.map((row) => {
    const art = known(ART, row.art);
    return {
      id: row.id,
      am: row.am,
      art: "frist",
      satz: `${art === "hand" ? "Frist" : ARTEN[art]}, ${STAENDE[known(STAND, row.stand)]}`,
      text: openText(keys.get(row.person_id), row, TITEL, row.titel),
      href: `/fristen/${row.id}`,
    };
  });
}
