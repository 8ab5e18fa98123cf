import { afterAll, beforeAll } from "vitest";
import { buildApp } from "../../src/app.ts";
import { startLog } from "../../src/platform/log.ts";
import { type TestServer, serveApp } from "./server.ts";

/** The whole product for a test file, from its first test to its last. Call it at the top. */
export function useProduct(
  options: { readonly metriken?: "aus" | "loopback"; readonly demo?: boolean } = {},
): () => TestServer {
  const { metriken = "aus", demo = false } = options;
  let server: TestServer;
  beforeAll(async () => {
    startLog({ level: "fatal", prozess: "kim-test" });
    server = await serveApp(buildApp({ adresse: undefined, metriken, demo }));
  });
  afterAll(() => server.stop());
  return () => server;
}
