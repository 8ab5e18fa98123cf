import { createServer } from "node:net";
import { freePort } from "../platform/postgres/free-port.ts";
import { StartRefused } from "../platform/start-refused.ts";

function errorAt(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => done("code" in error ? String(error.code) : error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(undefined)));
  });
}

/**
 * The port that the web process shall take: the wanted one, or any free one when nobody insists on it.
 * @throws StartRefused when it is taken or not allowed
 */
export async function choosePort(host: string, wanted: number, insist: boolean): Promise<number> {
  const error = await errorAt(host, wanted);
  if (error === undefined) return wanted;
  if (error === "EADDRINUSE" && !insist) return freePort();
  if (error === "EADDRINUSE") {
    throw new StartRefused(
      `Auf ${host} ist Port ${wanted} schon belegt. Wählen Sie einen anderen: ./kim start --port 8090`,
    );
  }
  if (error === "EACCES") {
    throw new StartRefused(
      `Port ${wanted} darf nur root öffnen. Wählen Sie einen ab 1024, zum Beispiel: ./kim start --port 8080`,
    );
  }
  throw new StartRefused(`KIM kann auf ${host} nicht lauschen (${error}). Prüfen Sie KIM_HOST.`);
}
