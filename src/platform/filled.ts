import { z } from "zod";
import type { Visit } from "./access.ts";
import { type DraftForm, isOfRecord, keepPath, resumePath } from "./draft-form.ts";
import { type Draft, draftOf, draftsOf, draftsWithContent } from "./drafts.ts";
import { type Rejected, type Values, first, overtaken, readBefore, readQuery, sameIn } from "./form.ts";
import { isId } from "./ids.ts";
import type { Tx } from "./tx.ts";

/** A record as its form is filled from it: the version, and what each field says. */
export type ReadRecord = { readonly version: number; readonly values: Values };

/** A draft that was begun, without its content. */
export type Begun = { readonly id: string; readonly geaendert: Date };

/** What a form with drafts shows. `record` and `draft` go to the `Form`, `values` to its fields. */
export type Filled = {
  readonly values: Values;
  /** From which state of the record the form speaks; nothing for a new one. */
  readonly record: { readonly version: number; readonly values: Values | undefined } | undefined;
  readonly draft: { readonly id: string; readonly url: string };
  /** When a draft that is gone on with was last kept. */
  readonly continued: Date | undefined;
  /** Whether the draft is older than the record, and shows what was saved since in each field that it left alone. */
  readonly renewed: boolean;
  /** What else was begun for the same record, each with the address that continues it. */
  readonly others: readonly (Begun & { readonly href: string })[];
  /** What else was begun of a form for new records, with what was typed. */
  readonly begun: readonly Draft[];
};

const Query = z.object({ entwurf: z.uuid().optional() });

/**
 * Fills a form that keeps drafts: with the draft that the address asks for (`?entwurf=`), for a record else with the latest that
 * was begun for it, else with the record as it is stored; a form that came back with what was typed. A draft that is older than
 * the record takes what is stored now in every field that was left alone; where both were changed it still speaks from the
 * version it was begun on, so that this is told when it is saved. `record` is undefined for a form of a new record.
 */
export async function filled(
  tx: Tx,
  visit: Visit,
  form: DraftForm,
  record: (ReadRecord & { readonly id: string }) | undefined,
  rejected?: Rejected,
): Promise<Filled> {
  const { draft, others, rest } = await begun(tx, visit, form, record?.id, rejected);
  const resumed = draft && record ? resume(draft.values, record) : undefined;
  const typed = rejected?.values ?? draft?.values;
  const stored = record && { version: record.version, values: record.values };
  return {
    values: resumed?.values ?? typed ?? record?.values ?? {},
    record: typed === undefined ? stored : record && (resumed?.basis ?? basisOf(typed)),
    draft: { id: draft?.id ?? idOfForm(rejected), url: keepPath(form, record?.id) },
    begun: rest,
    continued: draft?.geaendert,
    renewed: resumed?.renewed ?? false,
    others: others.map((other) => ({ ...other, href: resumePath(form, other.id, record?.id) })),
  };
}

/** What was typed without its version, as a draft of before, fits none: saving it shows both. */
const basisOf = (values: Values) => ({
  version: Number(first(values, "_version")) || 0,
  values: readBefore(values),
});

function resume(typed: Values, record: ReadRecord) {
  const basis = basisOf(typed);
  const read = basis.values;
  if (read === undefined || basis.version === record.version) return { values: typed, basis, renewed: false };
  const { values } = overtaken(typed, { version: record.version, stored: record.values });
  const contested = Object.keys(record.values).some(
    (field) => !sameIn(values, record.values, field) && !sameIn(read, record.values, field),
  );
  return { values, basis: contested ? basis : record, renewed: true };
}

type BegunDrafts = {
  readonly draft: Draft | undefined;
  readonly others: readonly Begun[];
  readonly rest: readonly Draft[];
};

/**
 * The asked draft of this form and record, or the latest that was begun for the record; and the others of the record, or of the
 * form where it makes new ones. A form that came back is its own draft.
 */
async function begun(
  tx: Tx,
  visit: Visit,
  form: DraftForm,
  record: string | undefined,
  rejected: Rejected | undefined,
): Promise<BegunDrafts> {
  const { entwurf } = readQuery(Query, visit.url);
  if (!isOfRecord(form)) {
    const all = await draftsWithContent(tx, visit.actor, form.form);
    const own = rejected === undefined ? entwurf : first(rejected.values, "_entwurf");
    const draft = rejected === undefined ? all.find(({ id, record: of }) => id === own && of === null) : undefined;
    return { draft, others: [], rest: all.filter(({ id }) => id !== own) };
  }
  if (rejected !== undefined) return { draft: undefined, others: [], rest: [] };
  const all = await draftsOf(tx, visit.actor, form.form, record);
  const asked = entwurf ?? all[0]?.id;
  const draft = asked === undefined ? undefined : await draftOf(tx, visit.actor, asked);
  const fits = draft?.form === form.form && draft.record === (record ?? null);
  return { draft: fits ? draft : undefined, others: all.filter(({ id }) => id !== asked), rest: [] };
}

/** A form that came back keeps its draft, unless that was saved already: then what is typed now is another record. */
function idOfForm(rejected: Rejected | undefined): string {
  const sent = first(rejected?.values ?? {}, "_entwurf");
  return isId(sent) && rejected?.saved === undefined ? sent : crypto.randomUUID();
}
