import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { getHeapStatistics } from "node:v8";
import { z } from "zod";

/** Why work apart ended without its last word. */
export type ApartEnd = "memory" | "deadline" | "size" | "crash";

/** Work apart that did not come to its end. What ran it is unharmed. */
export class ApartFailed extends Error {
  override readonly name = "ApartFailed";
  readonly end: ApartEnd;
  constructor(end: ApartEnd) {
    super(`Die Arbeit nebenan endete vorzeitig: ${end}.`);
    this.end = end;
  }
}

export type Apart = {
  /** Absolute path of the program; plain TypeScript that Node strips by itself. */
  readonly script: string;
  /** Told first, as one line of JSON; then come the bytes. */
  readonly head: unknown;
  readonly bytes: Uint8Array;
  readonly heapMiB: number;
  readonly deadlineMs: number;
  /** Bytes that it may answer, so that an answer cannot fill the memory of whoever asked. */
  readonly maxAnswer: number;
  /** Whether whoever asked can hold no more of it: what is short as a text may be long in memory. */
  readonly isFull?: () => boolean;
  /** Lets it load libraries of native code. What they do the limits of Node do not hold; use it where nothing else can do the work. */
  readonly native?: true;
  /** Ends the work at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Lets a program work in a process of its own: with a heap of its own, until a deadline, without the environment of this
 * process (no address, no key), and where it may neither write files nor start anything. It answers with lines of JSON, of which
 * `hear` gets each.
 * @throws ApartFailed when it ends otherwise than by itself and in peace
 */
export async function runApart<Line>(work: Apart, hear: (line: Line) => void): Promise<void> {
  work.signal?.throwIfAborted();
  const heap = [`--max-old-space-size=${work.heapMiB}`, `--max-semi-space-size=${YOUNG_MIB}`];
  const limits = [...heap, "--permission", "--allow-fs-read=*", "--no-warnings"];
  if (work.native === true) limits.push("--allow-addons");
  const child = spawn(process.execPath, [...limits, work.script], { env: {}, stdio: ["pipe", "pipe", "ignore"] });
  let stopped: unknown;
  const stop = (why: unknown) => {
    stopped ??= why;
    child.kill("SIGKILL");
  };
  const onAbort = () => stop(work.signal?.reason);
  work.signal?.addEventListener("abort", onAbort);
  const late = setTimeout(() => stop(new ApartFailed("deadline")), work.deadlineMs);
  // A process that could not be started has no exit; the promise is listened to from the start, so that it is never an
  // error of nobody's, which would end this process.
  const ended = once(child, "exit").then(END.parse, (): Ended => [null, null]);
  // Whoever gave up early does not read to the end: that is not this side's error.
  child.stdin.on("error", () => undefined);
  child.stdin.write(`${JSON.stringify({ head: work.head, size: work.bytes.length })}\n`);
  child.stdin.end(work.bytes);
  try {
    await listen(child.stdout, work, hear);
  } catch (error) {
    // Half a line: it died while it spoke, and how it died says more.
    if (error instanceof SyntaxError) child.kill("SIGKILL");
    else stop(error);
  } finally {
    const [code, signal] = await ended;
    clearTimeout(late);
    work.signal?.removeEventListener("abort", onAbort);
    if (stopped === undefined && code !== 0) stopped = new ApartFailed(isMemory(code, signal) ? "memory" : "crash");
  }
  if (stopped !== undefined) throw stopped;
}

/**
 * Room for what is young, MiB. By itself it grows to three times that, and a list of 100,000 rows is read with 430 MiB instead of
 * 310; its time is the same, because most of what is read stays.
 */
const YOUNG_MIB = 8;

/** Exit code or signal. */
const END = z.tuple([z.number().nullable(), z.string().nullable()]);
type Ended = z.output<typeof END>;

/** V8 aborts a process whose heap is full; depending on the build by SIGABRT, SIGTRAP or SIGILL. */
const isMemory = (code: number | null, signal: string | null): boolean =>
  ["SIGABRT", "SIGTRAP", "SIGILL"].includes(signal ?? "") || code === 134 || code === 133;

/** Of the heap of this process; what comes after the answer needs the rest. */
const SHARE = 0.7;

function isHeapFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > limit * SHARE;
}

async function listen<Line>(
  output: Readable,
  { maxAnswer, isFull = isHeapFull }: Pick<Apart, "maxAnswer" | "isFull">,
  hear: (line: Line) => void,
): Promise<void> {
  let size = 0;
  for await (const line of createInterface({ input: output, crlfDelay: Infinity })) {
    size += line.length;
    if (size > maxAnswer || isFull()) throw new ApartFailed("size");
    const said: Line = JSON.parse(line);
    hear(said);
  }
}
