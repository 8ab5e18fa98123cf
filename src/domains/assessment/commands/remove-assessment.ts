import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { assessmentOf } from "../queries/assessments.ts";

/**
 * Removes an assessment that was begun by mistake and says nothing. Returns the id of its case.
 * @throws NotFound, Stale
 * @throws Refused where an area says something, or once did
 */
export async function removeAssessment(tx: Tx, actor: Actor, { id, version }: At): Promise<string> {
  const { fallId } = await assessmentOf(tx, id);
  await lockRow(tx, "kim.fall", fallId);
  held(await assessmentOf(tx, id), version);
  const written = await tx
    .selectFrom("kim.lebensbereich")
    .select("id")
    .where("assessment_id", "=", id)
    .where("version", ">", 1)
    .executeTakeFirst();
  if (written !== undefined) {
    throw new Refused(
      "In diesem Assessment steht schon etwas. Berichtigen Sie die Lebensbereiche, statt es zu entfernen.",
    );
  }
  await tx.deleteFrom("kim.assessment").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "assessment.entfernt", gegenstand: { art: "fall", id: fallId } });
  return fallId;
}
