import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { knownOrNone } from "../../../platform/known.ts";
import { ofPerson } from "../../personen/index.ts";
import { EBH_STAND, type EbhStand } from "../model/ebh.ts";
import { holding } from "./kopien.ts";
import { traegerNamen } from "./schritte.ts";

/** A copy in the stock of the authority; nothing of what is in it. Days are ISO. */
export type Bestandskopie = {
  readonly id: string;
  readonly traeger: string;
  readonly gesendetAm: string;
  readonly gueltigBis: string;
  readonly ebhStand: EbhStand | null;
  readonly ebhSeit: string | null;
};

/** More does not fit on a board; what is older stands in the list. */
const MOST = 200;

/**
 * The copies that were released to one's own naturalisation authority and can be read today, the oldest first. Nothing is counted or
 * found beyond them: whoever released nothing is not there.
 */
export async function bestand(tx: Tx, actor: Actor): Promise<Bestandskopie[]> {
  const rows = await holding(tx)
    .select(["gesendet_am", "ebh_stand", "ebh_seit"])
    .where("an_traeger_id", "=", actor.traegerId)
    .where("art", "=", "ebh")
    .where("stand", "<>", "erledigt")
    .orderBy("gesendet_am")
    .orderBy("id")
    .limit(MOST)
    .execute();
  const namen = await traegerNamen(tx, [...new Set(rows.map((row) => row.traeger_id))]);
  return rows.map((row) => ({
    id: row.id,
    traeger: namen.get(row.traeger_id) ?? "",
    gesendetAm: row.gesendet_am,
    gueltigBis: row.gueltig_bis,
    ebhStand: knownOrNone(EBH_STAND, row.ebh_stand),
    ebhSeit: row.ebh_seit,
  }));
}

/** What the authority said last of a person whose file one leads, with the copy that it said it of; undefined for nothing. */
export async function ebhStandOf(
  tx: Tx,
  person: string,
): Promise<{ readonly id: string; readonly stand: EbhStand; readonly seit: string } | undefined> {
  const row = await tx
    .selectFrom("kim.freigabe_akte as a")
    .innerJoin("kim.freigabe as f", (on) => on.onRef("f.kreis", "=", "a.kreis").onRef("f.id", "=", "a.id"))
    .select(["f.id", "f.ebh_stand", "f.ebh_seit"])
    .where("a.person_id", "=", ofPerson(person))
    // Only what went to the authority has a word of it, and an index of its own (0166).
    .where(sql<boolean>`a.art = 'ebh'`)
    .where("f.ebh_stand", "is not", null)
    .orderBy("f.ebh_seit", "desc")
    .limit(1)
    .executeTakeFirst();
  const stand = knownOrNone(EBH_STAND, row?.ebh_stand ?? null);
  return row?.ebh_seit == null || stand === null ? undefined : { id: row.id, stand, seit: row.ebh_seit };
}

/** How many days a copy waits where it is. */
export const wartetTage = ({ ebhSeit, gesendetAm }: Bestandskopie): number =>
  Math.round((Date.parse(today()) - Date.parse(ebhSeit ?? gesendetAm)) / 86_400_000);
