import type { Markup } from "#jsx";
import type { z } from "zod";
import type { Actor, Recht } from "./actor.ts";
import { attempt } from "./attempt.ts";
import type { DraftForm } from "./draft-form.ts";
import type { Sending } from "./files/send.ts";
import type { Rejected, Values } from "./form.ts";
import type { Frame } from "./frame.ts";
import type { Notices } from "./notices.ts";
import type { Submission } from "./submission.ts";
import type { Sent } from "./upload.ts";

/** What a page shows, as TSX; its components are called when it is sent. */
export type Html = Markup;

/** `noun.verb`; the list of all of them, with a sentence each, is handed to `assemble`. */
export type Permission = Recht;

/** The explicit permission of pages that nobody has to be signed in for. */
export const PUBLIC = "oeffentlich";

type BaseVisit = {
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** The client's address, for counting attempts; never stored in the clear. */
  readonly address: string;
  /** The session cookie's value, "" without one. */
  readonly cookie: string;
  /** What recognises a device on which somebody signed in before, "" without. */
  readonly device: string;
  /** Public origin of the installation, for links in letters and mails. */
  readonly origin: string;
  /** What whoever asks has already, by its mark (`If-None-Match`). */
  readonly has?: string | undefined;
  /** The account that the page was shown to whose script asks; undefined where a browser asks by itself. */
  readonly script?: string | undefined;
};

/** A request of somebody whose session is open and who holds the route's permission. */
export type Visit = BaseVisit & { readonly actor: Actor; readonly frame: Frame };

/** A request to a public page. */
export type PublicVisit = BaseVisit;

/** 303 to a path of ours, after a change. */
export class Redirect {
  readonly to: string;
  /** `undefined` leaves the cookie alone, "" removes it. */
  readonly cookie: string | undefined;
  /** What the browser keeps to be recognised as this device. */
  readonly device: string | undefined;
  constructor(to: string, cookie?: string, device?: string) {
    this.to = to;
    this.cookie = cookie;
    this.device = device;
  }
}

type Beside = {
  /** Shows a file of ours inside of the page (`FileAs`). */
  readonly showsFiles?: true;
  readonly status?: 200 | 403 | 404 | 409 | 422;
  readonly cookie?: string | undefined;
  readonly device?: string | undefined;
};

/**
 * A page with another status, with a cookie beside it, or after a POST that was not refused but asked for another view of its
 * form. Cookies as in `Redirect`.
 */
export class PageAs {
  readonly page: Html;
  readonly beside: Beside;
  constructor(page: Html, beside: Beside = {}) {
    this.page = page;
    this.beside = beside;
  }
}

/** A file that is read while it is sent. */
export class FileAs {
  readonly sending: Sending;
  constructor(sending: Sending) {
    this.sending = sending;
  }
}

export type Answer = Html | PageAs | FileAs | Redirect | Response;

type Guarded = {
  readonly permission: Permission;
  handle: (visit: Visit, body: Values, sent?: Sent) => Promise<Outcome>;
};
type Open = { readonly permission: typeof PUBLIC; handle: (visit: PublicVisit, body: Values) => Promise<Outcome> };

export type Outcome = { readonly status: 200 | 401 | 404 | 409 | 422; readonly answer: Answer };

/** A registered route. Only `page`, `action`, `change` and their twins make one, and each of them demands a permission. */
export type Route = {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** What a POST is held against before anything else happens; assembling refuses one without. */
  readonly schema?: z.ZodObject;
  /** Where a half-typed form of this route is continued, if it is one that keeps drafts. */
  readonly draft?: DraftForm;
  /** A change of a record: what was typed is handed back where nobody is signed in any more. */
  readonly change?: true;
  /** Name of the file field, for the few routes that take a file; no other reads a large body. */
  readonly file?: string;
  /** Bytes that the file may have, where that is less than any file may. */
  readonly fileLimit?: number;
} & (Guarded | Open);

/**
 * A page to read. What stands in the address after `?` it reads with `readQuery`; `notices` are the sentences that it says
 * where a change led to it.
 */
export function page(options: {
  readonly path: string;
  readonly permission: Permission;
  readonly notices?: Notices;
  readonly show: (visit: Visit) => Answer | Promise<Answer>;
}): Route {
  const { path, permission, notices, show } = options;
  const said = (visit: Visit): Visit => {
    const flash = notices?.flash(visit.url);
    return flash === undefined ? visit : { ...visit, frame: { ...visit.frame, flash } };
  };
  return { ...GET, path, permission, handle: async (visit) => ({ status: 200, answer: await show(said(visit)) }) };
}

/** A page that needs no sign-in. */
export function publicPage(options: {
  readonly path: string;
  readonly show: (visit: PublicVisit) => Answer | Promise<Answer>;
}): Route {
  const { path, show } = options;
  return { ...GET, path, permission: PUBLIC, handle: async (visit) => ({ status: 200, answer: await show(visit) }) };
}

const GET = { method: "GET" } as const;
const POST = { method: "POST" } as const;

/**
 * What is no change of a record: a search, signing in, a change that proves a password first. Everything else is a `change`
 * (change.ts). `run` gets checked values and the submission (idempotency key, draft) to hand to its command; when the values
 * or a rule of the command refuse (`Refused`), `again` shows the form with everything typed and status 422. When somebody
 * else saved the record meanwhile (`Stale`), it shows the same with `rejected.conflict` and status 409.
 */
export function action<S extends z.ZodObject>(options: {
  readonly path: string;
  readonly permission: Permission;
  readonly schema: S;
  readonly draft?: DraftForm;
  readonly run: (visit: Visit, value: z.output<S>, submission: Submission) => Promise<Answer>;
  readonly again: (visit: Visit, rejected: Rejected) => Answer | Promise<Answer>;
}): Route {
  const { path, permission, schema, draft } = options;
  return {
    ...POST,
    path,
    permission,
    schema,
    ...(draft ? { draft } : {}),
    handle: (visit: Visit, body: Values) =>
      attempt(
        schema,
        body,
        (value, submission) => options.run(visit, value, submission),
        (r) => options.again(visit, r),
      ),
  };
}

/** A change without sign-in: signing in, accepting an invitation, the first set-up. */
export function publicAction<S extends z.ZodObject>(options: {
  readonly path: string;
  readonly schema: S;
  readonly run: (visit: PublicVisit, value: z.output<S>) => Promise<Answer>;
  readonly again: (visit: PublicVisit, rejected: Rejected) => Answer | Promise<Answer>;
}): Route {
  const { path, schema } = options;
  return {
    ...POST,
    path,
    permission: PUBLIC,
    schema,
    handle: (visit: PublicVisit, body: Values) =>
      attempt(
        schema,
        body,
        (value) => options.run(visit, value),
        (r) => options.again(visit, r),
      ),
  };
}
