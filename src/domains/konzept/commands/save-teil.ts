import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { type At, lockRow } from "../../../platform/held.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { MAX_TEIL } from "../model/eingabe.ts";
import { falsches } from "../model/konzeptpapier.ts";
import { neuesIn, zusammengefuehrt } from "../model/absaetze.ts";
import { type TeilAkte, teilOf } from "../queries/kapitel.ts";
import { textIn } from "../queries/staende.ts";
import { woraufOf } from "../queries/stand.ts";
import { writeTeil } from "../rows/teil.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/** The part, held until the end of the transaction, for whoever writes in its draft. Other parts go on meanwhile. @throws NotFound */
export async function heldTeil(tx: Tx, actor: Actor, id: string): Promise<TeilAkte> {
  await lockRow(tx, "kim.konzept_teil", id);
  const akte = await teilOf(tx, actor, id);
  if (!akte.konzept.schreibt) throw new NotFound();
  return akte;
}

/** @throws Refused (field `text`) for a name that nothing has, or a character that no font has a picture of */
export async function refuseText(tx: Tx, actor: Actor, { konzept }: TeilAkte, text: string): Promise<void> {
  const wrong = falsches(text, await woraufOf(tx, actor, konzept));
  if (wrong !== undefined) throw new Refused(wrong, "text");
  refuseUnprintable([text], "text");
}

export type Gespeichert = { readonly konzeptId: string; readonly zusammen: boolean };

/**
 * Saves what somebody made of a part, from the version that was before her eyes. What others wrote in it meanwhile stays: both are
 * put together, paragraph by paragraph.
 * @throws Stale where both wrote the same paragraphs, or the version is none of this part: nothing is saved then
 * @throws NotFound, Refused (field `text`)
 */
export async function saveTeil(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { text, kein_name }: { readonly text: string; readonly kein_name?: boolean },
): Promise<Gespeichert> {
  const akte = await heldTeil(tx, actor, id);
  const { teil, konzept } = akte;
  const before = version === teil.version ? teil.text : await textIn(tx, id, version);
  const merged = before === undefined ? undefined : zusammengefuehrt(before, text, teil.text);
  if (merged === undefined || merged.beruehrungen.length > 0) throw new Stale(teil.version, { text: [teil.text] });
  if (merged.text.length > MAX_TEIL)
    throw new Refused(`Mit dem, was andere inzwischen schrieben, ist der Text zu lang. Kürzen Sie ihn.`, "text");
  await refuseText(tx, actor, akte, merged.text);
  await refuseNamen(tx, actor, { text: neuesIn(merged.text, teil.text) }, kein_name);
  const zusammen = version !== teil.version && merged.text !== text;
  if (merged.text !== teil.text) {
    await writeTeil(tx, actor, { teilId: id, version: teil.version + 1, text: merged.text, zusammen });
    await recordEvent(tx, actor, { art: "konzept.geaendert", gegenstand: { art: "konzept", id: konzept.id } });
  }
  return { konzeptId: konzept.id, zusammen };
}

/** Takes an earlier state of a part again; that of now stays among its states. @throws NotFound, Stale */
export async function restoreTeil(tx: Tx, actor: Actor, { id, version }: At, stand: number): Promise<void> {
  const { teil, konzept } = await heldTeil(tx, actor, id);
  if (teil.version !== version) throw new Stale(teil.version, {});
  const text = await textIn(tx, id, stand);
  if (text === undefined) throw new NotFound();
  await writeTeil(tx, actor, { teilId: id, version: version + 1, text });
  await recordEvent(tx, actor, { art: "konzept.geaendert", gegenstand: { art: "konzept", id: konzept.id } });
}
