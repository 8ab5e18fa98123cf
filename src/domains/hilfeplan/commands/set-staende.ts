import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import type { Stand, StaendeEingabe } from "../model/plan.ts";
import { fassungenOf, geltendeIn, planOf, staendeOf } from "../queries/plaene.ts";
import { heldFall } from "../rows/plan.ts";

const STAENDE = ["offen", "erledigt", "entfaellt"] as const satisfies readonly Stand[];

/**
 * Says what became of steps of the version in force, on one day. Of a step that is as it was nothing is written. Returns how many
 * changed.
 * @throws NotFound where nothing was agreed yet
 * @throws Refused for a day that has not come, or before what was said of the step last
 */
export async function setStaende(tx: Tx, actor: Actor, fallId: string, eingabe: StaendeEingabe): Promise<number> {
  const akte = await heldFall(tx, actor, fallId);
  const kopf = geltendeIn(await fassungenOf(tx, fallId));
  if (kopf === undefined) throw new NotFound();
  const { ziele } = await planOf(tx, akte, kopf);
  const jetzt = await staendeOf(tx, fallId);
  refuseLater("am", eingabe.am);
  const rows = ziele
    .flatMap(({ schritte }) => schritte)
    .flatMap(({ faden }) => {
      const typed = eingabe[`stand_${faden}`];
      const stand = STAENDE.find((one) => Array.isArray(typed) && typed[0] === one);
      const vorher = jetzt.get(faden);
      if (stand === undefined || stand === (vorher?.stand ?? "offen")) return [];
      if (vorher !== undefined && eingabe.am < vorher.am) {
        throw new Refused("Zu diesem Schritt ist schon etwas Späteres eingetragen.", `stand_${faden}`);
      }
      const id = randomUUID();
      const what = { id, fall_id: fallId, schritt_faden: faden, folge: (vorher?.folge ?? 0) + 1, stand };
      return [{ ...akte.akte, ...what, am: eingabe.am, erfasst_von: actor.kontoId }];
    });
  if (rows.length === 0) return 0;
  await insertMany(tx, "kim.hilfeplan_stand", rows);
  await recordEvent(tx, actor, { art: "hilfeplan.stand", gegenstand: { art: "fall", id: fallId } });
  return rows.length;
}
