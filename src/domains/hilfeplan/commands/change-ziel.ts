import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import type { ZielEingabe } from "../model/plan.ts";
import { schritteIn, zielValues } from "../model/schritte.ts";
import { planOf } from "../queries/plaene.ts";
import { countChange, heldZiel, refuseEnded, writeSchritte } from "../rows/plan.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ZIEL } from "../rows/sealed.ts";

/**
 * Replaces a goal of a draft and its steps. Returns the case.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function changeZiel(tx: Tx, actor: Actor, { id, version }: At, eingabe: ZielEingabe): Promise<string> {
  const { akte, kopf } = await heldZiel(tx, actor, id);
  const { ziele } = await planOf(tx, akte, kopf);
  const ziel = held(
    ziele.find((one) => one.id === id),
    version,
    zielValues,
  );
  const schritte = schritteIn(eingabe);
  await refuseEnded(tx, eingabe.handlungsfeld, ziel.handlungsfeld);
  await tx
    .updateTable("kim.hilfeplan_ziel")
    .set({
      handlungsfeld: eingabe.handlungsfeld,
      ziel: sealText(akte.key, { kreis: actor.kreis, id }, ZIEL, eingabe.ziel),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await writeSchritte(
    tx,
    akte,
    id,
    schritte,
    ziel.schritte.map(({ faden }) => faden),
  );
  await countChange(tx, kopf.id);
  await recordEvent(tx, actor, { art: "hilfeplan.geaendert", gegenstand: { art: "fall", id: akte.id } });
  return akte.id;
}
