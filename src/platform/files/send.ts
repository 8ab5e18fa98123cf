import { KINDS, type Kind } from "./kind.ts";

/** A file on its way to a browser. `name` is one that we made: no word of whoever sent it, and nobody's name. */
export type Sending = {
  readonly kind: Kind;
  readonly name: string;
  readonly size: number;
  readonly as: "inline" | "attachment";
  /** Reads the next bytes; undefined at the end. */
  readonly next: () => Promise<Buffer | undefined>;
};

/**
 * Nothing in a file from outside can do anything: no script, no form, no request, in no window but one of ours; and the browser
 * believes what we say it is, and keeps nothing.
 */
const INERT =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Streams it: read while it is sent, and no faster than it is taken. `broken` has to end the connection where reading fails in the
 * middle, so that nobody takes a part for the whole.
 */
export function sendFile({ kind, name, size, as, next }: Sending, broken: (error: unknown) => void): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let bytes: Buffer | undefined;
        try {
          bytes = await next();
        } catch (error) {
          // Not told to the stream: the server underneath would print it, with words that may not stand in a log.
          return broken(error);
        }
        if (bytes === undefined) controller.close();
        else controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": KINDS[kind].mime,
      "Content-Length": String(size),
      "Content-Disposition": `${as}; filename="${name}.${kind === "jpeg" ? "jpg" : kind}"`,
      "Content-Security-Policy": INERT,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "no-store",
    },
  });
}
