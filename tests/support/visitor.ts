/** The hidden and preset fields of the n-th form of a page whose action matches, as a browser would send them. */
export function fieldsOf(html: string, action: string): URLSearchParams {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].find(
    ([text]) => attribute(text, "action") === action,
  );
  if (form === undefined) throw new Error(`Die Seite hat kein Formular für ${action}.`);
  const fields = new URLSearchParams();
  for (const [tag] of form[0].matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const chosen = !/type="(checkbox|radio|submit)"/.test(tag) || / checked/.test(tag);
    if (name !== "" && chosen) fields.append(name, attribute(tag, "value"));
  }
  for (const [text] of form[0].matchAll(/<select\b[\s\S]*?<\/select>/g)) {
    const selected = /<option\b[^>]* selected[^>]*>/.exec(text)?.[0] ?? /<option\b[^>]*>/.exec(text)?.[0] ?? "";
    fields.append(attribute(text, "name"), attribute(selected, "value"));
  }
  for (const [, name = "", value = ""] of form[0].matchAll(
    /<textarea\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields.append(name, decode(value));
  }
  return fields;
}

const attribute = (tag: string, name: string) => decode(new RegExp(`^<[^>]*? ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

export type Seen = { readonly status: number; readonly path: string; readonly html: string };

/** Somebody with a browser that has no JavaScript: keeps the cookie, follows redirects, sends forms with all their fields. */
export class Visitor {
  readonly #origin: string;
  #cookie = "";
  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get(path: string): Promise<Seen> {
    return this.#follow(path, { method: "GET" });
  }

  /** Sends fields as they are; `Origin` is what a browser sets. */
  post(path: string, fields: URLSearchParams): Promise<Seen> {
    return this.#follow(path, { method: "POST", body: fields });
  }

  /** Fills a form of a page that was seen and sends it. */
  submit(page: Seen, action: string, typed: Readonly<Record<string, string | readonly string[]>>): Promise<Seen> {
    const fields = fieldsOf(page.html, action);
    for (const [name, value] of Object.entries(typed)) {
      fields.delete(name);
      for (const one of [value].flat()) fields.append(name, one);
    }
    return this.post(action, fields);
  }

  async #follow(path: string, init: { method: string; body?: URLSearchParams }): Promise<Seen> {
    const headers = { Origin: this.#origin, ...(this.#cookie === "" ? {} : { Cookie: this.#cookie }) };
    const answer = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(";")[0] ?? "";
      this.#cookie = pair.endsWith("=") ? "" : pair;
    }
    const to = answer.headers.get("Location");
    if (to !== null && answer.status >= 300 && answer.status < 400) {
      await answer.text();
      return this.#follow(new URL(to, new URL(path, this.#origin)).pathname + new URL(to, this.#origin).search, {
        method: "GET",
      });
    }
    return { status: answer.status, path, html: await answer.text() };
  }
}
