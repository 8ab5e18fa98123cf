import { getConnInfo } from "@hono/node-server/conninfo";
import { ErrorPage } from "./domains/start/pages/error.tsx";
import { RECHTE, noteAlive, recognise, signInPath } from "./domains/zugang/index.ts";
import { handBack } from "./domains/zugang/pages/hand-back.tsx";
import { otherAccount } from "./domains/zugang/pages/other-account.tsx";
import { outOfReach } from "./domains/zugang/pages/out-of-reach.tsx";
import { frameOf } from "./frame.ts";
import { assets } from "./platform/assets.ts";
import type { Config } from "./platform/config.ts";
import { isLoopback } from "./platform/loopback.ts";
import { type Recognised, type WebApp, assemble } from "./platform/http/app.ts";
import { health } from "./platform/http/health.ts";
import { metricsText } from "./platform/http/metrics.ts";
import { demoRoutes, filesClosed, routes } from "./routes.ts";

export type AppOptions = Pick<Config, "adresse" | "metriken"> & { readonly demo: boolean };

/** The whole web application: the pages of `routes.ts` behind their permissions, and what machines ask for. */
export function buildApp(options: AppOptions): WebApp {
  const app = assemble({
    routes: options.demo ? [...routes, ...demoRoutes] : routes,
    permissions: new Set(Object.keys(RECHTE)),
    origin: options.adresse,
    recognise: async (cookie, at): Promise<Recognised> => {
      const who = await recognise(cookie);
      if (who.stand !== "offen") return who;
      return { ...who, frame: frameOf(who, at, options.demo), alive: () => noteAlive(who) };
    },
    filesClosed,
    signInPath,
    handBack,
    otherAccount,
    outOfReach,
    errorPage: (failure) => ErrorPage({ failure }),
  });
  app.get("/statisch/*", (c) => assets().respond(c.req.path, c.req.header("Accept-Encoding")));
  app.get("/gesund", async (c) => {
    const state = await health();
    return c.json(state, state.ok ? 200 : 503);
  });
  app.get("/metriken", async (c) => {
    const local = isLoopback((getConnInfo(c).remote.address ?? "").replace("::ffff:", ""));
    // Behind a proxy every caller is local; its header tells that somebody else asks.
    const direct = local && c.req.header("X-Forwarded-For") === undefined;
    if (options.metriken === "aus" || !direct) return c.notFound();
    return c.text(await metricsText(), 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
  return app;
}
