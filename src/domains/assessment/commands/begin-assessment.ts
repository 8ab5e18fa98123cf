import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import type { AssessmentTag } from "../model/assessment.ts";
import { offeneAkte } from "../queries/akte.ts";
import { refuseTag } from "../rows/tag.ts";

/**
 * Begins an assessment of a case of one's own, with every Lebensbereich that there is on its day, empty. Returns the new id.
 * @throws NotFound for a foreign case as for none
 * @throws Refused where the case is in no phase for it, for a day that has not come, or one that has an assessment already
 */
export async function beginAssessment(
  tx: Tx,
  actor: Actor,
  { fall: fallId }: { readonly fall: string },
  { am }: AssessmentTag,
): Promise<string> {
  await lockRow(tx, "kim.fall", fallId);
  const { akte } = await offeneAkte(tx, actor, fallId);
  await refuseTag(tx, fallId, am);
  const felder = kodesAm((await codelisten(tx)).handlungsfeld, am);
  if (felder.length === 0) throw new Refused("An diesem Tag gab es keine Lebensbereiche. Prüfen Sie den Tag.", "am");
  const id = randomUUID();
  await tx
    .insertInto("kim.assessment")
    .values({ ...akte, id, fall_id: fallId, am, begonnen_von: actor.kontoId })
    .execute();
  await insertMany(
    tx,
    "kim.lebensbereich",
    felder.map(({ code }) => ({ ...akte, id: randomUUID(), assessment_id: id, handlungsfeld: code })),
  );
  await recordEvent(tx, actor, { art: "assessment.begonnen", gegenstand: { art: "fall", id: fallId } });
  return id;
}
