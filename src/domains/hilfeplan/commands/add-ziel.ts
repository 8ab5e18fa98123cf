import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { ZielEingabe } from "../model/plan.ts";
import { schritteIn } from "../model/schritte.ts";
import { letzterRang } from "../queries/plaene.ts";
import { countChange, heldEntwurf, refuseEnded } from "../rows/plan.ts";
import { writeZiel } from "../rows/ziel.ts";

/** More than a person can keep in mind, and than a sheet of paper takes. */
const MOST = 12;

/**
 * Adds a goal to the draft of a case. Returns its id.
 * @throws NotFound where there is no draft
 * @throws Refused naming the field that has to be put right
 */
export async function addZiel(tx: Tx, actor: Actor, fallId: string, eingabe: ZielEingabe): Promise<string> {
  const { akte, kopf } = await heldEntwurf(tx, actor, fallId);
  const schritte = schritteIn(eingabe);
  await refuseEnded(tx, eingabe.handlungsfeld);
  const rang = (await letzterRang(tx, kopf.id)) + 1;
  if (rang > MOST) {
    throw new Refused(`Ein Plan hat höchstens ${MOST} Ziele. Fassen Sie Ziele zusammen, oder entfernen Sie eines.`);
  }
  const { ziel, handlungsfeld } = eingabe;
  const id = await writeZiel(tx, akte, kopf.id, { faden: randomUUID(), rang, handlungsfeld, ziel, schritte });
  await countChange(tx, kopf.id);
  await recordEvent(tx, actor, { art: "hilfeplan.geaendert", gegenstand: { art: "fall", id: fallId } });
  return id;
}
