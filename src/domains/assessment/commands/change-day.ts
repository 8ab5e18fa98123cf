import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import type { AssessmentTag } from "../model/assessment.ts";
import { tagValues } from "../model/form-values.ts";
import { offeneAkte } from "../queries/akte.ts";
import { assessmentOf } from "../queries/assessments.ts";
import { refuseTag } from "../rows/tag.ts";

/**
 * Puts the day of an assessment right. Returns the id of its case.
 * @throws NotFound, Stale
 * @throws Refused where that day cannot be
 */
export async function changeDay(tx: Tx, actor: Actor, { id, version }: At, { am }: AssessmentTag): Promise<string> {
  const { fallId } = await assessmentOf(tx, id);
  await lockRow(tx, "kim.fall", fallId);
  held(await assessmentOf(tx, id), version, tagValues);
  await offeneAkte(tx, actor, fallId);
  await refuseTag(tx, fallId, am, id);
  const { erster } = await tx
    .selectFrom("kim.lebensbereich")
    .select((e) => e.fn.min("am").as("erster"))
    .where("assessment_id", "=", id)
    .executeTakeFirstOrThrow();
  if (erster !== null && am > erster) {
    const satz = `Über einen Lebensbereich wurde schon am ${tagText(erster)} gesprochen. Das Assessment beginnt nicht danach.`;
    throw new Refused(satz, "am");
  }
  await tx
    .updateTable("kim.assessment")
    .set({ am, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "assessment.geaendert", gegenstand: { art: "fall", id: fallId } });
  return fallId;
}
