import { randomUUID } from "node:crypto";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { rawRequest } from "../../../tests/support/raw-request.ts";
import { formWith, useUploadServer } from "../../../tests/support/upload-server.ts";
import { MAX_UPLOAD } from "../upload.ts";
import { cutSlowRequests } from "./slow.ts";

const { url, arrived, send } = useUploadServer();

describe("a form with a file", () => {
  test("name and every byte arrive; folders and control characters of the name do not", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256);
    expect((await send(formWith(bytes, "C:\\Akten\\..\\Bera\u0007tung Köln.xlsx", { wort: "da" }))).status).toBe(303);
    expect(arrived[0]).toMatchObject({ name: "Beratung Köln.xlsx", wort: "da" });
    expect(Buffer.compare(arrived[0]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  test("the same file with the same key is the same sending, another file is not", async () => {
    const key = { _schluessel: randomUUID() };
    for (const bytes of ["a;b", "a;b", "a;c"]) await send(formWith(bytes, "L.csv", key));
    const [first, second, third] = arrived.map(({ print }) => print.toString("hex"));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test("no file, an empty one, a field that does not fit: said at the field, with what was typed", async () => {
    const none = new FormData();
    none.append("_schluessel", randomUUID());
    none.append("datei", new Blob([]), "");
    expect(await send(none)).toMatchObject({
      status: 422,
      text: expect.stringContaining("Wählen Sie eine Datei aus."),
    });
    const plain = new URLSearchParams({ _schluessel: randomUUID(), datei: "Liste.xlsx" });
    expect(await send(plain)).toMatchObject({
      status: 422,
      text: expect.stringContaining("Wählen Sie eine Datei aus."),
    });
    expect((await send(formWith(""))).text).toContain("Die Datei ist leer.");
    const long = await send(formWith("a", "a.csv", { wort: "zu lang" }));
    expect(long.status).toBe(422);
    expect(JSON.parse(long.text.replaceAll("&quot;", '"'))).toMatchObject({
      errors: [{ field: "wort" }],
      values: { wort: ["zu lang"] },
    });
    expect((await send(formWith("a", "a.csv", { _schluessel: "keiner" }))).status).toBe(422);
    expect(arrived).toEqual([]);
  });

  test("only from a page of ours, only with the permission, only where a file is asked for", async () => {
    expect((await send(formWith("a"), { origin: "http://boese.example" })).status).toBe(403);
    expect((await send(formWith("a"), { cookie: "ohne" })).status).toBe(403);
    const locked = await send(formWith("a"), { cookie: "gesperrt" });
    expect(locked).toMatchObject({ status: 303, location: "/gesperrt?weiter=/listen" });
    const headers = { Cookie: "__Host-kim=da", Origin: url() };
    const large = { method: "POST", path: "/klein", headers, body: "x".repeat(2 * 1024 * 1024) };
    expect((await rawRequest(url(), large)).status).toBe(413);
    expect(arrived).toEqual([]);
  });

  test.each([
    ["cut off", '--x\r\nContent-Disposition: form-data; name="datei"; filename="a"\r\n\r\nabc'],
    ["without a head", "--x\r\n\r\n%\0%\r\n--x--"],
    ["empty", ""],
    ["many parts", '--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n1\r\n'.repeat(5000) + "--x--"],
    ["nested", "--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\n--y--\r\n--x--"],
  ])("nonsense, %s: a sentence, no error", async (_name, body) => {
    const answer = await send(body, {}, "multipart/form-data; boundary=x");
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/Die Datei ist nicht vollständig angekommen|Wählen Sie eine Datei aus/);
  });
});

/** A file in a form, made while it is sent. Tells the answer and how much memory the server's process took meanwhile. */
function stream(megabytes: number): Promise<{ status: number; text: string; grown: number }> {
  const start = process.memoryUsage();
  let most = 0;
  const block = Buffer.alloc(1024 * 1024, 65);
  const headers = { Cookie: "__Host-kim=da", Origin: url(), "Content-Type": "multipart/form-data; boundary=x" };
  return new Promise((done, fail) => {
    const out = request(`${url()}/listen`, { method: "POST", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => done({ status: answer.statusCode ?? 0, text, grown: most / 1024 / 1024 }));
    });
    out.on("error", fail);
    const key = `--x\r\nContent-Disposition: form-data; name="_schluessel"\r\n\r\n${randomUUID()}\r\n`;
    out.write(`${key}--x\r\nContent-Disposition: form-data; name="datei"; filename="a.csv"\r\n\r\n`);
    let left = megabytes;
    const next = () => {
      const now = process.memoryUsage();
      most = Math.max(most, now.external + now.heapUsed - start.external - start.heapUsed);
      if (left-- > 0) out.write(block, next);
      else out.end("\r\n--x--\r\n");
    };
    next();
  });
}

describe("size", () => {
  test.each([100, 400])(
    "a file of %i MB is refused with a sentence, and never in memory",
    async (megabytes) => {
      const { status, text, grown } = await stream(megabytes);
      expect([status, text]).toEqual([422, expect.stringContaining("Die Datei ist größer als 50 MB")]);
      // What was kept before it turned out to be too much, and blocks that nobody has cleared away yet.
      expect(grown).toBeLessThan(200);
      expect(arrived).toEqual([]);
    },
    60_000,
  );

  test("50 MB are taken, a byte more is not", async () => {
    expect((await send(formWith(new Uint8Array(MAX_UPLOAD)))).status).toBe(303);
    expect(arrived[0]?.bytes.length).toBe(MAX_UPLOAD);
    expect((await send(formWith(new Uint8Array(MAX_UPLOAD + 1)))).text).toContain("größer als 50 MB");
  }, 60_000);
});

test("whoever sends slowly is cut, except where a file is sent", async () => {
  const http = createServer((incoming, answer) => {
    incoming.resume();
    incoming.on("end", () => answer.end("da"));
  });
  cutSlowRequests(http, 100, new Set(["/listen"]));
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const address = http.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const slow = (path: string) =>
    new Promise<string>((done) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\na`);
        setTimeout(() => socket.write("b"), 400);
      });
      socket.on("data", (part) => (heard += part.toString()));
      socket.on("error", () => {});
      socket.on("close", () => done(heard.split(" ")[1] ?? "cut"));
    });
  expect([await slow("/beratungen"), await slow("/listen?x=1")]).toEqual(["cut", "200"]);
  http.closeAllConnections();
  http.close();
});
