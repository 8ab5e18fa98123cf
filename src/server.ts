import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { buildApp } from "./app.ts";
import { assets } from "./platform/assets.ts";
import { cutSlowRequests } from "./platform/http/slow.ts";
import { runService, type Service } from "./process.ts";
import { routes } from "./routes.ts";

// Slow or silent clients are cut before they hold what others need. Only a file may take as long as a slow line needs.
const LIMITS = { headersTimeout: 10_000, requestTimeout: 600_000, keepAliveTimeout: 5000, maxHeaderSize: 16_384 };
const FORM_TIMEOUT = 30_000;
const UPLOADS = new Set(routes.flatMap(({ path, file }) => (file === undefined ? [] : [path])));
const MAX_CONNECTIONS = 1000;

// Static files are read before root is given up: the clone may lie where only root can read.
assets();

await runService({
  name: "web",
  urlVariable: "KIM_WEB_URL",
  poolSize: 10,
  start: (config) =>
    new Promise<Service>((done, fail) => {
      const app = buildApp({
        adresse: config.adresse,
        metriken: config.metriken,
        demo: process.env["KIM_DEMO"] === "1",
      });
      const listening = ({ port }: AddressInfo) => done({ adresse: `http://${name}:${port}`, stop });
      const server = serve(
        { fetch: app.fetch, hostname: config.host, port: config.port, serverOptions: LIMITS },
        listening,
      );
      const name = config.host.includes(":") ? `[${config.host}]` : config.host;
      cutSlowRequests(server, FORM_TIMEOUT, UPLOADS);
      if ("maxConnections" in server) server.maxConnections = MAX_CONNECTIONS;
      server.once("error", fail);
      const stop = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          if ("closeIdleConnections" in server) server.closeIdleConnections();
          setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3000).unref();
        });
    }),
});
