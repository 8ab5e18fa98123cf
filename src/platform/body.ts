/** All bytes of a body, undefined when there are more than the limit: then it is read to its end, but not kept. */
export async function collect(
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

/** More than this nobody sends by mistake. */
const MOST_UNREAD = 64 * 1024 * 1024;

/**
 * Reads what nobody asked for. A browser shows an answer only when it has sent everything; closed before, the connection is
 * reset, and nobody learns why.
 */
export async function readToEnd(request: Request): Promise<void> {
  if (request.bodyUsed || request.body === null) return;
  let size = 0;
  for await (const part of request.body) {
    size += part.length;
    if (size > MOST_UNREAD) return;
  }
}
