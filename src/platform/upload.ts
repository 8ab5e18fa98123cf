import { createHash } from "node:crypto";
import type { Values } from "./form.ts";
import { valuesOf } from "./form.ts";
import { collect } from "./body.ts";
import { partsOf } from "./multipart.ts";
import { type InTurn, TooManyWaiting, inTurn } from "./in-turn.ts";

/**
 * A file as somebody chose it. `name` has no folders; `print` is the same for the same content. `bytes` are a view into what was
 * sent, never the whole of their `buffer`.
 */
export type Upload = { readonly name: string; readonly bytes: Buffer<ArrayBuffer>; readonly print: string };

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

const tooLarge = (limit: number): string =>
  `Die Datei ist größer als ${limit / 1024 / 1024} MB und wurde nicht angenommen. Löschen Sie Bilder aus der Datei oder teilen Sie sie auf.`;
const BROKEN =
  "Die Datei ist nicht vollständig angekommen. Wählen Sie sie noch einmal aus und laden Sie sie erneut hoch.";

const OWN_WAITS =
  "Von Ihnen kommen schon mehrere Dateien an. Warten Sie, bis sie fertig sind, und laden Sie diese dann noch einmal hoch.";
const MANY_ARRIVE =
  "Gerade laden viele Menschen Dateien hoch. Diese wurde nicht angenommen; versuchen Sie es in ein paar Minuten noch einmal.";

/** Files that arrive at the same time in all, each with its 50 MB at most; a slow line may take minutes for one. */
const MOST_ARRIVING = 12;
/** Of one account they arrive one after the other, and so many wait: nobody keeps the others from sending. */
const MOST_WAITING = 2;
const arriving = new Map<string, { readonly turn: InTurn; count: number }>();
let arrivingInAll = 0;

/**
 * Reads a form with one file field. `who` sends it: the turn of a file begins when its body has arrived, and what arrives is
 * bounded for each of them. More than `limit` bytes are read to their end but not kept, because a browser shows an answer only
 * when it has sent everything. Never throws for what a client sends.
 */
export async function readUpload(request: Request, field: string, who: string, limit = MAX_UPLOAD): Promise<Sent> {
  const type = request.headers.get("Content-Type") ?? "";
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  const body = await arrive(request, who, limit).catch((error: unknown) =>
    error instanceof TooManyWaiting ? OWN_WAITS : BROKEN,
  );
  if (typeof body === "string") return { values: {}, problem: body };
  if (boundary === undefined) return plain(body);
  const sent = parse(body, boundary, field);
  return (sent.file?.bytes.length ?? 0) > limit ? { values: sent.values, problem: tooLarge(limit) } : sent;
}

/** The body, or a sentence why it was not taken. @throws TooManyWaiting when the same account sends too many at once */
async function arrive(request: Request, who: string, limit: number): Promise<Uint8Array<ArrayBuffer> | string> {
  const length = Number(request.headers.get("Content-Length") ?? Number.NaN) || undefined;
  const own = arriving.get(who) ?? { turn: inTurn(1, MOST_WAITING), count: 0 };
  arriving.set(who, own);
  own.count += 1;
  try {
    return await own.turn(async () => {
      if (arrivingInAll >= MOST_ARRIVING) return MANY_ARRIVE;
      arrivingInAll += 1;
      try {
        return (await collect(request.body, limit + ENVELOPE, length)) ?? tooLarge(limit);
      } finally {
        arrivingInAll -= 1;
      }
    });
  } finally {
    own.count -= 1;
    if (own.count === 0) arriving.delete(who);
  }
}

/** A form without a file, as a browser sends it where the page lost its kind. */
function plain(body: Uint8Array): Sent {
  if (body.length > ENVELOPE) return { values: {}, problem: BROKEN };
  return { values: valuesOf(new TextDecoder().decode(body)) };
}

function parse(body: Uint8Array<ArrayBuffer>, boundary: string, field: string): Sent {
  const parts = partsOf(body, boundary, MAX_PARTS);
  if (parts === undefined) return { values: {}, problem: BROKEN };
  const values: Record<string, string[]> = Object.create(null);
  const read = new TextDecoder("utf-8", { ignoreBOM: true });
  let file: Upload | undefined;
  for (const { name, filename, content } of parts) {
    if (filename === undefined)
      (values[name] ??= []).push(read.decode(content).replaceAll("\r\n", "\n").replaceAll("\0", ""));
    else if (name === field && filename !== "") file ??= uploadOf(filename, content);
  }
  return { values, file };
}

function uploadOf(filename: string, content: Uint8Array<ArrayBuffer>): Upload {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const name = (filename.split(/[/\\]/u).at(-1) ?? "").replaceAll(/\p{Cc}/gu, "").slice(-LONGEST_NAME);
  return { name: name || "Datei", bytes, print: createHash("sha256").update(bytes).digest("hex") };
}
