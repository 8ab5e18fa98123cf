import { randomUUID } from "node:crypto";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";
import { saveDraft } from "../../src/platform/drafts.ts";

/** Something half typed, about a record or for a new one; the id of the draft. */
export async function draft(
  actor: Actor,
  form: string,
  values: Record<string, string[]>,
  record?: string,
): Promise<string> {
  const id = randomUUID();
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id, form, record: record ?? null, values }));
  return id;
}
