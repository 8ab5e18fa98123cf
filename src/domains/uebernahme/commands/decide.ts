import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { refuseUnknownCodes } from "../queries/kontext.ts";
import { openEntscheidungen, sealEntscheidungen } from "../queries/siegel.ts";
import { mergeEntscheidungen } from "../model/uebernahme.ts";
import type { Entscheidungen } from "../../../listen/index.ts";
import { openList } from "./open-list.ts";

/**
 * Adds decisions to one's own list and has it read again. What is decided anew for the same word, table, row or cell
 * replaces the earlier. While it is still being read more may be decided. Words are remembered for the Träger only when the
 * list is taken over, so that a list thrown away leaves nothing behind.
 * @throws NotFound, Stale when decided on a version that is no longer the latest, Refused where nothing can be decided or a code is unknown
 */
export async function decide(tx: Tx, actor: Actor, { id, version }: At, teil: Entscheidungen): Promise<void> {
  const row = await openList(tx, { id, version }, ["liest", "gelesen"]);
  await refuseUnknownCodes(tx, teil.woerter ?? []);
  const liste = { kreis: actor.kreis, id };
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (key === undefined) throw new NotFound();
  const before = openEntscheidungen(key, liste, row.entscheidungen);
  await tx
    .updateTable("kim.uebernahme")
    .set({
      entscheidungen: sealEntscheidungen(key, liste, mergeEntscheidungen(before, teil)),
      stand: "liest",
      fortschritt: 0,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "liste.entschieden", gegenstand: { art: "liste", id } });
  await enqueue(tx, "uebernahme.lesen", liste);
}
