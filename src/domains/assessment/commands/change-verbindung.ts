import { refuseLater } from "../../../platform/not-later.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagDavor, tagText } from "../../../platform/span.ts";
import { wandelValues } from "../model/form-values.ts";
import type { NeueVerbindung } from "../model/netzwerk.ts";
import { offeneAkte } from "../queries/akte.ts";
import { fallOfVerbindung, verbindungOf } from "../queries/netzwerk.ts";
import { insertVerbindung, refuseArt } from "../rows/verbindung.ts";

/**
 * Says that a connection is different from a day on: how it was ends the day before and can still be looked at. Returns the id of
 * its case.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function changeVerbindung(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  typed: NeueVerbindung,
): Promise<string> {
  const fallId = await fallOfVerbindung(tx, id);
  await lockRow(tx, "kim.fall", fallId);
  const fall = await offeneAkte(tx, actor, fallId);
  const now = held(await verbindungOf(tx, fall.key, id), version, (v) => wandelValues(v, today()));
  if (now.bis !== null) {
    throw new Refused(
      `Diese Verbindung endete am ${tagText(now.bis)}. Tragen Sie sie neu ein, wenn es sie wieder gibt.`,
    );
  }
  refuseLater("von", typed.von);
  if (typed.von <= now.von) {
    const satz = `So ist es seit dem ${tagText(now.von)}. Geben Sie einen späteren Tag an, oder berichtigen Sie den Eintrag.`;
    throw new Refused(satz, "von");
  }
  await refuseArt(tx, typed.art, now.art);
  await tx
    .updateTable("kim.verbindung")
    .set({ bis: tagDavor(typed.von), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await insertVerbindung(tx, actor, fall, typed);
  await recordEvent(tx, actor, { art: "netzwerk.geaendert", gegenstand: { art: "fall", id: fallId } });
  return fallId;
}
