import { randomUUID } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { METHOD_NAME_ALL } from "hono/router";
import {
  type Answer,
  PUBLIC,
  type Html,
  type Outcome,
  type PublicVisit,
  Redirect,
  type Route,
  type Visit,
} from "../access.ts";
import { type Actor, isReleased, may } from "../actor.ts";
import { type DraftForm, resumePath } from "../draft-form.ts";
import { collect, readToEnd } from "../body.ts";
import { TooMuch, type Values, valuesOf } from "../form.ts";
import type { Frame } from "../frame.ts";
import { log } from "../log.ts";
import { type Sent, readUpload } from "../upload.ts";
import { clientAddress } from "./address.ts";
import { compressPages } from "./compress.ts";
import { cookieOf, deviceOf, setCookie, setDevice } from "./cookie.ts";
import { spaceLeft, stateOf } from "../space.ts";
import { type Failure, statusOf } from "./errors.ts";
import { countRequest } from "./metrics.ts";
import { isSameOrigin, originOf, securityHeaders } from "./security.ts";

/** Who a cookie belongs to. A locked or expired session still names its owner, so that half-typed forms are kept. */
export type Recognised =
  | { readonly stand: "offen"; readonly actor: Actor; readonly frame: Frame }
  | { readonly stand: "gesperrt" | "abgelaufen"; readonly actor: Actor }
  | { readonly stand: "unbekannt" };

export type Assembly = {
  readonly routes: readonly Route[];
  /** Every permission there is; a route with another one stops the start. */
  readonly permissions: ReadonlySet<string>;
  /** Public origin, undefined on loopback. */
  readonly origin: string | undefined;
  readonly recognise: (cookie: string, path: string) => Promise<Recognised>;
  /** Keeps what was typed into a form whose session is not open any more. */
  readonly keepDraft: (actor: Actor, form: DraftForm, record: string | undefined, values: Values) => Promise<void>;
  /**
   * What an account is told whose files are closed (`isReleased`) instead of a page behind which files lie; undefined for
   * every other page. `typed` is what a form brought: nothing of it was saved.
   */
  readonly filesClosed: (visit: Visit, route: Route, typed: Values) => Answer | Promise<Answer> | undefined;
  /** Where somebody goes whose session is locked or gone; `next` is a path of ours. */
  readonly signInPath: (stand: "gesperrt" | "abgelaufen" | "unbekannt", next: string) => string;
  readonly errorPage: (failure: Failure) => Html;
};

/** The application as it is served. */
export type WebApp = Hono<Env>;

type Env = { Variables: { vorgang: string; origin: string } };

const MAX_BODY = 1024 * 1024;

/**
 * Builds the web application. Refuses to when a route has no known permission, a change no schema, or two share an address.
 * @throws Error naming the route
 */
export function assemble(assembly: Assembly): WebApp {
  checkRoutes(assembly);
  const app = new Hono<Env>();
  const fail = async (c: Context<Env>, reason: Failure["status"]) => {
    // A full disk ends the database, and then nobody is there to say why.
    const status = reason === 503 && stateOf(await spaceLeft()) === "voll" ? 507 : reason;
    if (status === 503) c.header("Retry-After", "3");
    return c.html(html(assembly.errorPage({ status, vorgang: c.get("vorgang") })), status);
  };
  app.use(measure);
  app.use(async (c, next) => {
    await next();
    await readToEnd(c.req.raw).catch(() => undefined);
  });
  app.use(compressPages);
  app.use(securityHeaders(assembly.origin));
  app.use(async (c, next) => {
    const origin = originOf(c, assembly.origin);
    if (origin === undefined) return fail(c, 400);
    c.set("origin", origin);
    // No text in the database can hold it; in a form it is left out while reading.
    if (c.req.url.includes("%00")) return fail(c, 404);
    if (c.req.method === "POST" && !isSameOrigin(c, origin)) return fail(c, 403);
    return next();
  });
  for (const route of assembly.routes) {
    app.on(route.method, route.path, (c) => serve(c, assembly, route, fail));
  }
  app.notFound((c) => {
    const allow = methodsAt(app, c.req.path);
    if (allow.length === 0 || allow.includes(c.req.method)) return fail(c, 404);
    c.header("Allow", allow.join(", "));
    return fail(c, 405);
  });
  app.onError((error, c) => {
    // Nobody waits for an answer any more.
    if (c.req.raw.signal.aborted && isGone(error)) return new Response(null, { status: GONE });
    const status = statusOf(error);
    if (status >= 500) log.error("anfrage.gescheitert", error, { vorgang: c.get("vorgang"), route: c.req.routePath });
    return fail(c, status);
  });
  return app;
}

/** How an address can be asked for, of all that is registered; nothing where there is no such address. */
function methodsAt(app: WebApp, path: string): string[] {
  const known = (method: string) =>
    app.router.match(method, path)[0].some(([[, { method: registered }]]) => registered !== METHOD_NAME_ALL);
  return ["GET", "POST"].filter(known).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}

