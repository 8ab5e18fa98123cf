import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "../config.ts";

/** Nothing from elsewhere, nothing inline: what the page shows comes from this server and from files that we wrote. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": CSP,
  "X-Content-Type-Options": "nosniff",
  // `no-referrer` would send `Origin: null` with our own forms.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "X-Frame-Options": "DENY",
} as const;

/** Sets the headers of every answer, errors and redirects included. Pages are never stored by browser or proxy. */
export const securityHeaders = (origin: string | undefined): MiddlewareHandler =>
  async function (c, next) {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
    if (origin?.startsWith("https:") === true)
      c.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  };

/**
 * The origin under which this request reached us: the configured one, or on loopback what the browser called. A `Host`
 * that is neither is refused, so that no foreign name can be pointed at this server (DNS rebinding).
 */
export function originOf(c: Context, configured: string | undefined): string | undefined {
  const host = c.req.header("Host") ?? "";
  if (configured !== undefined && host === new URL(configured).host) return configured;
  if (!URL.canParse(`http://${host}`)) return undefined;
  return isLoopback(new URL(`http://${host}`).hostname) ? `http://${host}` : undefined;
}

/**
 * Whether a change comes from a page of ours. Browsers send `Origin` with every POST; where an old one does not, its
 * `Sec-Fetch-Site` must say the same. A request without either is no browser's form.
 */
export function isSameOrigin(c: Context, origin: string): boolean {
  const sent = c.req.header("Origin");
  return sent === undefined ? c.req.header("Sec-Fetch-Site") === "same-origin" : sent === origin;
}
