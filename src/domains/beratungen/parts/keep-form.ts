import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { deleteDraft, saveDraft } from "../../../platform/drafts.ts";
import { type Values, first } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";

/**
 * Keeps a form that came back as its draft: whoever has no JavaScript has no other. The draft that it was saved from goes.
 * `record` is what the form changes.
 */
export async function keepForm(
  tx: Tx,
  actor: Actor,
  draft: { readonly id: string; readonly form: string; readonly record?: string; readonly values: Values },
): Promise<void> {
  await saveDraft(tx, actor, draft);
  const sent = first(draft.values, "_entwurf");
  if (isId(sent) && sent !== draft.id) await deleteDraft(tx, actor, sent);
}
