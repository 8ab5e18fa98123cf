import { z } from "zod";
import type { Visit } from "./access.ts";
import { type DraftForm, isOfRecord, keepPath } from "./draft-form.ts";
import { type Draft, draftOf, draftsOf } from "./drafts.ts";
import { type Rejected, type Values, first, readBefore, readQuery } from "./form.ts";
import { isId } from "./ids.ts";
import type { Tx } from "./tx.ts";

/** A record as its form is filled from it: the version, and what each field says. */
export type ReadRecord = { readonly version: number; readonly values: Values };

/** What a form with drafts shows. `record` and `draft` go to the `Form`, `values` to its fields. */
export type Filled = {
  readonly values: Values;
  /** From which state of the record the form speaks; nothing for a new one. */
  readonly record: { readonly version: number; readonly values: Values | undefined } | undefined;
  readonly draft: { readonly id: string; readonly url: string };
  /** When a draft that is gone on with was last kept. */
  readonly continued: Date | undefined;
};

const Query = z.object({ entwurf: z.uuid().optional() });

/**
 * Fills a form that keeps drafts: with the draft that the address asks for (`?entwurf=`), for a record else with the latest that
 * was begun for it, else with the record as it is stored; a form that came back with what was typed. Both still speak from
 * the version they were begun on, so that a change made meanwhile is told when it is saved. `record` is undefined for a form
 * of a new record.
 */
export async function filled(
  tx: Tx,
  visit: Visit,
  form: DraftForm,
  record: (ReadRecord & { readonly id: string }) | undefined,
  rejected?: Rejected,
): Promise<Filled> {
  const draft = rejected === undefined ? await begun(tx, visit, form, record?.id) : undefined;
  const typed = rejected?.values ?? draft?.values;
  const stored = record && { version: record.version, values: record.values };
  return {
    values: typed ?? record?.values ?? {},
    record: typed === undefined ? stored : record && basisOf(typed),
    draft: { id: draft?.id ?? idOfForm(rejected), url: keepPath(form, record?.id) },
    continued: draft?.geaendert,
  };
}

/** What was typed without its version, as a draft of before, fits none: saving it shows both. */
const basisOf = (values: Values) => ({
  version: Number(first(values, "_version")) || 0,
  values: readBefore(values),
});

/** The asked draft of this form and record, or the latest that was begun for the record. */
async function begun(tx: Tx, visit: Visit, form: DraftForm, record: string | undefined): Promise<Draft | undefined> {
  const { entwurf } = readQuery(Query, visit.url);
  const [latest] = isOfRecord(form) ? await draftsOf(tx, visit.actor, form.form, record) : [];
  const asked = entwurf ?? latest?.id;
  const draft = asked === undefined ? undefined : await draftOf(tx, visit.actor, asked);
  return draft?.form === form.form && draft.record === (record ?? null) ? draft : undefined;
}

/** A form that came back keeps its draft, unless that was saved already: then what is typed now is another record. */
function idOfForm(rejected: Rejected | undefined): string {
  const sent = first(rejected?.values ?? {}, "_entwurf");
  return isId(sent) && rejected?.saved === undefined ? sent : crypto.randomUUID();
}
