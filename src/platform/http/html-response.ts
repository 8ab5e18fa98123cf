import type { Html } from "../../../platform/access.ts";
import { setCookie } from "../../../platform/http/cookie.ts";

type Extras = { readonly status?: 200 | 403 | 404; readonly cookie?: string };

/** A page with another status than 200, or with a new session cookie beside it. */
export async function htmlResponse(html: Html, extras: Extras): Promise<Response> {
  const headers = new Headers({ "Content-Type": "text/html; charset=UTF-8" });
  if (extras.cookie !== undefined) headers.set("Set-Cookie", setCookie(extras.cookie));
  return new Response(String(await html), { status: extras.status ?? 200, headers });
}
