import { refuseLater } from "../../../platform/not-later.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import type { NeueVerbindung } from "../model/netzwerk.ts";
import { offeneAkte } from "../queries/akte.ts";
import { insertVerbindung, refuseArt } from "../rows/verbindung.ts";

/**
 * Puts somebody or an office on the map of a case of one's own. Returns the new id.
 * @throws NotFound for a foreign case as for none
 * @throws Refused naming the field that has to be put right
 */
export async function addVerbindung(
  tx: Tx,
  actor: Actor,
  { fall: fallId }: { readonly fall: string },
  typed: NeueVerbindung,
): Promise<string> {
  await lockRow(tx, "kim.fall", fallId);
  const fall = await offeneAkte(tx, actor, fallId);
  refuseLater("von", typed.von);
  await refuseArt(tx, typed.art);
  const id = await insertVerbindung(tx, actor, fall, typed);
  await recordEvent(tx, actor, { art: "netzwerk.eingetragen", gegenstand: { art: "fall", id: fallId } });
  return id;
}
