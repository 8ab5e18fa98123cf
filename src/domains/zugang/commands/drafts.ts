import { z } from "zod";
import { type Route, action } from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { TECHNICAL_FIELDS, type Values, first } from "../../../platform/form.ts";
import { isId } from "../../../platform/id.ts";

/** A form that keeps drafts: its name, and the page that continues one (`?entwurf=<id>` is added). */
export type DraftForm = { readonly form: string; readonly resume: string };

/** Any field of any form: what it means is checked when the form itself is sent. */
const ANYTHING = z.object({}).catchall(z.array(z.string().max(50_000)).max(200));

const kept = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !TECHNICAL_FIELDS.some((t) => t === name)));

/** Keeps what was typed into a form, under the id in its field `_entwurf`; without one there is nothing to keep. */
export async function keepDraft(actor: Actor, form: string, values: Values): Promise<void> {
  const id = first(values, "_entwurf");
  if (!isId(id)) return;
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id, form, values: kept(values) }));
}

/**
 * The addresses that take half-typed forms while somebody types: `POST /entwurf/<form>`, answered with 204. A form that is
 * named twice is continued on the page named first.
 */
export const draftRoutes = (forms: readonly DraftForm[]): readonly Route[] =>
  [...new Map(forms.toReversed().map((one) => [one.form, one])).values()].map((draft) =>
    action({
      path: `/entwurf/${draft.form}`,
      permission: "start.sehen",
      schema: ANYTHING,
      draft,
      run: async ({ actor }, values, submission) => {
        if (submission.draft !== undefined)
          await keepDraft(actor, draft.form, { ...values, _entwurf: [submission.draft] });
        return new Response(null, { status: 204 });
      },
      again: () => new Response(null, { status: 422 }),
    }),
  );
