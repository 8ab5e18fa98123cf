/**
 * The program that looks into a file from outside, in a process of its own: makes pictures anew, so that nothing is left of what was
 * hidden in them (place, device, preview, whatever was appended), and lists what is in an archive. First comes a line of JSON, then
 * the bytes; lines of JSON go out. A file that breaks a decoder ends this process and nothing else.
 */
import { Buffer } from "node:buffer";
import sharp from "sharp";
import yauzl from "yauzl";

/** More than any scanner makes of a page; a picture of 100 kB can have a million times as many. */
const MOST_PIXELS = 80_000_000;
/** A page on paper at 300 dpi has 3500. */
const LONGEST_SIDE = 4000;
const QUALITY = 85;
const MOST_PARTS = 3000;
/** Bytes of one line of the answer. */
const LINE = 192 * 1024;

sharp.cache(false);
sharp.concurrency(1);
// Only what is asked for is decoded: the library knows forty more formats.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

async function asked(): Promise<{ readonly head: string; readonly bytes: Buffer }> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  const whole = Buffer.concat(pieces);
  const end = whole.indexOf("\n");
  const { head } = JSON.parse(whole.toString("utf8", 0, end));
  return { head, bytes: whole.subarray(end + 1) };
}

/** Turned as it was taken, no larger than it is read, and without anything that is not to be seen. */
async function picture(bytes: Buffer, kind: "jpeg" | "png" | "webp"): Promise<Buffer> {
  const side = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true } as const;
  const made = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 }).autoOrient().resize(side);
  if (kind === "png") return made.png({ compressionLevel: 9 }).toBuffer();
  return kind === "webp" ? made.webp({ quality: QUALITY }).toBuffer() : made.jpeg({ quality: QUALITY }).toBuffer();
}

/** The names in an archive; undefined where it is none, or has too many. */
function partsIn(bytes: Buffer): Promise<string[] | undefined> {
  return new Promise((done) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, decodeStrings: true }, (error, zip) => {
      if (error !== null || zip === undefined || zip.entryCount > MOST_PARTS) return done(undefined);
      const names: string[] = [];
      zip.on("error", () => done(undefined));
      zip.on("end", () => done(names));
      zip.on("entry", ({ fileName }) => {
        names.push(String(fileName));
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/** What an OpenDocument file says of itself in its first part, which is stored as it is (ODF 1.2, part 3, 3.3). */
const mimetypeOf = (bytes: Buffer): string =>
  bytes.toString("latin1", 30, 38) === "mimetype" ? bytes.toString("latin1", 38, 38 + bytes.readUInt32LE(18)) : "";

const { head, bytes } = await asked();
if (head === "zip") {
  say({ parts: (await partsIn(bytes)) ?? null, mimetype: mimetypeOf(bytes).slice(0, 100) });
} else if (head === "jpeg" || head === "png" || head === "webp") {
  const made = await picture(bytes, head).catch(() => undefined);
  if (made === undefined) say({ broken: true });
  else for (let at = 0; at < made.length; at += LINE) say({ piece: made.toString("base64", at, at + LINE) });
}
