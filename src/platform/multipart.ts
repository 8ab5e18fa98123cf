/** One part of a form, as it lies in the body: nothing of it is copied. `filename` is undefined for what is no file. */
export type Part = {
  readonly name: string;
  readonly filename: string | undefined;
  readonly content: Uint8Array<ArrayBuffer>;
};

const CRLF = "\r\n";
const HEAD_ENDS = `${CRLF}${CRLF}`;
/** A browser writes some 100 bytes. */
const LONGEST_HEAD = 4096;

/**
 * The parts of a form with files (RFC 7578), as views into its body: a file that was sent is held once. Undefined where it is none,
 * was cut off, or has more than `most` parts. Written as browsers write it: other encodings of parts, which RFC 7578 has done away
 * with, are not read.
 */
export function partsOf(body: Uint8Array<ArrayBuffer>, boundary: string, most: number): Part[] | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = `--${boundary}`;
  const parts: Part[] = [];
  let at = bytes.indexOf(mark);
  while (at >= 0) {
    at += mark.length;
    if (bytes.subarray(at, at + 2).equals(END)) return parts;
    const head = bytes.indexOf(HEAD_ENDS, at);
    if (parts.length >= most || head < 0 || head - at > LONGEST_HEAD) return undefined;
    const start = head + HEAD_ENDS.length;
    const end = bytes.indexOf(`${CRLF}${mark}`, start);
    const named = disposition(bytes.toString("utf8", at, head));
    if (end < 0 || named === undefined) return undefined;
    parts.push({ ...named, content: body.subarray(start, end) });
    at = end + CRLF.length;
  }
  return undefined;
}

const END = Buffer.from("--");

const QUOTED = String.raw`"([^"]*)"`;
const NAME = new RegExp(String.raw`;\s*name=${QUOTED}`, "i");
const FILENAME = new RegExp(String.raw`;\s*filename=${QUOTED}`, "i");
/** What a browser does to a name that holds them (HTML, multipart/form-data encoding). */
const WRITTEN: Readonly<Record<string, string>> = { "%22": '"', "%0D": "\r", "%0A": "\n" };
const plain = (name: string) => name.replaceAll(/%(?:22|0D|0A)/g, (written) => WRITTEN[written] ?? written);

function disposition(head: string): Pick<Part, "name" | "filename"> | undefined {
  const line = head.split(CRLF).find((one) => /^content-disposition:\s*form-data/i.test(one));
  const name = line === undefined ? undefined : NAME.exec(line)?.[1];
  if (line === undefined || name === undefined) return undefined;
  const filename = FILENAME.exec(line)?.[1];
  return { name: plain(name), filename: filename === undefined ? undefined : plain(filename) };
}
