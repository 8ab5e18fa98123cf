import { type Socket, connect } from "node:net";

const BLANK_LINE = "\r\n\r\n";
const LINE_END = "\r\n";
/** What of a head says how an answer ends. */
const LENGTH = /\r\ncontent-length: *(\d+)\r\n/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked\r\n/i;
const CLOSES = /\r\nconnection: *close\r\n/i;

/** An answer that has come whole. `closes`: the server takes nothing more on this connection. */
type Whole = { readonly status: number; readonly closes: boolean };

/** Reads one answer after the other from the bytes of a connection, as little of each as says its status and where it ends. */
export class Antworten {
  /** Begun, and not yet enough to see where it ends. */
  #begun: Buffer | undefined;
  /** Its head was read; so many bytes are missing. */
  #missing = 0;
  #whole: Whole = { status: 0, closes: false };

  /**
   * @param bytes may be written over afterwards
   * @returns the answer, once all of it has come
   * @throws Error when that is no answer to one request
   */
  take(bytes: Buffer): Whole | undefined {
    if (this.#missing > 0) return this.#counted(this.#missing - bytes.length);
    const all = this.#begun === undefined ? bytes : Buffer.concat([this.#begun, bytes]);
    this.#begun = undefined;
    const body = all.indexOf(BLANK_LINE) + BLANK_LINE.length;
    if (body < BLANK_LINE.length) return this.#later(all);
    const head = all.toString("latin1", 0, body);
    // HTTP/1.1 200 OK
    this.#whole = { status: Number(head.slice(9, 12)), closes: CLOSES.test(head) };
    const length = LENGTH.exec(head)?.[1];
    if (length !== undefined) return this.#counted(body + Number(length) - all.length);
    if (!CHUNKED.test(head)) throw new Error("Eine Antwort sagt nicht, wo sie endet.");
    const end = endOfChunks(all, body);
    return end === undefined ? this.#later(all) : this.#counted(end - all.length);
  }

  #counted(missing: number): Whole | undefined {
    if (missing < 0) throw new Error("Es kam mehr als eine Antwort.");
    this.#missing = missing;
    return missing === 0 ? this.#whole : undefined;
  }

  #later(all: Buffer): undefined {
    this.#begun = Buffer.from(all);
  }
}

/** Where a body in chunks ends, undefined where that has not come yet. Nothing of ours stands behind the last one (trailers). */
function endOfChunks(all: Buffer, from: number): number | undefined {
  for (let at = from; ;) {
    const line = all.indexOf(LINE_END, at);
    if (line === -1) return undefined;
    const size = Number.parseInt(all.toString("latin1", at, line), 16);
    if (Number.isNaN(size)) throw new Error("Ein Stück einer Antwort sagt nicht, wie lang es ist.");
    at = line + LINE_END.length + size + LINE_END.length;
    if (at > all.length) return undefined;
    if (size === 0) return at;
  }
}

/** Most answers fit in whole. */
const ROOM = 64 * 1024;

/**
 * One connection to a server, kept as a browser keeps it: opened at the first request, and again where the server closed it. It looks
 * at status and length and at nothing else, because what it takes of the processor the server does not get.
 */
export class Leitung {
  /** Bytes that came over it so far. */
  bytes = 0;
  readonly #host: string;
  readonly #port: number;
  readonly #room = Buffer.allocUnsafe(ROOM);
  #socket: Socket | undefined;
  #answer: ((status: number) => void) | undefined;

  constructor({ hostname, port }: URL) {
    this.#host = hostname.replaceAll(/[[\]]/g, "");
    this.#port = Number(port);
  }

  /** Sends one request and waits for its answer, one at a time. @returns its status, 0 where none came */
  ask(request: string): Promise<number> {
    this.#socket ??= this.#open();
    return new Promise((done) => {
      this.#answer = done;
      this.#socket?.write(request, "latin1");
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open(): Socket {
    const answers = new Antworten();
    const take = (size: number): boolean => {
      this.bytes += size;
      try {
        const whole = answers.take(this.#room.subarray(0, size));
        if (whole?.closes === true) this.close();
        if (whole !== undefined) this.#done(whole.status);
      } catch {
        socket.destroy();
      }
      return true;
    };
    const socket = connect({ host: this.#host, port: this.#port, onread: { buffer: this.#room, callback: take } });
    socket.setNoDelay(true);
    // What broke is told by its end, which follows.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#done(0);
    });
    return socket;
  }

  #done(status: number): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(status);
  }
}
