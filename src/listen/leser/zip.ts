import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";

/** An opened archive. Names are in small letters: programs do not agree about capitals in part names. */
export type Archiv = {
  readonly namen: ReadonlySet<string>;
  /** The text of a part in pieces, at most `grenze` bytes. */
  readonly lies: (name: string, grenze?: number) => AsyncGenerator<string>;
};

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Limits are checked against what the archive says of itself, and again while unpacking. */
function check(entry: yauzl.Entry): void {
  if (entry.isEncrypted()) throw new Unlesbar("verschluesselt");
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > GRENZEN.kleinesTeil && ratio > GRENZEN.verhaeltnis) throw new Unlesbar("bombe");
}

/** @throws Unlesbar when it is no whole archive, needs a password or would unpack to more than a list can be */
export async function openArchiv(bytes: Uint8Array): Promise<Archiv> {
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  const zip = await broken(yauzl.fromBufferPromise(buffer(bytes), { lazyEntries: true }));
  if (zip.entryCount > GRENZEN.teile) throw new Unlesbar("bombe");
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      total += entry.uncompressedSize;
    }
  } catch (error) {
    throw asUnlesbar(error);
  }
  if (total > GRENZEN.ausgepackt) throw new Unlesbar("bombe");

  // Several sheets may point to the same part: what counts is what was unpacked, as often as it was.
  let unpacked = 0;
  async function* lies(name: string, grenze: number = GRENZEN.ausgepackt): AsyncGenerator<string> {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw new Unlesbar("kaputt");
    check(entry);
    if (entry.uncompressedSize > grenze) throw new Unlesbar("bombe");
    let size = 0;
    let sum = 0;
    let decoder: TextDecoder | undefined;
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        if (!(piece instanceof Uint8Array)) throw new Unlesbar("kaputt");
        size += piece.length;
        unpacked += piece.length;
        if (size > grenze || unpacked > GRENZEN.ausgepackt) throw new Unlesbar("bombe");
        sum = crc32(piece, sum);
        decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf-16le" : "utf-8", { fatal: true });
        yield decoder.decode(piece, { stream: true });
      }
      if (sum !== entry.crc32) throw new Unlesbar("kaputt");
    } catch (error) {
      throw asUnlesbar(error);
    }
  }
  return { namen: new Set(entries.keys()), lies };
}

/** Whatever goes wrong below is a damaged file; a reader that gave up early is passed on as it is. */
export const asUnlesbar = (error: unknown): Unlesbar => (error instanceof Unlesbar ? error : new Unlesbar("kaputt"));

async function broken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asUnlesbar(error);
  }
}
