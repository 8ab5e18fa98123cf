import { publicPage } from "../../../platform/access.ts";
import { NotFound } from "../../../platform/form.ts";
import { now } from "../../../platform/clock.ts";
import { kalenderOf } from "../queries/abo.ts";

export const FEED = "/kalender/abo";

/** A calendar program asks every few minutes at most; more often than this in a quarter of an hour nobody needs it. */
const MOST = 60;
const WINDOW_MS = 15 * 60_000;
const MAX_KNOWN = 10_000;

/** How often an address of the network asked since when. In memory: it only keeps one process from being kept busy. */
const asked = new Map<string, { since: number; n: number }>();

function tooOften(address: string): boolean {
  const at = now().getTime();
  if (asked.size > MAX_KNOWN) asked.clear();
  const before = asked.get(address);
  const one = before === undefined || at - before.since > WINDOW_MS ? { since: at, n: 0 } : before;
  one.n += 1;
  asked.set(address, one);
  return one.n > MOST;
}

const QUIET = { "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store" } as const;

/** The calendar as a file for a calendar program, which cannot sign in: the address is the secret. */
export const show = publicPage({
  path: `${FEED}/:token`,
  show: async ({ params, address, has }) => {
    if (tooOften(address)) {
      const headers = {
        ...QUIET,
        "Retry-After": String(WINDOW_MS / 1000),
        "Content-Type": "text/plain; charset=utf-8",
      };
      return new Response("Zu viele Anfragen. Versuchen Sie es in einer Viertelstunde noch einmal.", {
        status: 429,
        headers,
      });
    }
    const found = await kalenderOf((params["token"] ?? "").replace(/\.ics$/, ""));
    if (found === undefined) throw new NotFound();
    const headers = { ...QUIET, ETag: found.etag };
    if (has?.split(",").some((mark) => mark.trim().replace(/^W\//, "") === found.etag) === true) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(found.text, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
  },
});
