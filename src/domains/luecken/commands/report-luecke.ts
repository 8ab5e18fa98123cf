import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { MeldungEingabe, NeueLuecke } from "../model/luecke.ts";
import { isEnde } from "../model/stand.ts";
import { darueber, darunter } from "../queries/gruppe.ts";
import { quelleOf } from "../queries/herkunft.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { insertLuecke, pruefeMeldung } from "../rows/luecke.ts";
import { refuseTwice, writeMeldung } from "../rows/meldung.ts";

/**
 * Reports a gap: a sentence without persons that everybody of the Kreis may read, and its first count. Returns its id.
 * @throws NotFound where the case or consultation is not one's own
 * @throws Refused naming the field
 */
export async function reportLuecke(tx: Tx, actor: Actor, input: NeueLuecke): Promise<string> {
  return insertLuecke(tx, actor, input, await quelleOf(tx, actor, input));
}

/**
 * Adds a report to a gap that is known: "with us as well". It counts for the gap that this one was put together with.
 * @throws NotFound, also for whoever may only report
 * @throws Refused naming the field; or where the gap is over, or the same case was reported for it
 */
export async function joinLuecke(tx: Tx, actor: Actor, asked: string, input: MeldungEingabe): Promise<string> {
  if (!may(actor, "luecke.lesen")) throw new NotFound();
  const top = (await darueber(tx, [asked])).find(({ inId }) => inId === null);
  if (top === undefined) throw new NotFound();
  const { id } = top;
  await lockRow(tx, "kim.luecke", id);
  if (isEnde((await lueckeOf(tx, id)).stand))
    throw new Refused("Diese Lücke ist erledigt. Melden Sie eine neue, wenn es wieder auftritt.");
  const quelle = await quelleOf(tx, actor, input);
  await pruefeMeldung(tx, input, quelle, null);
  await refuseTwice(tx, quelle, await darunter(tx, id));
  await writeMeldung(tx, actor, id, input, quelle);
  await recordEvent(tx, actor, { art: "luecke.bestaetigt", gegenstand: { art: "luecke", id } });
  return id;
}
