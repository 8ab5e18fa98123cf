import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "../loopback.ts";

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
  "X-Robots-Tag": "noindex, nofollow",
};

/** What an answer may say for itself: a file from outside is held tighter, and its page shows it. */
const OWN: ReadonlySet<string> = new Set(["Content-Security-Policy", "X-Frame-Options", "Cache-Control"]);

/** The same for a page that shows a file of ours inside of it. */
export const SHOWS_FILES = `${CSP}; object-src 'self'; frame-src 'self'`;

type Named = Readonly<Record<string, string>>;

/** Answers that had all their headers from the start. */
const whole = new WeakSet<Response>();

/** Sets the headers of every answer, errors and redirects included. Pages are never stored by browser or proxy. */
export function securityHeaders(origin: string | undefined): MiddlewareHandler {
  const https = origin?.startsWith("https:") === true;
  const hsts: Named = https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {};
  const every: Named = { ...HEADERS, "Cache-Control": "no-store", ...hsts };
  return async (c, next) => {
    c.set("every", every);
    await next();
    if (whole.has(c.res)) return;
    // Not `c.header`: once there is an answer, each call of it makes another.
    const { headers } = c.res;
    for (const [name, value] of Object.entries(every))
      if (!OWN.has(name) || !headers.has(name)) headers.set(name, value);
  };
}

/**
 * An answer with the headers of every answer and these, and no others: what `c.header` said before is left out. `Headers` looks at
 * each name and value again; written down as they are sent, they cost next to nothing.
 */
export function wholeAnswer(every: Named, body: BodyInit, status: number, own: Named): Response {
  const answer = new Response(body, { status, headers: { ...every, ...own } });
  whole.add(answer);
  return answer;
}

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
