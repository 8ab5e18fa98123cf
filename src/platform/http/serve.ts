import type { HttpBindings } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import {
  FileAs,
  PUBLIC,
  PageAs,
  type Answer,
  type Html,
  type Outcome,
  type PublicVisit,
  Redirect,
  type Route,
  type Visit,
} from "../access.ts";
import { type Actor, isReleased, may } from "../actor.ts";
import { collect } from "../body.ts";
import { sendFile } from "../files/send.ts";
import { NotFound, TooMuch, type Values, first, valuesOf } from "../form.ts";
import type { Frame } from "../frame.ts";
import { limitsOf } from "../limits.ts";
import { log } from "../log.ts";
import type { Unsent } from "../unsent.ts";
import { type Sent, readUpload } from "../upload.ts";
import { clientAddress } from "./address.ts";
import { packed } from "./compress.ts";
import { cookieOf, deviceOf, setCookie, setDevice } from "./cookie.ts";
import type { Failure } from "./errors.ts";
import { type Place, placeOf } from "./place.ts";
import { SHOWS_FILES, wholeAnswer } from "./security.ts";

export type Env = { Bindings: HttpBindings; Variables: Variables };
type Variables = {
  vorgang: string;
  origin: string;
  /** The headers of every answer. */
  every: Readonly<Record<string, string>>;
};

/** Who a cookie belongs to. A locked or expired session still names its owner. */
export type Recognised =
  | {
      readonly stand: "offen";
      readonly actor: Actor;
      readonly frame: Frame;
      /** Notes that its owner is there, which postpones the lock. */
      readonly alive: () => Promise<void>;
    }
  | { readonly stand: "gesperrt" | "abgelaufen"; readonly actor: Actor }
  | { readonly stand: "unbekannt" };

export type NotOpen = Exclude<Recognised, { readonly stand: "offen" }>;

export type Assembly = {
  readonly routes: readonly Route[];
  /** Every permission there is; a route with another one stops the start. */
  readonly permissions: ReadonlySet<string>;
  /** Public origin, undefined on loopback. */
  readonly origin: string | undefined;
  /** Whose session a cookie is. Asking is no sign of life. */
  readonly recognise: (cookie: string, at: Place) => Promise<Recognised>;
  /**
   * What an account is told whose files are closed (`isReleased`) instead of a page behind which files lie; undefined for
   * every other page. `typed` is what a form brought: nothing of it was saved.
   */
  readonly filesClosed: (visit: Visit, route: Route, typed: Values) => Answer | Promise<Answer> | undefined;
  /** Where somebody goes whose session is locked or gone; `next` is a path of ours. */
  readonly signInPath: (stand: NotOpen["stand"], next: string) => string;
  /** Hands a form back that came without an open session. Nothing of it is stored. */
  readonly handBack: (visit: PublicVisit, who: NotOpen, unsent: Unsent) => Answer | Promise<Answer>;
  /** Refuses a form that was shown to another account than to the one that sends it. Nothing of it is stored or shown. */
  readonly otherAccount: (visit: PublicVisit, actor: Actor, shownTo: string) => Answer | Promise<Answer>;
  /** Hands a form back whose record is not there, or is not for this person (any more). Nothing of it was stored. */
  readonly outOfReach: (typed: Values) => Answer;
  readonly errorPage: (failure: Failure) => Html;
};

type Fail = (c: Context<Env>, status: Failure["status"]) => Promise<Response>;

/** Answers a request: whose session it is, whether the form was shown to that account, the permission, then the route. */
export async function serve(c: Context<Env>, assembly: Assembly, route: Route, fail: Fail): Promise<Response> {
  const body = route.method === "POST" && route.file === undefined ? await formOf(c.req.raw) : {};
  const visit = visitOf(c);
  const shownTo = first(body, "_konto") || visit.script;
  if (route.permission === PUBLIC && shownTo === undefined) return respond(c, await route.handle(visit, body));
  const who = await assembly.recognise(visit.cookie, placeOf(c, assembly.routes));
  if (shownTo !== undefined && isOther(who, shownTo)) return refuseOther(c, assembly, route, who.actor, shownTo);
  if (route.permission === PUBLIC) return respond(c, await route.handle(visit, body));
  if (who.stand !== "offen") return handBack(c, assembly, route, who, body);
  if (!may(who.actor, route.permission)) {
    log.warn("zugriff.abgelehnt", { vorgang: c.get("vorgang"), kontoId: who.actor.kontoId, recht: route.permission });
    return fail(c, 403);
  }
  // Every form of ours says to whom it was shown.
  if (route.method === "POST" && route.file === undefined && shownTo === undefined)
    return refuseOther(c, assembly, route, who.actor, "");
  const full: Visit = { ...visit, actor: who.actor, frame: { ...who.frame, limits: limitsOf(assembly.routes) } };
  const told = isReleased(who.actor) ? undefined : assembly.filesClosed(full, route, body);
  if (told !== undefined) return respond(c, { status: route.method === "GET" ? 200 : 409, answer: await told });
  const { kontoId } = who.actor;
  const sent: Sent =
    route.file === undefined ? { values: body } : await readUpload(c.req.raw, route.file, kontoId, route.fileLimit);
  const owner = first(sent.values, "_konto");
  // One whose file did not arrive saves nothing and is shown again.
  if (route.file !== undefined && owner !== kontoId && (owner !== "" || sent.file !== undefined))
    return refuseOther(c, assembly, route, who.actor, owner);
  await who.alive();
  const outcome = await route.handle(full, sent.values, sent).catch((error: unknown): Outcome => {
    if (route.change !== true || !(error instanceof NotFound)) throw error;
    return { status: 404, answer: assembly.outOfReach(sent.values) };
  });
  return respond(c, outcome);
}

