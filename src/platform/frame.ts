import type { AssetUrls } from "./assets.ts";
import type { Limits } from "./limits.ts";

/** One place to go to. `count` stands where something waits for this person. */
export type NavItem = {
  readonly label: string;
  readonly href: string;
  readonly count?: number | undefined;
};

/** Places under one word; the first group usually has none. */
export type NavGroup = { readonly label?: string | undefined; readonly items: readonly NavItem[] };

/** Who is signed in, and where the two buttons beside the name post to. */
export type Who = {
  readonly name: string;
  readonly role: string;
  readonly place?: string | undefined;
  /** Page of the own account. */
  readonly account: string;
  readonly signOut: string;
  readonly lock: string;
};

/** What the last request did; shown once at the top of the next page. */
export type Flash = {
  readonly kind: "success" | "info" | "warning" | "error";
  readonly text: string;
  readonly link?: { readonly label: string; readonly href: string } | undefined;
  /** A button behind it, which posts to `action` and nothing else. */
  readonly press?: { readonly label: string; readonly action: string } | undefined;
};

/**
 * When the browser locks the session by itself. Seconds since the last request of any tab; `now` takes the POST that locks,
 * `page` asks for the password, `extend` takes a POST that only says "still here".
 */
export type SessionLock = {
  readonly afterSeconds: number;
  readonly warnSeconds: number;
  readonly now: string;
  readonly page: string;
  readonly extend: string;
};

/** Everything around a page that is the same on every page of this request. Made once per request by the platform. */
export type Frame = {
  readonly assets: AssetUrls;
  /** Path of this request, without the query: marks the place in the navigation. */
  readonly path: string;
  /** Where the page stands, with its query; for a form that came back, where it stood before. To come back to. */
  readonly address: string;
  /** Id of the account that the page is shown to. Every form of it carries it; nobody else's sending of it counts. */
  readonly konto?: string | undefined;
  /** A page for nobody who is signed in: the other tabs of the browser cover what they show. */
  readonly gone?: boolean | undefined;
  /** A link of this page as it is written: one below a filtered list carries the filter, and the way back leads there. */
  readonly carry?: ((href: string) => string) | undefined;
  /** How much fits into the fields of each form; the program itself puts it in. */
  readonly limits?: Limits | undefined;
  readonly home: string;
  readonly kreis?: string | undefined;
  readonly nav: readonly NavGroup[];
  readonly who?: Who | undefined;
  /** What can be looked for from everywhere; `action` takes a POST with the field `suche`. */
  readonly search?: { readonly action: string; readonly label: string } | undefined;
  readonly flash?: Flash | undefined;
  readonly lock?: SessionLock | undefined;
  readonly footer: readonly NavItem[];
  /** The chapter of the handbook about this page. */
  readonly help?: { readonly label: string; readonly href: string } | undefined;
  /** Shortcuts of one key; `toggle` takes the POST that switches them, where a preference can be kept. */
  readonly keys: { readonly on: boolean; readonly toggle?: string | undefined };
};
