/** Something to look for, and as which bytes it may stand there. */
export type Needle = { readonly says: string; readonly bytes: Buffer };

/** Looks for very many things at once: one pass over the bytes, however many there are. */
export type Search = {
  /** Of the longest, in bytes: so much of two chunks has to overlap. */
  readonly longest: number;
  /** What of it stands in there. */
  readonly find: (hay: Buffer) => readonly string[];
};

const HEAD = 4;
const slot = (head: number): number => Math.imul(head, 0x9e3779b1) >>> 8;

/** @throws Error for a needle of less than four bytes */
export function searchFor(needles: readonly Needle[]): Search {
  // Nearly every place in the bytes begins with none of them: a table of bits says so before anything is looked up.
  const may = new Uint8Array(1 << 24);
  const byHead = new Map<number, Needle[]>();
  for (const needle of needles) {
    const head = needle.bytes.readUInt32LE(0);
    may[slot(head)] = 1;
    const same = byHead.get(head) ?? [];
    same.push(needle);
    byHead.set(head, same);
  }
  const find = (hay: Buffer): readonly string[] => {
    const found = new Set<string>();
    let head = 0;
    for (let at = 0; at < hay.length; at++) {
      head = ((head >>> 8) | ((hay[at] ?? 0) << 24)) >>> 0;
      if (at < HEAD - 1 || may[slot(head)] !== 1) continue;
      const from = at - HEAD + 1;
      for (const { says, bytes } of byHead.get(head) ?? []) {
        if (hay.subarray(from, from + bytes.length).equals(bytes)) found.add(says);
      }
    }
    return [...found];
  };
  return { longest: Math.max(...needles.map(({ bytes }) => bytes.length)), find };
}

/** Base64 of bytes that begin anywhere in what is encoded: what is certain of it at each of the three places in a group. */
function base64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((offset) => {
    const whole = Math.floor((offset + bytes.length) / 3) * 4;
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(offset === 0 ? 0 : 4, whole);
    return Buffer.from(text);
  });
}

/** From so many bytes on, digits and letters do not say the same by chance. */
const HEX_FROM = 7;
const BASE64_FROM = 12;

/** The bytes as they are, as hexadecimal digits (a dump writes binary columns so) and as base64. */
export const encoded = (bytes: Buffer): Buffer[] => [
  bytes,
  ...(bytes.length < HEX_FROM ? [] : [Buffer.from(bytes.toString("hex"))]),
  ...(bytes.length < BASE64_FROM ? [] : base64(bytes)),
];

const ASCII = /[A-Z]/g;
const lower = (text: string): string => text.replaceAll(ASCII, (letter) => letter.toLowerCase());
const UMLAUT: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A text as somebody may have written it down to find it again: small, without marks, with umlauts in two letters. */
export function transcribed(text: string): Buffer[] {
  const small = text.toLowerCase();
  const ways = [
    lower(text),
    small,
    small.normalize("NFD").replaceAll(/\p{M}/gu, ""),
    small.replaceAll(/[äöüß]/g, (one) => UMLAUT[one] ?? one),
  ];
  return [...new Set(ways)].map((way) => Buffer.from(way));
}

/** The same bytes with small letters, where they are letters of ASCII: for `transcribed`. */
export function lowered(hay: Buffer): Buffer {
  const small = Buffer.from(hay);
  for (let i = 0; i < small.length; i++) {
    const one = small[i] ?? 0;
    if (one >= 0x41 && one <= 0x5a) small[i] = one + 0x20;
  }
  return small;
}
