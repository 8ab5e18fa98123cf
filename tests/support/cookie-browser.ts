import { recognise } from "../../src/domains/zugang/index.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";

export type Page = {
  readonly status: number;
  /** Path and query of a redirect, "" without. */
  readonly location: string;
  readonly headers: Headers;
  readonly html: string;
};

type Fields = Readonly<Record<string, string>>;

/** A browser that does nothing by itself but keep its session cookie: redirects are looked at, not followed. */
export class CookieBrowser {
  readonly #url: string;
  /** The session cookie's value; may be set to somebody else's. */
  cookie = "";
  constructor(url: string) {
    this.#url = url;
  }

  get(path: string): Promise<Page> {
    return this.#ask(path, { method: "GET" });
  }

  /** Sends a form of ours; the idempotency key is added, and that it was shown to whoever is signed in. */
  async post(path: string, fields: Fields = {}, headers: Fields = {}): Promise<Page> {
    const who = await recognise(this.cookie);
    const konto = who.stand === "unbekannt" ? {} : { _konto: who.actor.kontoId };
    const body = new URLSearchParams({ _schluessel: crypto.randomUUID(), ...konto, ...fields });
    return this.#ask(path, { method: "POST", body }, { Origin: this.#url, ...headers });
  }

  async #ask(path: string, init: RequestInit, headers: Fields = {}): Promise<Page> {
    const cookie = this.cookie === "" ? {} : { Cookie: `${COOKIE}=${this.cookie}` };
    const answer = await fetch(this.#url + path, { ...init, headers: { ...headers, ...cookie }, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const value = /^__Host-kim=([^;]*)/.exec(line)?.[1];
      if (value !== undefined) this.cookie = value;
    }
    const location = (answer.headers.get("Location") ?? "").replace(this.#url, "");
    return { status: answer.status, location, headers: answer.headers, html: await answer.text() };
  }
}
