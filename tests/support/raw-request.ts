import { type IncomingHttpHeaders, request } from "node:http";

export type RawAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type RawRequest = {
  readonly method?: string;
  /** As it stands in the first line, nothing encoded or resolved. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Several parts are sent one after the other, without telling how long it gets. */
  readonly body?: string | readonly string[];
};

/** A request of which nothing is made better on its way, as `fetch` would: any `Host`, any path, no `Origin` by itself. */
export function rawRequest(server: string, wish: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(server);
  const { method = "GET", path, body } = wish;
  const form = body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
  const length = typeof body === "string" ? { "Content-Length": String(Buffer.byteLength(body)) } : {};
  const headers = { ...form, ...length, ...wish.headers };
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", fail);
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString("utf8") }),
      );
    });
    sent.on("error", fail);
    for (const part of [body ?? []].flat()) sent.write(part);
    sent.end();
  });
}
