import { z } from "zod";
import { type Answer, type Html, Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { type Draft, deleteDraft, draftOf, draftsOf, saveDraft } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import type { Flash } from "../../../platform/frame.ts";
import { answerOf } from "../../../platform/submission.ts";
import { recordBeratung } from "../commands/record.ts";
import { BeratungEingabe } from "../model/eingabe.ts";
import { type Ansicht, ansichtVon, emptyValues, formularOf } from "../queries/formular.ts";
import { NeueBeratung, type Seite } from "../parts/neue-beratung.tsx";
import { FORMULAR, tagesliste } from "../queries/beratungen.ts";
import { getan } from "../parts/getan.ts";
import { tag } from "../model/texte.ts";
import { isId } from "../../../platform/ids.ts";

const PATH = "/beratungen/neu";
const RECHT = "beratung.schreiben";
/** So many of today's entries stand beside the form. */
const SHOWN_TODAY = 12;

const Query = z.object({
  /** A draft to go on with. */
  entwurf: z.uuid().optional(),
  /** A form that was shown and may have been saved since. */
  formular: z.uuid().optional(),
  /** What was saved just now. */
  gespeichert: z.uuid().optional(),
  /** The day to go on with after saving one of another day. */
  am: z.iso.date().optional(),
  /** Whom it is with: from that person's page. */
  person: z.uuid().optional(),
});

/**
 * The capture page: empty, or with a draft. The id of the form stands in the address, so that the back button, which
 * fetches the page again, does not make another form of it: what was saved from it is shown instead.
 */
export const showNew = page({
  path: PATH,
  permission: RECHT,
  show: async (visit) => {
    const query = readQuery(Query, visit.url);
    const id = query.entwurf ?? query.formular;
    if (id === undefined) return new Redirect(freshPath(query));
    const shown = await readAs(visit.actor, async (tx) => {
      const draft = await draftOf(tx, visit.actor, id);
      const saved = draft === undefined ? await answerOf(tx, visit.actor, id) : undefined;
      if (saved !== undefined) return saved;
      const empty = {
        ...(await emptyValues(tx, visit.actor, query.am ?? today())),
        ...(query.person === undefined ? {} : { stufe: ["2"], person: [query.person] }),
        _entwurf: [id],
      };
      return seiteOf(tx, visit, { values: draft?.values ?? empty, draft });
    });
    if (typeof shown === "string") return new Redirect(getan.after(`/beratungen/${shown}`, "schon"));
    const gone = query.entwurf !== undefined && shown.fortgesetzt === undefined;
    return <NeueBeratung frame={{ ...visit.frame, flash: flashOf(query, gone) }} seite={shown} />;
  },
});

/** The address of a new form; says what was saved before it. */
function freshPath({ gespeichert, am, person }: Partial<z.output<typeof Query>>): string {
  const kept = Object.entries({ gespeichert, am, person }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `${PATH}?${new URLSearchParams([...kept, ["formular", crypto.randomUUID()]]).toString()}`;
}

function flashOf(query: z.output<typeof Query>, gone: boolean): Flash | undefined {
  if (query.gespeichert !== undefined) {
    const next = query.am === undefined ? "" : ` Die nächste ist wieder für den ${tag(query.am)}.`;
    const link = { label: "Ansehen oder korrigieren", href: `/beratungen/${query.gespeichert}` };
    return { kind: "success", text: `Gespeichert.${next}`, link };
  }
  if (!gone) return undefined;
  const link = { label: "Meine Beratungen", href: "/beratungen" };
  return { kind: "info", text: "Dieser Entwurf ist schon gespeichert oder verworfen.", link };
}

type Typed = {
  readonly values: Values;
  readonly rejected?: Rejected | undefined;
  readonly ansicht?: Ansicht | undefined;
  readonly draft?: Draft | undefined;
};

/**
 * The id of a form being typed: of its draft, and its idempotency key. Two tabs with one draft are thus one record. When it
 * was saved already, what is typed now is another one.
 */
export function formId({ values, rejected, draft }: Omit<Typed, "ansicht">): string {
  const sent = first(values, "_entwurf");
  return draft?.id ?? (isId(sent) && rejected?.saved === undefined ? sent : crypto.randomUUID());
}

/** Keeps a form that came back as its draft; the one that it was saved from goes. */
export async function keepForm(tx: Tx, { actor }: Visit, form: string, id: string, values: Values): Promise<void> {
  await saveDraft(tx, actor, { id, form, values });
  const sent = first(values, "_entwurf");
  if (isId(sent) && sent !== id) await deleteDraft(tx, actor, sent);
}

async function seiteOf(tx: Tx, { actor }: Visit, typed: Typed): Promise<Seite> {
  const heute = today();
  const id = formId(typed);
  const entwuerfe = await draftsOf(tx, actor, FORMULAR);
  return {
    f: await formularOf(tx, actor, typed),
    heute,
    entwurf: id,
    fortgesetzt: typed.draft?.geaendert,
    entwuerfe: entwuerfe.filter((e) => e.id !== id),
    liste: await tagesliste(tx, heute, SHOWN_TODAY),
  };
}

/** Saves, or shows the form in another way (`ansicht`): hits of a search, one more person, like the last one. */
export const postNew = action({
  path: PATH,
  permission: RECHT,
  schema: BeratungEingabe,
  draft: { form: FORMULAR, resume: PATH },
  run: async (visit, value, submission) => {
    const id = await recordBeratung(visit.actor, submission, value);
    if (visit.url.searchParams.get("weiter") === "zeigen")
      return new Redirect(getan.after(`/beratungen/${id}`, "gespeichert"));
    return new Redirect(freshPath({ gespeichert: id, am: value.am === today() ? undefined : value.am }));
  },
  again: (visit, rejected) => again(visit, rejected),
});

/** Shows the form with everything typed. It becomes a draft as well: whoever has no JavaScript has no other. */
async function again(visit: Visit, rejected: Rejected): Promise<Answer> {
  const ansicht = ansichtVon(rejected);
  const seite = await writeAs(visit.actor, async (tx) => {
    const state = await seiteOf(tx, visit, { values: rejected.values, rejected, ansicht });
    await keepForm(tx, visit, FORMULAR, state.entwurf, state.f.values);
    return state;
  });
  const html = <NeueBeratung frame={visit.frame} seite={seite} />;
  return ansicht === undefined ? html : asResponse(html);
}

/** A page that answers a POST without having refused it. */
export const asResponse = async (html: Html): Promise<Response> =>
  new Response(String(await html), { headers: { "Content-Type": "text/html; charset=UTF-8" } });

/** Throws a draft of the form at `path` away. */
export const discardDraftOf = (path: string) =>
  action({
    path: `${path}/verwerfen`,
    permission: RECHT,
    schema: z.object({ entwurf: z.uuid() }),
    run: async (visit, { entwurf }) => {
      await writeAs(visit.actor, (tx) => deleteDraft(tx, visit.actor, entwurf));
      return new Redirect(path);
    },
    again: () => new Redirect(path),
  });

export const discardNew = discardDraftOf(PATH);
