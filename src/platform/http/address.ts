import { isIP } from "node:net";
import { isLoopback } from "../loopback.ts";

/**
 * Where a request comes from. Behind a proxy on this very machine that is the address which the proxy itself noted, the
 * last in `X-Forwarded-For`; what a client wrote there stands before it and counts for nothing. From anywhere else the
 * header is ignored, because everybody can send it.
 */
export function clientAddress(peer: string, forwarded: string | undefined): string {
  const direct = peer.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isLoopback(direct)) return direct;
  const noted = forwarded?.split(",").at(-1)?.trim() ?? "";
  return isIP(noted) === 0 ? direct : noted;
}
