import type { z } from "zod";
import { type Answer, type Outcome, type Permission, Redirect, type Route, type Visit, page } from "./access.ts";
import { attempt, withFile } from "./attempt.ts";
import { carried } from "./back.ts";
import { writeAs } from "./db.ts";
import { type DraftForm, resumePath } from "./draft-form.ts";
import { saveDraft } from "./drafts.ts";
import type { Rejected, Values } from "./form.ts";
import type { Notices } from "./notices.ts";
import type { At } from "./held.ts";
import { idOf } from "./ids.ts";
import { type Submission, submissionOf, writeOnce } from "./submission.ts";
import type { Tx } from "./tx.ts";
import type { Sent, Upload } from "./upload.ts";

/**
 * Whoever sends a change. `version` is that of the record which the form was filled from; 0 for a form without. `draft` is the id
 * under which the form was kept while it was typed.
 */
export type Changing = Visit & {
  readonly version: number;
  readonly draft: string | undefined;
  /** The record of the address, in the version that the form was filled from. @throws NotFound where there is none in it */
  readonly at: At;
};

/**
 * What a change leads to: an address of ours. It is stored as the answer of this sending, so `once` takes what only the first
 * answer may show and nothing may keep (the token of an invitation).
 */
export type Saved = string | { readonly to: string; readonly once: string };

/** Ends a change before it has an effect, and answers with something else instead: a question to be asked first. */
export class Instead extends Error {
  override readonly name = "Instead";
  readonly answer: () => Promise<Answer>;
  constructor(answer: () => Promise<Answer>) {
    super("Vor dem Speichern ist etwas zu fragen.");
    this.answer = answer;
  }
}

/** Keeps what was typed as a draft of its form and asks there: looking at what is like it and going back loses nothing. */
export const askBefore = (form: DraftForm, { actor, draft = crypto.randomUUID() }: Changing, values: Values): Instead =>
  new Instead(async () => {
    await writeAs(actor, (tx) => saveDraft(tx, actor, { id: draft, form: form.form, values }));
    return new Redirect(resumePath(form, draft, undefined));
  });

type Options<S extends z.ZodObject> = {
  readonly schema: S;
  /** Shows the form with everything typed: 422 with what to put right, 409 with `rejected.conflict`. */
  readonly again: (visit: Visit, rejected: Rejected) => Answer | Promise<Answer>;
  /** What is answered instead of leading to the address, the first time and for a repeated sending (then without `once`). */
  readonly answer?: (visit: Visit, to: string, once: string | undefined) => Answer | Promise<Answer>;
};

/**
 * A change: the one way to write from a page. `save` runs its command in the idempotent transaction of this sending, so that a
 * double click, a reload or a retry has one effect, and returns where to go. When the schema or a rule (`Refused`) refuses,
 * or somebody saved meanwhile (`Stale`), `again` shows the form and nothing was written.
 */
export function change<S extends z.ZodObject>(
  path: string,
  permission: Permission,
  { schema, draft, again, answer }: Options<S> & { readonly draft?: DraftForm },
  save: (tx: Tx, visit: Changing, input: z.output<S>) => Promise<Saved>,
): Route {
  return {
    method: "POST",
    path,
    permission,
    schema,
    change: true,
    ...(draft ? { draft } : {}),
    handle: (visit: Visit, body: Values) =>
      attempt(
        schema,
        body,
        (input, s) => once(answer, visit, s, (tx, changing) => save(tx, changing, input)),
        (rejected) => again(visit, rejected),
      ),
  };
}

type UploadOptions<S extends z.ZodObject> = Options<S> & {
  /** Name of the file field. */
  readonly file: string;
  /** Bytes that the file may have; else as many as any. */
  readonly limit?: number;
};

/**
 * A change that brings a file in the field `file`. What is wrong with it stands at its field. A browser cannot keep the choice:
 * after a rejection it has to be made again.
 */
export const uploadChange = <S extends z.ZodObject>(
  path: string,
  permission: Permission,
  options: UploadOptions<S>,
  save: (tx: Tx, visit: Changing, input: z.output<S>, upload: Upload) => Promise<Saved>,
): Route => preparedUpload(path, permission, { ...options, prepare: (upload) => Promise.resolve(upload) }, save);

/**
 * The same with a file that something is done to first: what takes long (another process, another machine) holds no transaction.
 * `prepare` may refuse it, and has no effect.
 */
export function preparedUpload<S extends z.ZodObject, F>(
  path: string,
  permission: Permission,
  {
    schema,
    file,
    limit,
    answer,
    prepare,
    ...shown
  }: UploadOptions<S> & { readonly prepare: (upload: Upload) => Promise<F> },
  save: (tx: Tx, visit: Changing, input: z.output<S>, prepared: F) => Promise<Saved>,
): Route {
  const handle = (visit: Visit, body: Values, sent: Sent = { values: body }): Promise<Outcome> => {
    const again = (rejected: Rejected) => shown.again(visit, rejected);
    return withFile(
      file,
      sent,
      (values, whole, upload) =>
        attempt(
          schema,
          values,
          async (input) => {
            const ready = await prepare(upload);
            return once(answer, visit, submissionOf(whole), (tx, changing) => save(tx, changing, input, ready));
          },
          again,
        ),
      again,
    );
  };
  return { method: "POST", path, permission, schema, file, ...(limit ? { fileLimit: limit } : {}), handle };
}

type FormPage<S extends z.ZodObject> = Omit<Options<S>, "again"> & {
  /** Shows the form; after a rejection with everything typed. */
  readonly form: (visit: Visit, rejected?: Rejected) => Answer | Promise<Answer>;
  /** Where it stands, if not where it is sent: a form for something new is sent to the list that it adds to. */
  readonly shownAt?: string;
  readonly notices?: Notices;
  readonly draft?: DraftForm;
};

/** A page with one form: what shows it and what takes it, under the same address and right. */
export function formPage<S extends z.ZodObject>(
  path: string,
  permission: Permission,
  { form, shownAt, notices, ...sent }: FormPage<S>,
  save: (tx: Tx, visit: Changing, input: z.output<S>) => Promise<Saved>,
): { readonly show: Route; readonly save: Route } {
  const show = (visit: Visit) => form(visit);
  return {
    show: page({ path: shownAt ?? path, permission, ...(notices ? { notices } : {}), show }),
    save: change(path, permission, { ...sent, again: form }, save),
  };
}

const changing = (visit: Visit, { version, draft }: Submission): Changing => ({
  ...visit,
  version,
  draft,
  get at() {
    return { id: idOf(visit), version };
  },
});

async function once(
  answer: Options<z.ZodObject>["answer"],
  visit: Visit,
  submission: Submission,
  save: (tx: Tx, visit: Changing) => Promise<Saved>,
): Promise<Answer> {
  // What was to be shown once counts only where it was this call that saved: another one may have been faster.
  let own: Exclude<Saved, string> | undefined;
  const arrive = (to: string) =>
    answer === undefined
      ? new Redirect(carried(visit.frame.address, to))
      : answer(visit, to, own?.to === to ? own.once : undefined);
  try {
    const to = await writeOnce(
      visit.actor,
      { ...submission, record: Object.values(visit.params).at(-1) },
      async (tx) => {
        const saved = await save(tx, changing(visit, submission));
        if (typeof saved === "string") return saved;
        own = saved;
        return saved.to;
      },
    );
    return await arrive(to);
  } catch (error) {
    if (error instanceof Instead) return error.answer();
    throw error;
  }
}
