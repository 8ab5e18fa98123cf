import type { Context } from "hono";
import type { Route } from "../access.ts";

/** Where a request stands: its own path, and the address of the page that it belongs to, to come back to. */
export type Place = { readonly path: string; readonly address: string };

/**
 * A page stands at its own address; a form that is sent stands on the page that the browser names with it. Where that is none
 * to come back to, the start.
 */
export function placeOf(c: Context, routes: readonly Route[]): Place {
  const own = new URL(c.req.url);
  const path = own.pathname;
  if (c.req.method !== "POST") return { path, address: path + own.search };
  const from = c.req.header("Referer") ?? "";
  const shown = URL.canParse(from) ? new URL(from) : own;
  const page = shown.host === own.host && isPage(shown.pathname, routes) ? shown : own;
  return { path, address: isPage(page.pathname, routes) ? page.pathname + page.search : "/" };
}

const isPage = (path: string, routes: readonly Route[]): boolean =>
  routes.some((route) => route.method === "GET" && matches(route.path, path));

function matches(route: string, path: string): boolean {
  const [wanted, given] = [route.split("/"), path.split("/")];
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith(":") || part === given[i]);
}
