import type { Html } from "../access.ts";
import { setCookie, setDevice } from "./cookie.ts";

type Extras = {
  readonly status?: 200 | 403 | 404 | 409 | 422;
  readonly cookie?: string;
  readonly device?: string | undefined;
};

/**
 * A page as an answer of its own: with another status, with a new session cookie beside it, or after a POST that was not
 * refused but asked for another view of its form.
 */
export async function htmlResponse(html: Html, extras: Extras = {}): Promise<Response> {
  const headers = new Headers({ "Content-Type": "text/html; charset=UTF-8" });
  if (extras.cookie !== undefined) headers.set("Set-Cookie", setCookie(extras.cookie));
  if (extras.device !== undefined) headers.append("Set-Cookie", setDevice(extras.device));
  return new Response(String(await html), { status: extras.status ?? 200, headers });
}