/** What stands in the log for a request that its sender gave up. */
const GONE = 499;

/** Whether reading failed because the browser went away in the middle. */
const isGone = (error: Error): boolean =>
  error.name === "AbortError" || /aborted|prematurely closed|ECONNRESET/i.test(error.message);

function checkRoutes({ routes, permissions }: Assembly): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (route.permission !== PUBLIC && !permissions.has(route.permission))
      throw new Error(`${name}: unbekannte Berechtigung`);
    if (route.method === "POST" && route.schema === undefined) throw new Error(`${name}: ohne Schema`);
    if (route.file !== undefined && route.path.includes(":")) throw new Error(`${name}: Datei an wechselnder Adresse`);
    if (seen.has(name)) throw new Error(`${name}: doppelt`);
    seen.add(name);
  }
}

async function measure(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  const start = performance.now();
  c.set("vorgang", randomUUID());
  await next();
  const ms = performance.now() - start;
  const route = c.req.routePath;
  countRequest(c.req.method, route, c.res.status, ms / 1000);
  // Neither address nor account: the time of a saved anonymous consultation would lead to a person.
  log.info("anfrage", { methode: c.req.method, route, status: c.res.status, dauerMs: Math.round(ms) });
}

type Fail = (c: Context<Env>, status: Failure["status"]) => Promise<Response>;

async function serve(c: Context<Env>, assembly: Assembly, route: Route, fail: Fail): Promise<Response> {
  const body = route.method === "POST" && route.file === undefined ? await formOf(c.req.raw) : {};
  const visit = visitOf(c);
  if (route.permission === PUBLIC) return respond(c, await route.handle(visit, body));
  const who = await assembly.recognise(visit.cookie, visit.url.pathname);
  if (who.stand !== "offen") return sendToSignIn(c, assembly, route, who, body);
  if (!may(who.actor, route.permission)) {
    log.warn("zugriff.abgelehnt", { vorgang: c.get("vorgang"), kontoId: who.actor.kontoId, recht: route.permission });
    return fail(c, 403);
  }
  const full: Visit = { ...visit, actor: who.actor, frame: who.frame };
  const told = isReleased(who.actor) ? undefined : assembly.filesClosed(full, route, body);
  if (told !== undefined) return respond(c, { status: route.method === "GET" ? 200 : 409, answer: await told });
  const sent: Sent | undefined =
    route.file === undefined ? undefined : await readUpload(c.req.raw, route.file, who.actor.kontoId);
  return respond(c, await route.handle(full, body, sent));
}

/** A form without a file. One that is too large is read to its end, so that the answer arrives. @throws TooMuch */
async function formOf(request: Request): Promise<Values> {
  const body = await collect(request.body, MAX_BODY);
  if (body === undefined) throw new TooMuch("Das Formular ist zu groß.");
  return valuesOf(new TextDecoder().decode(body));
}

function visitOf(c: Context<Env>): PublicVisit {
  return {
    url: new URL(c.req.url),
    params: c.req.param(),
    address: clientAddress(getConnInfo(c).remote.address ?? "", c.req.header("X-Forwarded-For")),
    cookie: cookieOf(c.req.header("Cookie")),
    device: deviceOf(c.req.header("Cookie")),
    origin: c.get("origin"),
  };
}

/** Nothing typed is lost to a locked session: the form goes to the drafts, and signing in again leads back to it. */
async function sendToSignIn(
  c: Context<Env>,
  assembly: Assembly,
  route: Route,
  who: Exclude<Recognised, { stand: "offen" }>,
  body: Values,
): Promise<Response> {
  const url = new URL(c.req.url);
  // Where a file is sent to is the page to choose it again.
  const shown = route.method === "GET" || route.file !== undefined;
  let next = shown ? url.pathname + url.search : "/";
  const draft = body["_entwurf"]?.[0];
  if (route.draft !== undefined && draft !== undefined) {
    const record = c.req.param("id");
    if (who.stand !== "unbekannt") await assembly.keepDraft(who.actor, route.draft, record, body);
    next = resumePath(route.draft, draft, record);
  }
  return c.redirect(assembly.signInPath(who.stand, next), 303);
}

async function respond(c: Context<Env>, outcome: Outcome): Promise<Response> {
  const { answer, status } = outcome;
  if (answer instanceof Response) return answer;
  if (answer instanceof Redirect) {
    if (answer.cookie !== undefined) c.header("Set-Cookie", setCookie(answer.cookie));
    if (answer.device !== undefined) c.header("Set-Cookie", setDevice(answer.device), { append: true });
    return c.redirect(answer.to, 303);
  }
  return c.html(html(answer), status);
}

/** Rendering a page with asynchronous components gives a promise once more, although its type says text. */
const html = async (page: Html): Promise<string> => String(await (await page).toString());
