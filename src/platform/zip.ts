import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive: its path and its text. */
export type Teil = { readonly name: string; readonly text: string };

const VERSION = 20;
const UTF8 = 0x08_00;
const DEFLATED = 8;
/** 1 January 1980: the same parts give the same bytes. */
const NO_DATE = 0x21;

/** What both the header of a part and its line in the directory say (APPNOTE 4.3.7, 4.3.12). */
function common(name: Buffer, data: Buffer, packed: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(DEFLATED, 4);
  head.writeUInt16LE(NO_DATE, 8);
  head.writeUInt32LE(crc32(data), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

/** Packs parts into a ZIP archive, as Office documents are; for a few small parts. */
export function archiv(teile: readonly Teil[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of teile) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(data);
    const head = common(path, data, packed);
    const file = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, path, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.from([VERSION, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), made, head, place, path]));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(teile.length, 8);
  end.writeUInt16LE(teile.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
