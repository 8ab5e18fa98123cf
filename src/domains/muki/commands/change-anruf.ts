import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { AnrufAngaben } from "../model/anruf.ts";
import { anrufOf, anrufValues } from "../queries/anrufe.ts";
import { akteOf, writeSprachen } from "./record-anruf.ts";

/** Puts right what is told of a call; the consultation that it is has its own page. @throws NotFound, Stale, Refused */
export async function changeAnruf(tx: Tx, actor: Actor, { id, version }: At, angaben: AnrufAngaben): Promise<void> {
  await lockRow(tx, "kim.beratung", id);
  held(await anrufOf(tx, id), version, anrufValues);
  const { anrufer, kind_alter, frage, antwort } = angaben;
  await tx
    .updateTable("kim.telefonsprechstunde")
    .set({ anrufer, kind_alter, frage, antwort, version: version + 1 })
    .where("beratung_id", "=", id)
    .execute();
  await writeSprachen(tx, await akteOf(tx, id), id, angaben);
  await recordEvent(tx, actor, { art: "beratung.anruf", gegenstand: { art: "beratung", id } });
}
