import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { ofEachPerson } from "../../personen/index.ts";
import { STAENDE } from "../model/termin.ts";
import { uhrText } from "../model/uhr.ts";
import { BETREFF } from "./sealed.ts";
import { standOf } from "./termin.ts";

/** The appointments with those whom a case concerns since it began, for its timeline: when, and what became of them. */
export async function termineImVerlauf(
  tx: Tx,
  actor: Actor,
  { personen, seit, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const paging = keyset(from, size, ["tag", "id"]);
  const rows = await ofEachPerson(tx, personen, paging, (eachPerson) =>
    tx
      .selectFrom("kim.termin")
      .select(["kreis", "id", sql<string>`person_id`.as("person_id"), "betreff", "tag as am", "beginn", "stand"])
      .where("person_id", "=", eachPerson)
      .where("tag", ">=", seit)
      .where(paging.beyond)
      .orderBy("tag", paging.direction)
      .orderBy("id", paging.direction)
      .limit(paging.limit),
  );
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.map((row) => row.person_id))]);
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "termin",
    satz: `${uhrText(row.beginn)} Uhr, ${STAENDE[standOf(row.stand)]}`,
    text: openText(keys.get(row.person_id), row, BETREFF, row.betreff),
    href: `/termine/${row.id}`,
  }));
}
