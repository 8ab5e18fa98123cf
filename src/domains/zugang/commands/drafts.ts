import { type Actor, isReleased } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { type DraftForm, isOfRecord } from "../../../platform/draft-form.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { type Values, first } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";

/** What goes with one sending and not with what is typed. What the form says of its record stays. */
const OF_ONE_SENDING: ReadonlySet<string> = new Set(["_schluessel", "_konto", "_entwurf", "_aktion"]);

const kept = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !OF_ONE_SENDING.has(name)));

/**
 * Keeps what was typed into a form, under the id in its field `_entwurf`; without one there is nothing to keep. `record` is
 * what the form changes, for a form that changes one. An account whose files are closed keeps no drafts either.
 * @throws TooManyDrafts
 */
export async function keepDraft(
  actor: Actor,
  draft: DraftForm,
  record: string | undefined,
  values: Values,
): Promise<void> {
  const id = first(values, "_entwurf");
  if (!isReleased(actor) || !isId(id) || (isOfRecord(draft) && !isId(record ?? ""))) return;
  await writeAs(actor, (tx) =>
    saveDraft(tx, actor, { id, form: draft.form, record: record ?? null, values: kept(values) }),
  );
}
