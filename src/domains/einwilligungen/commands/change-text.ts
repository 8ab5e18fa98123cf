import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Wortlaut } from "../model/einwilligung.ts";
import { type EinwilligungText, alleTexte, einwilligungText } from "../queries/texte.ts";

/** A text as its form would be filled with it. */
export const textValues = ({ wortlaut }: EinwilligungText) => ({ wortlaut: [wortlaut] });

/** @throws NotFound, Stale; Refused for one that was released: somebody may have agreed to it */
async function draftOf(tx: Tx, actor: Actor, { id, version }: At): Promise<EinwilligungText> {
  await lockRow(tx, "kim.einwilligung_text", id);
  const text = held(await einwilligungText(tx, actor, id), version, textValues);
  if (text.freigegebenAm !== null) {
    throw new Refused("Dieser Text ist freigegeben und ändert sich nicht mehr. Beginnen Sie eine neue Fassung.");
  }
  return text;
}

/** Changes a text that is not released. @throws NotFound, Stale, Refused */
export async function changeText(tx: Tx, actor: Actor, at: At, { wortlaut }: Wortlaut): Promise<void> {
  await draftOf(tx, actor, at);
  const row = { wortlaut, version: at.version + 1 };
  await tx.updateTable("kim.einwilligung_text").set(row).where("id", "=", at.id).execute();
  const gegenstand = { art: "einwilligungstext", id: at.id };
  await recordEvent(tx, actor, { art: "einwilligungstext.geaendert", gegenstand });
}

/**
 * Releases a text: from now on it is what people agree to, and it stays as it is.
 * @throws NotFound, Stale
 * @throws Refused for a translation of a German text that is not released itself
 */
export async function releaseText(tx: Tx, actor: Actor, at: At): Promise<void> {
  const text = await draftOf(tx, actor, at);
  const deutsch = (await alleTexte(tx, actor)).find(
    (one) => one.zweck === text.zweck && one.sprache === "de" && one.fassung === text.fassung,
  );
  if (text.sprache !== "de" && deutsch?.freigegebenAm === null) {
    throw new Refused("Geben Sie zuerst den deutschen Text frei. Die Übersetzung sagt dasselbe wie er.");
  }
  const row = { freigegeben_von: actor.kontoId, freigegeben_am: today(), version: at.version + 1 };
  await tx.updateTable("kim.einwilligung_text").set(row).where("id", "=", at.id).execute();
  const gegenstand = { art: "einwilligungstext", id: at.id };
  await recordEvent(tx, actor, { art: "einwilligungstext.freigegeben", gegenstand });
}
