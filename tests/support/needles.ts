/** Looks for many texts at once: one pass over the bytes, however many there are. */
export type Search = {
  /** Of the longest text, in bytes: so much of two chunks has to overlap. */
  readonly longest: number;
  /** Which of the texts stand in there, in UTF-8 or UTF-16. */
  readonly find: (hay: Buffer) => readonly string[];
};

const HEAD = 4;
const slot = (head: number): number => Math.imul(head, 0x9e3779b1) >>> 8;

/** Texts of at least four bytes each. */
export function searchFor(texts: readonly string[]): Search {
  const needles = texts.flatMap((text) =>
    [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")].map((bytes) => ({ text, bytes })),
  );
  // Nearly every place in the bytes begins with no text: a table of bits says so before anything is looked up.
  const may = new Uint8Array(1 << 24);
  const byHead = new Map<number, (typeof needles)[number][]>();
  for (const needle of needles) {
    const head = needle.bytes.readUInt32LE(0);
    may[slot(head)] = 1;
    byHead.set(head, [...(byHead.get(head) ?? []), needle]);
  }
  const find = (hay: Buffer): readonly string[] => {
    const found = new Set<string>();
    let head = 0;
    for (let at = 0; at < hay.length; at++) {
      head = ((head >>> 8) | ((hay[at] ?? 0) << 24)) >>> 0;
      if (at < HEAD - 1 || may[slot(head)] !== 1) continue;
      const from = at - HEAD + 1;
      for (const { text, bytes } of byHead.get(head) ?? []) {
        if (hay.subarray(from, from + bytes.length).equals(bytes)) found.add(text);
      }
    }
    return [...found];
  };
  return { longest: Math.max(...needles.map(({ bytes }) => bytes.length)), find };
}
