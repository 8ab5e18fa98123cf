import { readFileSync } from "node:fs";
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

/** The first port that a user other than root may open; 1024 unless the machine says otherwise. */
function firstFreeForAll(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}

export type WantedPort = {
  readonly host: string;
  readonly port: number;
  /** Whether it must be this one. */
  readonly insist: boolean;
  /** Whether root starts and the web process then runs as somebody else, who has to open the port. */
  readonly dropsRoot: boolean;
};

/**
 * The port that the web process shall take: the wanted one, or any free one when nobody insists on it.
 * @throws StartRefused when it is taken or not allowed
 */
export async function choosePort({ host, port, insist, dropsRoot }: WantedPort): Promise<number> {
  const error = dropsRoot && port < firstFreeForAll() ? "EACCES" : await errorAt(host, port);
  if (error === undefined) return port;
  if (error === "EADDRINUSE" && !insist) return freePort();
  if (error === "EADDRINUSE") {
    throw new StartRefused(
      `Auf ${host} ist Port ${port} schon belegt. Wählen Sie einen anderen: ./kim start --port 8090`,
    );
  }
  if (error === "EACCES") {
    throw new StartRefused(
      `Port ${port} darf nur root öffnen, und als root läuft KIM nie. Wählen Sie einen ab ${firstFreeForAll()} und stellen Sie einen Webserver davor.`,
    );
  }
  throw new StartRefused(`KIM kann auf ${host} nicht lauschen (${error}). Prüfen Sie KIM_HOST.`);
}
