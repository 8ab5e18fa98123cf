import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type PlanSchritt, SCHRITTE } from "../model/plan.ts";
import { entwurfIn, fassungenOf, planOf } from "../queries/plaene.ts";
import { countChange, heldEntwurf, heldFall, writeSchritte } from "../rows/plan.ts";
import { beginEntwurf } from "./begin-entwurf.ts";

/** A step for a goal, which is named by its `faden`: the same in the draft as in the version in force. */
export type NeuerSchritt = Omit<PlanSchritt, "faden"> & { readonly ziel: string };

/**
 * Adds a step to a goal of the plan of a case. What was agreed does not change: where there is no draft, the next version is begun.
 * Returns the `faden` of the step.
 * @throws NotFound
 * @throws Refused where the case is over, the goal is gone, or has as many steps as a goal may have
 */
export async function addSchritt(tx: Tx, actor: Actor, fallId: string, neu: NeuerSchritt): Promise<string> {
  await heldFall(tx, actor, fallId);
  if (entwurfIn(await fassungenOf(tx, fallId)) === undefined) await beginEntwurf(tx, actor, fallId);
  const { akte, kopf } = await heldEntwurf(tx, actor, fallId);
  const { ziele } = await planOf(tx, akte, kopf);
  const { ziel: asked, ...schritt } = neu;
  const ziel = ziele.find((one) => one.faden === asked);
  if (ziel === undefined) throw new Refused("Dieses Ziel steht nicht mehr im Plan. Wählen Sie ein anderes.", "ziel");
  if (ziel.schritte.length >= SCHRITTE.length) {
    throw new Refused(`Dieses Ziel hat schon ${SCHRITTE.length} Schritte. Wählen Sie ein anderes.`, "ziel");
  }
  const faden = randomUUID();
  const schritte = [...ziel.schritte, { ...schritt, faden }];
  await writeSchritte(
    tx,
    akte,
    ziel.id,
    schritte,
    schritte.map((one) => one.faden),
  );
  await tx
    .updateTable("kim.hilfeplan_ziel")
    .set({ version: sql`version + 1` })
    .where("id", "=", ziel.id)
    .execute();
  await countChange(tx, kopf.id);
  await recordEvent(tx, actor, { art: "hilfeplan.geaendert", gegenstand: { art: "fall", id: fallId } });
  return faden;
}
