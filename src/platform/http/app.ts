import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { METHOD_NAME_ALL } from "hono/router";
import { PUBLIC } from "../access.ts";
import { readToEnd } from "../body.ts";
import { log } from "../log.ts";
import { spaceLeft, stateOf } from "../space.ts";
import { type Failure, statusOf } from "./errors.ts";
import { countRequest } from "./metrics.ts";
import { isSameOrigin, originOf, securityHeaders } from "./security.ts";
import { type Assembly, type Env, sendPage, serve } from "./serve.ts";

export type { Assembly, NotOpen, Recognised } from "./serve.ts";

/** The application as it is served. */
export type WebApp = Hono<Env>;

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
    return sendPage(c, assembly.errorPage({ status, vorgang: c.get("vorgang") }), status);
  };
  app.use(measure);
  app.use(async (c, next) => {
    await next();
    await readToEnd(c.req.raw).catch(() => undefined);
  });
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
