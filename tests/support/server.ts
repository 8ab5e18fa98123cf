import { type Server, createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export type TestServer = {
  readonly url: string;
  /** Cuts every connection, as a killed process would. */
  readonly stop: () => Promise<void>;
  /** Listens again at the same address. */
  readonly restart: () => Promise<void>;
};

/** A real HTTP server in this process, on a free port of the loopback; `app` is what `buildApp` or `assemble` made. */
export async function serveApp(app: Pick<Hono<never>, "fetch">): Promise<TestServer> {
  const listener = getRequestListener(app.fetch);
  let server: Server | undefined;
  const start = (port: number) =>
    new Promise<number>((done, fail) => {
      server = createServer(listener);
      server.once("error", fail);
      server.listen(port, "127.0.0.1", () => {
        const address = server?.address();
        done(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  const port = await start(0);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((closed) => {
        server?.close(() => closed());
        server?.closeAllConnections();
      }),
    restart: async () => {
      await start(port);
    },
  };
}
