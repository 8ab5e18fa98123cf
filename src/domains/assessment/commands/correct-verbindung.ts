import { refuseLater } from "../../../platform/not-later.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { verbindungValues } from "../model/form-values.ts";
import type { VerbindungEingabe } from "../model/netzwerk.ts";
import { offeneAkte } from "../queries/akte.ts";
import { fallOfVerbindung, verbindungOf } from "../queries/netzwerk.ts";
import { refuseArt, sealedVerbindung } from "../rows/verbindung.ts";

/**
 * Puts a connection right, or gives it its last day. Returns the id of its case.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function correctVerbindung(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  typed: VerbindungEingabe,
): Promise<string> {
  const fallId = await fallOfVerbindung(tx, id);
  await lockRow(tx, "kim.fall", fallId);
  const fall = await offeneAkte(tx, actor, fallId);
  const now = held(await verbindungOf(tx, fall.key, id), version, verbindungValues);
  refuseLater("von", typed.von);
  refuseLater("bis", typed.bis);
  await refuseArt(tx, typed.art, now.art);
  await tx
    .updateTable("kim.verbindung")
    .set({
      ...sealedVerbindung(fall, id, typed),
      bis: typed.bis,
      geschrieben_von: actor.kontoId,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "netzwerk.berichtigt", gegenstand: { art: "fall", id: fallId } });
  return fallId;
}
