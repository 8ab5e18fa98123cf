import { createHash } from "node:crypto";
import type { Values } from "./form.ts";
import { valuesOf } from "./form.ts";
import { inTurn } from "./in-turn.ts";

/** A file as somebody chose it. `name` has no folders; `print` is the same for the same content. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly print: string };

/** A form with a file field, as it was sent. `problem` says why the file did not arrive. */
export type Sent = {
  readonly values: Values;
  readonly file?: Upload | undefined;
  readonly problem?: string | undefined;
};

/** Bytes of a file that a form may bring. */
export const MAX_UPLOAD = 50 * 1024 * 1024;
/** What a form carries beside its file. */
const ENVELOPE = 64 * 1024;
const MAX_PARTS = 40;
const LONGEST_NAME = 200;

const TOO_LARGE =
  "Die Datei ist größer als 50 MB und wurde nicht angenommen. Löschen Sie Bilder aus der Datei oder teilen Sie sie auf.";
const BROKEN =
  "Die Datei ist nicht vollständig angekommen. Wählen Sie sie noch einmal aus und laden Sie sie erneut hoch.";

/** Files that are read at the same time; each may hold its 50 MB. More of them wait, and so do their bytes. */
const reading = inTurn(4);

/**
 * Reads a form with one file field. More than `limit` bytes are read to their end but not kept, because a browser shows an
 * answer only when it has sent everything. Never throws for what a client sends.
 */
export const readUpload = (request: Request, field: string, limit = MAX_UPLOAD): Promise<Sent> =>
  reading(async () => {
    const type = request.headers.get("Content-Type") ?? "";
    const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(type)?.[1];
    const body = await collect(request.body, limit + ENVELOPE).catch(() => "broken" as const);
    if (body === "broken") return { values: {}, problem: BROKEN };
    if (body === undefined) return { values: {}, problem: TOO_LARGE };
    if (boundary === undefined) return plain(body);
    const sent = await parse(body, type, boundary, field);
    return (sent.file?.bytes.length ?? 0) > limit ? { values: sent.values, problem: TOO_LARGE } : sent;
  });

/** All bytes of a stream, undefined when there are more than the limit. */
async function collect(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts.length = 0;
  }
  if (size > limit) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A form without a file, as a browser sends it where the page lost its kind. */
function plain(body: Uint8Array): Sent {
  if (body.length > ENVELOPE) return { values: {}, problem: BROKEN };
  return { values: valuesOf(new TextDecoder().decode(body)) };
}

async function parse(body: Uint8Array<ArrayBuffer>, type: string, boundary: string, field: string): Promise<Sent> {
  if (count(body, `--${boundary}`) > MAX_PARTS) return { values: {}, problem: BROKEN };
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => undefined);
  if (form === undefined) return { values: {}, problem: BROKEN };
  const values: Record<string, string[]> = Object.create(null);
  let file: Upload | undefined;
  for (const [name, value] of form) {
    if (typeof value === "string") (values[name] ??= []).push(value.replaceAll("\r\n", "\n").replaceAll("\0", ""));
    else if (name === field && value.name !== "") file ??= await uploadOf(value);
  }
  return { values, file };
}

/** How often a mark stands in the bytes; stops where it is too often anyway. */
function count(body: Uint8Array<ArrayBuffer>, mark: string): number {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let n = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && n <= MAX_PARTS; at = bytes.indexOf(mark, at + mark.length)) n += 1;
  return n;
}

async function uploadOf(file: File): Promise<Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = (file.name.split(/[/\\]/u).at(-1) ?? "").replaceAll(/\p{Cc}/gu, "").slice(-LONGEST_NAME);
  return { name: name || "Datei", bytes, print: createHash("sha256").update(bytes).digest("hex") };
}
