import type { z } from "zod";
import { type Answer, type Outcome, type Permission, Redirect, type Route, type Visit, page } from "./access.ts";
import { attempt, withFile } from "./attempt.ts";
import type { DraftForm } from "./draft-form.ts";
import type { Rejected, Values } from "./form.ts";
import type { Notices } from "./notices.ts";
import { type Submission, submissionOf, writeOnce } from "./submission.ts";
import type { Tx } from "./tx.ts";
import type { Sent, Upload } from "./upload.ts";

/**
 * Whoever sends a change. `version` is that of the record which the form was filled from; 0 for a form without. `draft` is the id
 * under which the form was kept while it was typed.
 */
export type Changing = Visit & { readonly version: number; readonly draft: string | undefined };

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

type Options = {
  readonly path: string;
  readonly permission: Permission;
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
  options: Options & {
    readonly schema: S;
    readonly draft?: DraftForm;
    readonly save: (tx: Tx, visit: Changing, input: z.output<S>) => Promise<Saved>;
  },
): Route {
  const { path, permission, schema, draft, save, again } = options;
  return {
    method: "POST",
    path,
    permission,
    schema,
    ...(draft ? { draft } : {}),
    handle: (visit: Visit, body: Values) =>
      attempt(
        schema,
        body,
        (input, s) => once(options, visit, s, (tx, changing) => save(tx, changing, input)),
        (rejected) => again(visit, rejected),
      ),
  };
}

/**
 * A change that brings a file in the field `file`. What is wrong with it stands at its field. A browser cannot keep the choice:
 * after a rejection it has to be made again.
 */
export function uploadChange<S extends z.ZodObject>(
  options: Options & {
    readonly schema: S;
    readonly file: string;
    readonly save: (tx: Tx, visit: Changing, input: z.output<S>, upload: Upload) => Promise<Saved>;
  },
): Route {
  const { path, permission, schema, file: field, save } = options;
  const handle = (visit: Visit, body: Values, sent: Sent = { values: body }): Promise<Outcome> => {
    const again = (rejected: Rejected) => options.again(visit, rejected);
    return withFile(
      field,
      sent,
      (values, whole, upload) =>
        attempt(
          schema,
          values,
          (input) => once(options, visit, submissionOf(whole), (tx, changing) => save(tx, changing, input, upload)),
          again,
        ),
      again,
    );
  };
  return { method: "POST", path, permission, schema, file: field, handle };
}

/**
 * A page with one form: what shows it and what takes it, under the same address and right. `form` is called for both; after a
 * rejection with what was typed. A form for something new stands at `shownAt` and is sent to the list that it adds to.
 */
export function formPage<S extends z.ZodObject>(
  options: Omit<Parameters<typeof change<S>>[0], "again"> & {
    readonly shownAt?: string;
    readonly notices?: Notices;
    readonly form: (visit: Visit, rejected?: Rejected) => Answer | Promise<Answer>;
  },
): { readonly show: Route; readonly save: Route } {
  const { shownAt, notices, form, ...sent } = options;
  const { path, permission } = options;
  const show = (visit: Visit) => form(visit);
  return {
    show: page({ path: shownAt ?? path, permission, ...(notices ? { notices } : {}), show }),
    save: change({ ...sent, again: form }),
  };
}

async function once(
  { answer }: Options,
  visit: Visit,
  submission: Submission,
  save: (tx: Tx, visit: Changing) => Promise<Saved>,
): Promise<Answer> {
  // What was to be shown once counts only where it was this call that saved: another one may have been faster.
  let own: Exclude<Saved, string> | undefined;
  const arrive = (to: string) =>
    answer === undefined ? new Redirect(to) : answer(visit, to, own?.to === to ? own.once : undefined);
  try {
    const to = await writeOnce(visit.actor, submission, async (tx) => {
      const saved = await save(tx, { ...visit, version: submission.version, draft: submission.draft });
      if (typeof saved === "string") return saved;
      own = saved;
      return saved.to;
    });
    return await arrive(to);
  } catch (error) {
    if (error instanceof Instead) return error.answer();
    throw error;
  }
}
