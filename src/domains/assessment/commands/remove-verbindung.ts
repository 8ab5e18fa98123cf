import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { fallAkte } from "../queries/akte.ts";
import { fallOfVerbindung, verbindungOf } from "../queries/netzwerk.ts";

/**
 * Removes a connection that should never have stood there, also of a case that has ended: it is data of somebody else. Returns the id of its case.
 * @throws NotFound, Stale
 */
export async function removeVerbindung(tx: Tx, actor: Actor, { id, version }: At): Promise<string> {
  const fallId = await fallOfVerbindung(tx, id);
  await lockRow(tx, "kim.fall", fallId);
  const { key } = await fallAkte(tx, actor, fallId);
  held(await verbindungOf(tx, key, id), version);
  await tx.deleteFrom("kim.verbindung").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "netzwerk.entfernt", gegenstand: { art: "fall", id: fallId } });
  return fallId;
}
