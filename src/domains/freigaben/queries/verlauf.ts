import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { known } from "../../../platform/known.ts";
import { ART, ARTEN, SCHRITTART, TITEL, schrittText } from "../model/stand.ts";
import { worteOf } from "./schritte.ts";

/** What went out of a case and what came back, on its day; that somebody opened it stands with the copy. */
export async function freigabenImVerlauf(
  tx: Tx,
  actor: Actor,
  { fallId, from, size }: VerlaufFrage,
): Promise<readonly VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom((e) =>
      e
        .selectFrom("kim.freigabe_schritt as s")
        .innerJoin("kim.freigabe_akte as a", (on) =>
          on.onRef("a.kreis", "=", "s.kreis").onRef("a.id", "=", "s.freigabe_id"),
        )
        .select([
          "s.kreis",
          "s.id",
          "s.art",
          "s.tag",
          "s.inhalt",
          "a.art as wem",
          "a.id as freigabe",
          "a.person_id",
          "a.schluessel",
        ])
        .select(sql<string>`(s.am at time zone 'Europe/Berlin')::date`.as("am"))
        .where("a.fall_id", "=", fallId)
        .where("s.art", "<>", "geoeffnet")
        .unionAll(
          e
            .selectFrom("kim.freigabe_akte as a")
            .select(["a.kreis", "a.id", sql<string>`'angefragt'`.as("art"), sql<string | null>`null::date`.as("tag")])
            .select(sql<null>`null::bytea`.as("inhalt"))
            .select(["a.art as wem", "a.id as freigabe", "a.person_id", "a.schluessel"])
            .select(sql<string>`a.angelegt_am`.as("am"))
            .where("a.fall_id", "=", fallId)
            .where("a.art", "in", ["abh", "ebh"]),
        )
        .as("v"),
    )
    .selectAll()
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  return (await worteOf(tx, actor, rows)).map(({ row, wort }) => ({
    id: row.id,
    am: row.am,
    art: "freigabe",
    satz:
      row.art === "angefragt"
        ? TITEL[known(ART, row.wem)].concat(" angefragt")
        : `Kopie (${ARTEN[known(ART, row.wem)]}): ${schrittText(known(SCHRITTART, row.art), row.tag)}`,
    text:
      [wort?.text, wort?.unterlagen, wort?.zusage].filter((one) => one !== null && one !== undefined).join(" · ") ||
      null,
    href: `/freigaben/${row.freigabe}`,
  }));
}
