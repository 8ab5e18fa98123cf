import type { IncomingMessage } from "node:http";

/** What of a server is needed to see its requests arrive. */
type Arrivals = { on(event: "request", listener: (request: IncomingMessage) => void): unknown };

/**
 * Cuts a request that has not arrived after `ms`, except at the paths of `patient`. The server's own limit holds for every
 * request alike, and a file of 50 MB needs minutes on a slow line.
 */
export function cutSlowRequests(server: Arrivals, ms: number, patient: ReadonlySet<string>): void {
  server.on("request", (request) => {
    // Its head is all that comes of one without a body.
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    if (length === undefined && encoding === undefined) return;
    if (patient.has((request.url ?? "").split("?", 1)[0] ?? "")) return;
    const timer = setTimeout(() => request.complete || request.destroy(), ms);
    timer.unref();
    request.once("close", () => clearTimeout(timer));
  });
}
