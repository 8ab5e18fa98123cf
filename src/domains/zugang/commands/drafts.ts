import { z } from "zod";
import { Redirect, type Route, action } from "../../../platform/access.ts";
import { type Actor, isReleased } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { writeAs } from "../../../platform/db.ts";
import { type DraftForm, discardPath, emptyPath, isOfRecord, keepPath } from "../../../platform/draft-form.ts";
import { deleteDraft, saveDraft } from "../../../platform/drafts.ts";
import { Refused, type Values, first } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";

/** Any field of any form: what it means is checked when the form itself is sent. */
const ANYTHING = z.object({}).catchall(z.array(z.string().max(50_000)).max(200));

/** What goes with one sending and not with what is typed. What the form says of its record stays. */
const OF_ONE_SENDING: ReadonlySet<string> = new Set(["_schluessel", "_entwurf", "_aktion"]);

const kept = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !OF_ONE_SENDING.has(name)));

/**
 * Keeps what was typed into a form, under the id in its field `_entwurf`; without one there is nothing to keep. `record` is
 * what the form changes, for a form that changes one. An account whose files are closed keeps no drafts either.
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

/**
 * The addresses of half-typed forms: `POST /entwurf/<form>` takes one while somebody types and is answered with 204, with
 * `/verwerfen` behind it the draft goes; for a form of one record its id stands in between. A form that is named twice is
 * continued on the page named first.
 */
export const draftRoutes = (forms: readonly DraftForm[]): readonly Route[] =>
  [...new Map(forms.toReversed().map((one) => [one.form, one])).values()].flatMap((draft) => [
    keep(draft),
    discard(draft),
  ]);

const keep = (draft: DraftForm): Route =>
  action({
    path: keepPath(draft),
    permission: "start.sehen",
    schema: ANYTHING,
    draft,
    run: async ({ actor, params }, values, submission) => {
      if (!isReleased(actor)) throw new Refused("Solange Ihre Akten geschlossen sind, wird kein Entwurf gesichert.");
      if (submission.draft !== undefined)
        await keepDraft(actor, draft, params["id"], {
          ...values,
          ...submission.basis,
          _entwurf: [submission.draft],
        });
      return new Response(null, { status: 204 });
    },
    again: () => new Response(null, { status: 422 }),
  });

/** Throws a draft away and leads to the form as it is without. */
const discard = (draft: DraftForm): Route =>
  change(
    discardPath(draft),
    "start.sehen",
    { schema: z.object({ entwurf: z.uuid() }), again: ({ params }) => new Redirect(emptyPath(draft, params["id"])) },
    async (tx, { actor, params }, { entwurf }) => {
      await deleteDraft(tx, actor, entwurf);
      return emptyPath(draft, params["id"]);
    },
  );
