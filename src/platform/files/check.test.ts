import { type AddressInfo, type Server, createServer } from "node:net";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { kleinesPdf, kleinesPng } from "../../demo/dateien.ts";
import { archiv } from "../zip.ts";
import { checkFile } from "./check.ts";
import { scan } from "./clamd.ts";

const check = (bytes: Buffer<ArrayBufferLike>) => checkFile({ bytes: Buffer.from(bytes) }, "datei");
const office = (names: readonly string[]) => archiv(names.map((name) => ({ name, text: "<x/>" })));
const DOCX = ["[Content_Types].xml", "word/document.xml"];
const SCRIPT = "<script>alert(1)</script>";

/** A photo as a phone makes it: lying on its side, with the place where it was taken. */
const photo = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: "#369" } })
    .withExif({ IFD0: { Make: "GeheimPhone" }, IFD3: { GPSLatitude: "50/1 46/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe("a picture is made anew", () => {
  test("upright, without the place and device, and without whatever was appended to it", async () => {
    const taken = Buffer.concat([await photo(), Buffer.from(SCRIPT)]);
    expect([taken.includes("GeheimPhone"), taken.includes(SCRIPT)]).toEqual([true, true]);
    const { kind, bytes } = await check(taken);
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    expect([kind, width, height, exif, orientation]).toEqual(["jpeg", 40, 80, undefined, undefined]);
    expect([bytes.includes("GeheimPhone"), bytes.includes("Exif"), bytes.includes(SCRIPT)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("PNG and WebP stay what they are; what is none, or a million times as large unpacked, is refused", async () => {
    const png = kleinesPng(60, 40);
    expect((await check(png)).kind).toBe("png");
    expect((await check(await sharp(png).webp().toBuffer())).kind).toBe("webp");
    await expect(check(png.subarray(0, 60))).rejects.toThrow("lässt sich nicht öffnen");
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    await expect(check(bomb)).rejects.toThrow("lässt sich nicht öffnen");
  });
});

describe("anything else is taken by what is in it, whatever it is called", () => {
  test("a PDF stays as it is, byte for byte; one that was cut off is refused", async () => {
    const pdf = kleinesPdf(["Erfunden"]);
    const { kind, bytes } = await check(pdf);
    expect([kind, bytes.equals(pdf)]).toEqual(["pdf", true]);
    await expect(check(pdf.subarray(0, -40))).rejects.toThrow("nicht vollständig");
  });

  test("Word and OpenDocument are taken, other archives and macros not", async () => {
    expect((await check(office(DOCX))).kind).toBe("docx");
    await expect(check(office([...DOCX, "word/vbaProject.bin"]))).rejects.toThrow("wird nicht angenommen");
    await expect(check(office(["../../etc/passwd"]))).rejects.toThrow("wird nicht angenommen");
    await expect(check(office(["a.html"]))).rejects.toThrow("wird nicht angenommen");
  });

  test.each([
    ["a page", `<!doctype html>${SCRIPT}`],
    ["a drawing with a script", `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`],
    ["a GIF", "GIF89a/*\u0001*/=1;alert(1)"],
    ["a PDF that begins with a page", `${SCRIPT}%PDF-1.4\n%%EOF`],
    ["a program", "MZ\u0090\u0000"],
  ])("%s is refused", async (_, text) => {
    await expect(check(Buffer.from(text, "latin1"))).rejects.toThrow("wird nicht angenommen");
  });
});

test("a photo in HEIC is refused by its name, and it says what to do; another one of that family only that it is not taken", async () => {
  const iso = (brand: string, more = "") => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0${more}`, "latin1");
  for (const brand of ["heic", "heix", "mif1"]) {
    await expect(check(iso(brand, "mif1heic"))).rejects.toThrow(/Format HEIC .* „Maximale Kompatibilität“/);
  }
  for (const other of [iso("avif", "mif1"), iso("mif1", "avif"), iso("isom")]) {
    await expect(check(other)).rejects.toThrow("wird nicht angenommen");
  }
});

describe("the virus scanner of the house", () => {
  let server: Server;
  afterEach(() => new Promise((done) => server.close(done)));

  /** Speaks clamd's INSTREAM: takes the pieces, and finds what contains EICAR. */
  const scanner = (answer?: string) =>
    new Promise<string>((done) => {
      server = createServer((socket) => {
        let heard = Buffer.alloc(0);
        socket.on("error", () => undefined);
        socket.on("data", (data) => {
          heard = Buffer.concat([heard, data]);
          const file = streamed(heard);
          if (file === undefined) return;
          const said = file.includes("EICAR") ? "stream: Eicar-Signature FOUND" : "stream: OK";
          socket.end(`${answer ?? said}\0`);
        });
      }).listen(0, "127.0.0.1", () => done(`tcp://127.0.0.1:${address(server).port}`));
    });
  const address = (of: Server): AddressInfo => {
    const at = of.address();
    if (at === null || typeof at === "string") throw new Error("no port");
    return at;
  };
  /** What was sent in pieces; undefined as long as the last one is missing. */
  function streamed(heard: Buffer): Buffer | undefined {
    const pieces: Buffer[] = [];
    let at = "zINSTREAM\0".length;
    if (heard.length < at || heard.toString("latin1", 0, at) !== "zINSTREAM\0") return undefined;
    while (heard.length >= at + 4) {
      const length = heard.readUInt32BE(at);
      if (length === 0) return Buffer.concat(pieces);
      pieces.push(heard.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  }

  test("is shown every byte; what it finds is refused, and what it says nothing of is not taken", async () => {
    const at = await scanner();
    const large = Buffer.alloc(300_000, "x");
    await scan(large, "datei", at);
    await expect(scan(Buffer.concat([large, Buffer.from("EICAR")]), "datei", at)).rejects.toThrow("Schadsoftware");
  });

  test("that is set but down, too small or out of its mind takes nothing", async () => {
    const odd = await scanner("INSTREAM size limit exceeded. ERROR");
    await expect(scan(Buffer.from("x"), "datei", odd)).rejects.toThrow("antwortet nicht");
    await expect(scan(Buffer.from("x"), "datei", "unix:/nirgends/clamd.ctl")).rejects.toThrow("antwortet nicht");
    await expect(scan(Buffer.from("x"), "datei", "quatsch")).rejects.toThrow("antwortet nicht");
    await scan(Buffer.from("x"), "datei", "");
  });
});
