import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockIfThere, lockRow } from "../../../platform/held.ts";
import { type SchrittEingabe, type Stand, betragCent, hindernis } from "../model/einsatz.ts";
import { type Einsatz, einsatzOf } from "../queries/einsaetze.ts";
import { sprachmittlerOf } from "../queries/pool.ts";
import { refusePerson, writeSchritt } from "../rows/einsatz.ts";

const NICHTS = { minuten: null, satz_cent: null, fahrt_cent: null, betrag_cent: null };

/** What the row says after a step: who interprets, how long it took and what it costs. */
async function danach(tx: Tx, actor: Actor, now: Einsatz, input: SchrittEingabe) {
  const { nach, minuten, fahrt } = input;
  if (nach === "offen" || nach === "unbesetzt") return { ...NICHTS, sprachmittler_id: null };
  if (nach === "geleistet") {
    if (minuten === null || now.sprachmittlerId === null) throw new Refused("Geben Sie die Minuten an.", "minuten");
    if (now.tag > today()) throw new Refused("Dieser Einsatz liegt noch vor Ihnen.");
    const { satzCent } = await sprachmittlerOf(tx, actor, now.sprachmittlerId);
    const betrag = betragCent(minuten, satzCent, fahrt);
    return { minuten, satz_cent: satzCent, fahrt_cent: fahrt, betrag_cent: betrag };
  }
  if (nach === "gebucht" && now.stand === "offen") {
    if (input.sprachmittler === null) throw new Refused("Wählen Sie, wer mittelt.", "sprachmittler");
    await refusePerson(tx, actor, input.sprachmittler, now, now.id);
    return { ...NICHTS, sprachmittler_id: input.sprachmittler };
  }
  // Who did not come, or was taken back, may have been booked elsewhere meanwhile.
  if (nach === "gebucht" && now.sprachmittlerId !== null && now.stand === "ausgefallen")
    await refusePerson(tx, actor, now.sprachmittlerId, now, now.id);
  return NICHTS;
}

const EREIGNIS: Readonly<Record<Stand, string>> = {
  offen: "sprachmittlung.gesucht",
  gebucht: "sprachmittlung.gebucht",
  geleistet: "sprachmittlung.geleistet",
  abgerechnet: "sprachmittlung.abgerechnet",
  unbesetzt: "sprachmittlung.unbesetzt",
  abgesagt: "sprachmittlung.abgesagt",
  ausgefallen: "sprachmittlung.ausgefallen",
};

/** Takes the next step of a booking, or the last one back. @throws NotFound, Stale, Refused */
export async function moveSprachmittlung(tx: Tx, actor: Actor, at: At, input: SchrittEingabe): Promise<void> {
  const before = await einsatzOf(tx, actor, at.id);
  const person = input.sprachmittler ?? before.sprachmittlerId;
  if (person !== null) await lockIfThere(tx, "kim.sprachmittler", person);
  await lockRow(tx, "kim.sprachmittlung", at.id);
  const now = held(await einsatzOf(tx, actor, at.id), at.version);
  const why = hindernis(now.stand, input.nach);
  if (why !== undefined) throw new Refused(why, "nach");
  const version = now.version + 1;
  await tx
    .updateTable("kim.sprachmittlung")
    .set({ ...(await danach(tx, actor, now, input)), stand: input.nach, version })
    .where("id", "=", now.id)
    .execute();
  await writeSchritt(tx, actor, { id: now.id, stand: input.nach, version }, EREIGNIS[input.nach]);
}