const MAX_BODY = 1024 * 1024;

/** A form without a file. One that is too large is read to its end, so that the answer arrives. @throws TooMuch */
async function formOf(request: Request): Promise<Values> {
  const body = await collect(request.body, MAX_BODY);
  if (body === undefined) throw new TooMuch("Das Formular ist zu groß.");
  return valuesOf(new TextDecoder().decode(body));
}

/** Whether a form, or the page of a script, was shown to somebody else than to whose session this is. */
const isOther = (who: Recognised, shownTo: string): who is Exclude<Recognised, { stand: "unbekannt" }> =>
  (who.stand === "offen" || who.stand === "gesperrt") && who.actor.kontoId !== shownTo;

/** Tells a script of ours that the session of its page is not there: it covers the page and asks what to do. */
const NOT_YOURS = 401;

async function refuseOther(
  c: Context<Env>,
  assembly: Assembly,
  route: Route,
  actor: Actor,
  shownTo: string,
): Promise<Response> {
  const visit = visitOf(c);
  if (visit.script !== undefined && route.permission !== PUBLIC) return c.body(null, NOT_YOURS);
  return respond(c, { status: 409, answer: await assembly.otherAccount(visit, actor, shownTo) });
}

function visitOf(c: Context<Env>): PublicVisit {
  return {
    url: new URL(c.req.url),
    params: c.req.param(),
    address: clientAddress(getConnInfo(c).remote.address ?? "", c.req.header("X-Forwarded-For")),
    cookie: cookieOf(c.req.header("Cookie")),
    device: deviceOf(c.req.header("Cookie")),
    has: c.req.header("If-None-Match"),
    origin: c.get("origin"),
    script: c.req.header("X-Konto"),
  };
}

/**
 * Nothing typed is lost to a session that is not open: a script keeps the form on its page; a browser without gets it back in
 * the answer. From a session that is not open nothing is stored.
 */
async function handBack(
  c: Context<Env>,
  assembly: Assembly,
  route: Route,
  who: NotOpen,
  values: Values,
): Promise<Response> {
  const visit = visitOf(c);
  if (visit.script !== undefined) return c.body(null, NOT_YOURS);
  const { address } = placeOf(c, assembly.routes);
  if (route.change !== true || first(values, "_schluessel") === "")
    return c.redirect(assembly.signInPath(who.stand, address), 303);
  const draft = route.draft && { form: route.draft, record: visit.params["id"] };
  const unsent = { to: visit.url.pathname + visit.url.search, address, values, draft };
  return respond(c, { status: NOT_YOURS, answer: await assembly.handBack(visit, who, unsent) });
}

async function respond(c: Context<Env>, outcome: Outcome): Promise<Response> {
  const { answer, status } = outcome;
  if (answer instanceof Response) return answer;
  if (answer instanceof FileAs) return sendFile(answer.sending, (error) => breakOff(c, error));
  if (answer instanceof Redirect) {
    setCookies(c, answer);
    return c.redirect(answer.to, 303);
  }
  if (!(answer instanceof PageAs)) {
    const { body, headers } = packedFor(c, answer);
    return wholeAnswer(c.get("every"), body, status, headers);
  }
  setCookies(c, answer.beside);
  if (answer.beside.showsFiles === true) c.header("Content-Security-Policy", SHOWS_FILES);
  return sendPage(c, answer.page, answer.beside.status ?? 200);
}

/** The answer has begun, so no page can say it: the connection ends, and the log says why. */
function breakOff(c: Context<Env>, error: unknown): void {
  log.error("datei.abgebrochen", error, { vorgang: c.get("vorgang"), route: c.req.routePath });
  c.env.outgoing.destroy();
}

function setCookies(c: Context<Env>, { cookie, device }: PageAs["beside"]): void {
  if (cookie !== undefined) c.header("Set-Cookie", setCookie(cookie));
  if (device !== undefined) c.header("Set-Cookie", setDevice(device), { append: true });
}

const packedFor = (c: Context<Env>, page: Html) => packed(page.toString(), c.req.header("Accept-Encoding") ?? "");

/** A page with whatever headers were said before. */
export function sendPage(c: Context<Env>, page: Html, status: ContentfulStatusCode): Response {
  const { body, headers } = packedFor(c, page);
  return c.body(body, status, headers);
}
