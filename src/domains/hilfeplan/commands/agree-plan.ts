import { refuseLater } from "../../../platform/not-later.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { fehltZurVereinbarung } from "../model/vereinbar.ts";
import type { Vereinbarung } from "../model/plan.ts";
import { fassungenOf, geltendeIn, planOf } from "../queries/plaene.ts";
import { heldEntwurf } from "../rows/plan.ts";

/**
 * Both agreed to the draft, in the version that was read: from then on it does not change. @param at the case, and the version of its
 * draft
 * @throws NotFound, Stale
 * @throws Refused naming what is missing
 */
export async function agreePlan(tx: Tx, actor: Actor, { id, version }: At, eingabe: Vereinbarung): Promise<void> {
  const { akte, kopf } = await heldEntwurf(tx, actor, id);
  const plan = held(await planOf(tx, akte, kopf), version);
  const fehlt = fehltZurVereinbarung(plan);
  if (fehlt !== undefined) throw new Refused(fehlt);
  const { am, zustimmung } = eingabe;
  refuseLater("am", am);
  const vorige = geltendeIn(await fassungenOf(tx, id));
  if (vorige?.vereinbartAm !== undefined && vorige.vereinbartAm !== null && am < vorige.vereinbartAm) {
    throw new Refused(
      `Die vorige Fassung ist vom ${tagText(vorige.vereinbartAm)}. Diese kann nicht davor vereinbart sein.`,
      "am",
    );
  }
  if (plan.ueberpruefungAm !== null && plan.ueberpruefungAm <= am) {
    throw new Refused(
      `Überprüft wird am ${tagText(plan.ueberpruefungAm)}: Vereinbart haben Sie den Plan davor, oder die Überprüfung ist später.`,
      "am",
    );
  }
  await tx
    .updateTable("kim.hilfeplan")
    .set({ vereinbart_am: am, zustimmung, vereinbart_von: actor.kontoId, version: version + 1 })
    .where("id", "=", kopf.id)
    .execute();
  await recordEvent(tx, actor, { art: "hilfeplan.vereinbart", gegenstand: { art: "fall", id } });
}
