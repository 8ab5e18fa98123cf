import { Unlesbar } from "./unlesbar.ts";

/** What ends a chain of sectors (MS-CFB, 2.1). */
const LAST_REGULAR = 0xff_ff_ff_fa;
const HEADER_FATS = 109;
const ENTRY = 128;
const MINI = 64;

/** A stream of a compound file: its name, where it begins, how long it is. */
type Eintrag = { readonly name: string; readonly art: number; readonly start: number; readonly laenge: number };

/** The container of old Office files (MS-CFB): sectors in chains, small streams within a stream. Every chain ends after as many sectors as there are. */
class Behaelter {
  private readonly bytes: Buffer;
  private readonly size: number;
  private readonly fat: readonly number[];
  private readonly minifat: readonly number[];
  private readonly mini: Buffer;
  readonly eintraege: readonly Eintrag[];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.size = 1 << bytes.readUInt16LE(30);
    if (this.size !== 512 && this.size !== 4096) throw new Unlesbar("kaputt");
    this.fat = this.fatSectors().flatMap((sector) => this.numbers(this.sector(sector)));
    this.minifat = this.numbers(this.chain(bytes.readUInt32LE(60)));
    this.eintraege = this.entries(this.chain(bytes.readUInt32LE(48)));
    const root = this.eintraege.find(({ art }) => art === 5);
    this.mini = root === undefined ? Buffer.alloc(0) : this.chain(root.start);
  }

  /** The bytes of a stream. */
  lies({ start, laenge }: Eintrag): Buffer {
    if (laenge >= this.bytes.readUInt32LE(56)) return this.chain(start).subarray(0, laenge);
    const pieces: Buffer[] = [];
    for (let at = start; at < LAST_REGULAR; at = this.minifat[at] ?? LAST_REGULAR) {
      if (pieces.length > this.minifat.length) throw new Unlesbar("kaputt");
      pieces.push(this.mini.subarray(at * MINI, at * MINI + MINI));
    }
    return Buffer.concat(pieces).subarray(0, laenge);
  }

  private sector(nr: number): Buffer {
    const from = (nr + 1) * this.size;
    if (from >= this.bytes.length) throw new Unlesbar("kaputt");
    return this.bytes.subarray(from, from + this.size);
  }

  private numbers(bytes: Buffer): number[] {
    return Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(i * 4));
  }

  /** The sectors that hold the table of all chains: those of the header, and those of the sectors it points to. */
  private fatSectors(): number[] {
    const found = this.numbers(this.bytes.subarray(76, 76 + HEADER_FATS * 4));
    const most = this.bytes.length / this.size;
    let next = this.bytes.readUInt32LE(68);
    for (let n = 0; next < LAST_REGULAR && n < most; n++) {
      const more = this.numbers(this.sector(next));
      next = more.pop() ?? LAST_REGULAR;
      found.push(...more);
    }
    return found.filter((sector) => sector < LAST_REGULAR);
  }

  private chain(start: number): Buffer {
    const pieces: Buffer[] = [];
    for (let at = start; at < LAST_REGULAR; at = this.fat[at] ?? LAST_REGULAR) {
      if (pieces.length > this.fat.length) throw new Unlesbar("kaputt");
      pieces.push(this.sector(at));
    }
    return Buffer.concat(pieces);
  }

  private entries(bytes: Buffer): Eintrag[] {
    return Array.from({ length: Math.floor(bytes.length / ENTRY) }, (_, i) => {
      const entry = bytes.subarray(i * ENTRY, (i + 1) * ENTRY);
      const length = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
      const name = entry.toString("utf16le", 0, length);
      return { name, art: entry.readUInt8(66), start: entry.readUInt32LE(116), laenge: entry.readUInt32LE(120) };
    });
  }
}

/** The stream of a compound file with this name, undefined where it has none. @throws Unlesbar, or RangeError where the file ends too soon */
export function stromIn(bytes: Uint8Array, name: string): Buffer | undefined {
  const behaelter = new Behaelter(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const found = behaelter.eintraege.find((one) => one.art === 2 && one.name === name);
  return found === undefined ? undefined : behaelter.lies(found);
}
