import { expect, test } from "vitest";
import { readUpload } from "./upload.ts";

const MIB = 1024 * 1024;
const SIZE = 20 * MIB;
const BOUNDARY = "grenze";
const text = (part: string) => new TextEncoder().encode(part);
const HEAD = text(
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="datei"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
);
const TAIL = text(`\r\n--${BOUNDARY}--\r\n`);

/** A form with a file of so many bytes, made of one piece over and over: it takes no memory itself. */
function sent(size: number, seen: () => void): Request {
  const piece = new Uint8Array(MIB).fill(0x41);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(HEAD),
    pull: (to) => {
      seen();
      if (at < size) to.enqueue(piece.subarray(0, Math.min(MIB, size - at)));
      else {
        to.enqueue(TAIL);
        to.close();
      }
      at += MIB;
    },
  });
  const length = HEAD.length + size + TAIL.length;
  const headers = { "Content-Type": `multipart/form-data; boundary=${BOUNDARY}`, "Content-Length": String(length) };
  // Node wants to be told that it need not answer first; the types of browsers do not know the word.
  const init = { method: "POST", headers, body, duplex: "half" };
  return new Request("http://127.0.0.1/", init);
}

test("a file is in memory once from its first byte to the command; one byte more than may be is refused", async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage().arrayBuffers - before));
  const { file, problem } = await readUpload(sent(SIZE, look), "datei", "konto", SIZE);
  look();
  expect([file?.bytes.length, file?.name, problem]).toEqual([SIZE, "a.pdf", undefined]);
  expect(most).toBeLessThan(SIZE * 1.3);
  const more = await readUpload(
    sent(SIZE + 1, () => undefined),
    "datei",
    "konto",
    SIZE,
  );
  expect([more.file, more.problem]).toEqual([undefined, expect.stringContaining("größer als 20 MB")]);
});
