import { z } from "zod";
import { Redirect, type Route, type Visit, action, page } from "../../../platform/access.ts";
import { type Recht, isReleased } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import {
  type DraftForm,
  discardPath,
  discardedPath,
  emptyPath,
  isOfRecord,
  keepPath,
  restorePath,
  resumePath,
} from "../../../platform/draft-form.ts";
import { MAX_DRAFTS, allDrafts, discardDrafts, restoreDrafts } from "../../../platform/drafts.ts";
import { NOTHING, text } from "../../../platform/fields.ts";
import { Refused, several } from "../../../platform/form.ts";
import { DiscardDraft, EmptyState, Page, Table } from "../../../ui/index.ts";
import { keepDraft } from "../commands/drafts.ts";
import { ownPath } from "../model/weiter.ts";

/** Any field of any form: what it means is checked when the form itself is sent. */
const ANYTHING = z.object({}).catchall(z.array(text(50_000)).max(200));

const LIST = "/konto/angefangen";

/**
 * The addresses of half-typed forms: `POST /entwurf/<form>` takes one while somebody types and is answered with 204, with
 * `/verwerfen` behind it the draft goes; for a form of one record its id stands in between. Only who may send the form may
 * keep a draft of it. A form that is named twice is continued on the page named first. A page lists all that one has begun.
 */
export function draftRoutes(routes: readonly Route[]): readonly Route[] {
  const forms = new Map<string, Guarded>();
  for (const { draft, permission } of routes) {
    if (draft === undefined || permission === "oeffentlich" || forms.has(draft.form)) continue;
    forms.set(draft.form, { draft, permission });
  }
  return [
    ...[...forms.values()].flatMap((form) => [keep(form), discard(form.draft), restore(form.draft)]),
    list(forms),
  ];
}

type Guarded = { readonly draft: DraftForm; readonly permission: Recht };

const keep = ({ draft, permission }: Guarded): Route =>
  action({
    path: keepPath(draft),
    permission,
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
    again: (_, { errors }) =>
      new Response(errors[0]?.message, { status: 422, headers: { "Content-Type": "text/plain; charset=utf-8" } }),
  });

const Discarded = z.object({ entwurf: several(z.uuid()), weiter: z.string().optional() });

/** Throws drafts away and leads to the form as it is without, or back to the list; there it can be taken back. */
const discard = (draft: DraftForm): Route =>
  change(
    discardPath(draft),
    "konto.eigenes",
    { schema: Discarded, again: ({ params }) => new Redirect(emptyPath(draft, params["id"])) },
    async (tx, { actor, params }, { entwurf, weiter }) => {
      const n = await discardDrafts(tx, actor, draft.form, entwurf);
      return discardedPath(draft, n, weiter === undefined ? emptyPath(draft, params["id"]) : ownPath(weiter));
    },
  );

/** Takes back what was thrown away last, and goes on with it where it was one. */
const restore = (draft: DraftForm): Route =>
  change(
    restorePath(draft.form),
    "konto.eigenes",
    { schema: NOTHING, again: () => new Redirect(LIST) },
    async (tx, { actor }) => {
      const [one, ...more] = await restoreDrafts(tx, actor, draft.form);
      if (one !== undefined && more.length === 0) return resumePath(draft, one.id, one.record ?? undefined);
      return isOfRecord(draft) ? LIST : emptyPath(draft, undefined);
    },
  );

const WHEN = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

/** Whose record it is stays inside: a list of names is no one's business who looks over a shoulder. */
const list = (forms: ReadonlyMap<string, Guarded>): Route =>
  page({
    path: LIST,
    permission: "konto.eigenes",
    show: async ({ actor, frame }: Visit) => {
      const all = await readAs(actor, (tx) => allDrafts(tx, actor));
      const begun = all.flatMap((one) => {
        const draft = forms.get(one.form)?.draft;
        return draft === undefined ? [] : [{ ...one, draft, of: one.record ?? undefined }];
      });
      return (
        <Page frame={frame} title="Angefangene Eingaben" extra breadcrumb={[{ label: "Mein Konto", href: "/konto" }]}>
          <p>
            Was Sie getippt und noch nicht gespeichert haben. Nur Sie sehen es; 14 Tage nach der letzten Änderung wird
            es gelöscht, einen Tag nach dem Verwerfen auch. Von jedem Formular hebt KIM bis zu {MAX_DRAFTS} auf.
          </p>
          <Table
            caption="Angefangene Eingaben"
            hideCaption
            stack
            rows={begun}
            empty={<EmptyState>Es ist nichts angefangen.</EmptyState>}
            columns={[
              { label: "Zuletzt getippt", cell: (one) => WHEN.format(one.geaendert) },
              { label: "Formular", cell: ({ id, draft, of }) => <a href={resumePath(draft, id, of)}>{draft.name}</a> },
              {
                label: "Verwerfen",
                cell: ({ id, draft, of }) => <DiscardDraft draft={{ id, url: keepPath(draft, of) }} back={LIST} />,
              },
            ]}
          />
        </Page>
      );
    },
  });
