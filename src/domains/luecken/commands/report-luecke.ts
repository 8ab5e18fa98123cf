import { randomUUID } from "node:crypto";
import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { MeldungEingabe, NeueLuecke } from "../model/luecke.ts";
import { isEnde } from "../model/stand.ts";
import { darueber, darunter } from "../queries/gruppe.ts";
import { type Quelle, quelleOf } from "../queries/herkunft.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { refuseTwice, writeMeldung } from "../rows/meldung.ts";
import { refuseErkennbar } from "../rows/pruefen.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** @throws Refused where a field or a text cannot stay, with its place */
async function pruefeMeldung(tx: Tx, input: MeldungEingabe, { kennt }: Quelle, satz: string | null): Promise<void> {
  if (input.kommunen.length === 0)
    throw new Refused("Wählen Sie mindestens eine Kommune, in der etwas fehlt.", "kommunen");
  const list = await kommunen(tx);
  refuseClosed({ name: "kommunen", label: "In welchen Kommunen?", list, chosen: input.kommunen });
  refuseLater("seit", input.seit);
  refuseErkennbar({ satz, beispiel: input.beispiel }, input.kein_name, kennt);
}

/**
 * Reports a gap: a sentence without persons that everybody of the Kreis may read, and its first count. Returns its id.
 * @throws NotFound where the case or consultation is not one's own
 * @throws Refused naming the field
 */
export async function reportLuecke(tx: Tx, actor: Actor, input: NeueLuecke): Promise<string> {
  const quelle = await quelleOf(tx, actor, input);
  const heute = today();
  const listen = await codelisten(tx);
  const { handlungsfeld, rechtskreis, satz } = input;
  refuseClosed(
    {
      name: "handlungsfeld",
      label: "Handlungsfeld",
      list: wahlAm(listen.handlungsfeld, heute),
      chosen: [handlungsfeld],
    },
    {
      name: "rechtskreis",
      label: "Rechtskreis",
      list: wahlAm(listen.rechtskreis, heute),
      chosen: rechtskreis === null ? [] : [rechtskreis],
    },
  );
  await pruefeMeldung(tx, input, quelle, satz);
  const id = randomUUID();
  await tx
    .insertInto("kim.luecke")
    .values({
      kreis: actor.kreis,
      id,
      handlungsfeld,
      rechtskreis,
      satz,
      gemeldet_am: heute,
      stand: "gemeldet",
      stand_seit: heute,
    })
    .execute();
  await writeSchritt(tx, actor, { lueckeId: id, von: null, nach: "gemeldet", grund: null, meldende: true });
  await writeMeldung(tx, actor, id, input, quelle);
  await recordEvent(tx, actor, { art: "luecke.gemeldet", gegenstand: { art: "luecke", id } });
  return id;
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
