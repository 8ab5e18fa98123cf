import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { type Luecke, type Vorhaben, isEntwachsen, isGueltig, luecke } from "../model/stand.ts";
import { EMPFAENGER, KATEGORIEN, type Weg, ZWECKE } from "../model/zwecke.ts";
import { type EinwilligungKurz, einwilligungenOf, laufendeOfEach } from "../queries/einwilligungen.ts";

/**
 * Holds the consent that covers what is to leave the file until the end of the transaction: whoever withdraws it meanwhile waits, and
 * whoever withdrew it first is obeyed.
 * @throws NotFound for a foreign person as for none
 * @throws Refused saying which consent is missing
 */
export async function holdGedeckt(
  tx: Tx,
  actor: Actor,
  personId: string,
  vorhaben: Vorhaben,
): Promise<EinwilligungKurz> {
  await akteWithKey(tx, actor, personId);
  const candidates = (await laufendeOfEach(tx, actor, [personId])).filter(
    (one) => luecke(one, vorhaben, today()) === undefined,
  );
  const ids = candidates.map((one) => one.id).toSorted();
  for (const id of ids) await lockRow(tx, "kim.einwilligung", id);
  // Read again: what was found may have been taken back while it was waited for.
  const still = ids.length === 0 ? [] : await laufendeOfEach(tx, actor, [personId]);
  const gedeckt = still.find((one) => ids.includes(one.id) && luecke(one, vorhaben, today()) === undefined);
  if (gedeckt === undefined) throw new Refused(await missing(tx, actor, personId, vorhaben));
  return gedeckt;
}

/**
 * The one way for something of a person to leave her file: it stands here that it did, or it does not happen. Call it in the
 * transaction that sends, prints or seals; what it holds, `holdGedeckt` says. Returns the id of the entry.
 * @throws NotFound for a foreign person as for none
 * @throws Refused saying which consent is missing
 */
export async function passOn(tx: Tx, actor: Actor, personId: string, vorhaben: Vorhaben, weg: Weg): Promise<string> {
  const gedeckt = await holdGedeckt(tx, actor, personId, vorhaben);
  const id = randomUUID();
  const am = vorhaben.am === undefined || vorhaben.am > today() ? today() : vorhaben.am;
  // Of somebody merged into her it may be the consent that she gave under her other name.
  const { akte } = await akteWithKey(tx, actor, gedeckt.personId);
  await tx
    .insertInto("kim.weitergabe")
    .values({
      ...akte,
      id,
      person_id: gedeckt.personId,
      einwilligung_id: gedeckt.id,
      am,
      art: weg,
      kategorien: [...vorhaben.kategorien],
      erfasst_von: actor.kontoId,
    })
    .execute();
  const gegenstand = { art: "einwilligung", id: gedeckt.id };
  await recordEvent(tx, actor, { art: "einwilligung.weitergegeben", gegenstand, zweck: weg });
  return id;
}

/** What came closest, so that the sentence says what to do. */
const NAEHE = ["zweck", "empfaenger", "ungueltig", "kategorien"] as const satisfies readonly Luecke[];

async function missing(tx: Tx, actor: Actor, personId: string, vorhaben: Vorhaben): Promise<string> {
  const all = await einwilligungenOf(tx, actor, personId);
  const luecken = all.map((one) => ({ one, was: luecke(one, vorhaben, today()) ?? "zweck" }));
  const naechste = luecken.toSorted((a, b) => NAEHE.indexOf(b.was) - NAEHE.indexOf(a.was))[0];
  const ziel = vorhaben.empfaenger ?? EMPFAENGER[vorhaben.empfaengerArt];
  if (naechste?.was === "kategorien") {
    const fehlt = vorhaben.kategorien.filter((one) => !naechste.one.kategorien.includes(one));
    const worte = fehlt.map((one) => `„${KATEGORIEN[one]}“`).join(", ");
    return `Die Einwilligung für ${ziel} umfasst ${worte} nicht. Lassen Sie das weg, oder bitten Sie um eine neue.`;
  }
  if (naechste?.was === "ungueltig" && isEntwachsen(naechste.one, vorhaben.am ?? today())) {
    const tag = tagText(naechste.one.sorgeEndet ?? today());
    return `In die Weitergabe an ${ziel} haben die Sorgeberechtigten eingewilligt. Die Person ist volljährig (${tag}): Fragen Sie sie selbst. Beraten können Sie weiter.`;
  }
  if (naechste?.was === "ungueltig") {
    const wann =
      vorhaben.am === undefined || !isGueltig(naechste.one, today()) ? "heute" : `am ${tagText(vorhaben.am)}`;
    return `Die Einwilligung für ${ziel} gilt ${wann} nicht (mehr). Bitten Sie um eine neue. Beraten können Sie weiter.`;
  }
  return `Für „${ZWECKE[vorhaben.zweck]}“ an ${ziel} gibt es keine Einwilligung. Bitten Sie erst darum. Beraten können Sie weiter.`;
}
