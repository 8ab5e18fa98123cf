/** The first room for a body whose length nobody told. */
const FIRST_ROOM = 64 * 1024;

/**
 * All bytes of a body, undefined when there are more than the limit: then it is read to its end, but not kept. What says its length
 * beforehand (`told`, in bytes) is held once and never copied.
 */
export async function collect(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  told = FIRST_ROOM,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let whole = new Uint8Array(Math.min(told, limit));
  let size = 0;
  for await (const part of body ?? []) {
    const at = size;
    size += part.length;
    if (size > limit) whole = new Uint8Array(0);
    else {
      if (size > whole.length) whole = grown(whole, Math.min(limit, Math.max(size, whole.length * 2)));
      whole.set(part, at);
    }
  }
  return size > limit ? undefined : whole.subarray(0, size);
}

function grown(before: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  whole.set(before);
  return whole;
}

/** More than this nobody sends by mistake. */
const MOST_UNREAD = 64 * 1024 * 1024;

/**
 * Reads what nobody asked for. A browser shows an answer only when it has sent everything; closed before, the connection is
 * reset, and nobody learns why.
 */
export async function readToEnd(request: Request): Promise<void> {
  // To look for a body, a whole `Request` would be made of what is one in name only; these have none.
  if (request.method === "GET" || request.method === "HEAD") return;
  if (request.bodyUsed || request.body === null) return;
  let size = 0;
  for await (const part of request.body) {
    size += part.length;
    if (size > MOST_UNREAD) return;
  }
}
