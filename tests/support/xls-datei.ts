/** A cell of an old workbook: a text, a number, a day (its serial number), true or false, what a formula gives as text, or a struck text. */
export type Xlszelle =
  | null
  | string
  | number
  | boolean
  | { readonly tag: number }
  | { readonly formel: string }
  | { readonly gestrichen: string };

const satz = (art: number, daten: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(art, 0);
  head.writeUInt16LE(daten.length, 2);
  return Buffer.concat([head, daten]);
};
const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const doppelt = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const wideText = (text: string): Buffer =>
  Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, "utf16le")]);

const BOF = (art: number) => satz(0x809, u16(0x600, art, 0, 0, 0, 0, 0, 0));
const ENDE = satz(0x0a, Buffer.alloc(0));
const MOST = 200;

/** The texts of the workbook, cut into records in the middle of their letters. */
function texte(all: readonly string[]): Buffer {
  const parts: Buffer[] = [Buffer.concat([u32(all.length), u32(all.length)])];
  for (const text of all) {
    const last = parts.at(-1) ?? Buffer.alloc(0);
    const head = Buffer.concat([u16(text.length), Buffer.from([1])]);
    const letters = Buffer.from(text, "utf16le");
    const room = Math.max(0, Math.floor((MOST - last.length - head.length) / 2) * 2);
    parts[parts.length - 1] = Buffer.concat([last, head, letters.subarray(0, room)]);
    for (let at = room; at < letters.length; at += MOST)
      parts.push(Buffer.concat([Buffer.from([1]), letters.subarray(at, at + MOST)]));
  }
  return Buffer.concat(parts.map((part, i) => satz(i === 0 ? 0xfc : 0x3c, part)));
}

function zelle(value: Exclude<Xlszelle, null>, at: readonly [number, number], index: (text: string) => number): Buffer {
  const place = (style: number) => u16(...at, style);
  if (typeof value === "string") return satz(0xfd, Buffer.concat([place(0), u32(index(value))]));
  if (typeof value === "boolean") return satz(0x205, Buffer.concat([place(0), Buffer.from([value ? 1 : 0, 0])]));
  if (typeof value === "number")
    return Number.isInteger(value)
      ? satz(0x27e, Buffer.concat([place(0), u32(((value << 2) | 2) >>> 0)]))
      : satz(0x203, Buffer.concat([place(0), doppelt(value)]));
  if ("tag" in value) return satz(0x203, Buffer.concat([place(1), doppelt(value.tag)]));
  if ("gestrichen" in value) return satz(0xfd, Buffer.concat([place(2), u32(index(value.gestrichen))]));
  const result = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
  return Buffer.concat([
    satz(0x06, Buffer.concat([place(0), result, Buffer.alloc(8)])),
    satz(0x207, wideText(value.formel)),
  ]);
}

/** The stream in sectors of a compound file, of which the first is the table of them, the second the directory. */
function behaelter(strom: Buffer): Uint8Array {
  const data = Buffer.concat([strom, Buffer.alloc(Math.max(0, 4096 - strom.length))]);
  const sectors = Math.ceil(data.length / 512);
  const fat = Buffer.alloc(512, 0xff);
  fat.writeUInt32LE(0xff_ff_ff_fd, 0);
  fat.writeUInt32LE(0xff_ff_ff_fe, 4);
  for (let i = 0; i < sectors; i++) fat.writeUInt32LE(i === sectors - 1 ? 0xff_ff_ff_fe : i + 3, (i + 2) * 4);
  const entry = (name: string, art: number, start: number, size: number) => {
    const bytes = Buffer.alloc(128);
    bytes.write(name, 0, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, 64);
    bytes.writeUInt8(art, 66);
    bytes.writeUInt32LE(start, 116);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const directory = Buffer.concat([
    entry("Root Entry", 5, 0xff_ff_ff_fe, 0),
    entry("Workbook", 2, 2, data.length),
    Buffer.alloc(256),
  ]);
  const head = Buffer.alloc(512, 0xff);
  head.fill(0, 0, 76);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xff_fe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, 0xff_ff_ff_fe],
    [68, 0xff_ff_ff_fe],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at);
  return new Uint8Array(Buffer.concat([head, fat, directory, data, Buffer.alloc(sectors * 512 - data.length)]));
}

/** A workbook of Excel 97 with one sheet, its texts cut into many records. */
export function xls(name: string, rows: readonly (readonly Xlszelle[])[]): Uint8Array {
  const words: string[] = [];
  const index = (text: string) => (words.includes(text) ? words.indexOf(text) : words.push(text) - 1);
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) => (value === null ? [] : [zelle(value, [r, c], index)])),
  );
  const font = (strike: boolean) => satz(0x31, Buffer.concat([u16(200, strike ? 8 : 0), Buffer.alloc(10)]));
  const style = (font_: number, format: number) => satz(0xe0, Buffer.concat([u16(font_, format), Buffer.alloc(16)]));
  const globals = (offset: number) =>
    Buffer.concat([
      BOF(5),
      ...[false, true].map(font),
      style(0, 0),
      style(0, 14),
      style(1, 0),
      satz(0x85, Buffer.concat([u32(offset), Buffer.from([0, 0, name.length, 0]), Buffer.from(name, "latin1")])),
      texte(words),
      ENDE,
    ]);
  return behaelter(Buffer.concat([globals(globals(0).length), BOF(16), ...cells, ENDE]));
}
