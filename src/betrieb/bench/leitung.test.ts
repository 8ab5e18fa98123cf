import { once } from "node:events";
import { type RequestListener, createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { Antworten, Leitung } from "./leitung.ts";

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const whole = (answers: Antworten, text: string) => answers.take(Buffer.from(text, "latin1"));

/** The text in two parts, cut at every place there is. */
const cuts = (text: string) => [...text].map((_, i) => [text.slice(0, i), text.slice(i)] as const).slice(1);

test("an answer ends where it says, however it comes", () => {
  const answers = new Antworten();
  for (const text of [
    `${HEAD}Content-Length: 5\r\n\r\n\r\n\r\nx`,
    `${HEAD}content-length: 0\r\n\r\n`,
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\n0\r\n\r\r\nA\r\n0123456789\r\n0\r\n\r\n`,
  ]) {
    expect(whole(answers, text)).toEqual({ status: 200, closes: false });
    for (const [first, second] of cuts(text)) {
      expect(whole(answers, first)).toBeUndefined();
      expect(whole(answers, second)).toEqual({ status: 200, closes: false });
    }
  }
});

test("bytes that were looked at may be written over", () => {
  const answers = new Antworten();
  const room = Buffer.from(HEAD, "latin1");
  expect(answers.take(room)).toBeUndefined();
  room.fill(0);
  expect(whole(answers, "Content-Length: 1\r\nConnection: close\r\n\r\nx")).toEqual({ status: 200, closes: true });
});

test.each([
  ["more than was asked for", `${HEAD}Content-Length: 1\r\n\r\nxy`],
  ["no end", `${HEAD}\r\nxy`],
  ["no chunk", `${HEAD}Transfer-Encoding: chunked\r\n\r\nxy\r\n`],
])("refuses %s", (_, text) => {
  expect(() => whole(new Antworten(), text)).toThrow();
});

let end: (() => void) | undefined;
afterEach(() => end?.());

async function lineTo(listener: RequestListener): Promise<Leitung> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const line = new Leitung(new URL(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`));
  end = () => {
    line.close();
    server.closeAllConnections();
    server.close();
  };
  return line;
}

const ASK = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

test("a connection is kept, and opened again where the server closed it", async () => {
  const peers: unknown[] = [];
  const line = await lineTo(({ socket }, answer) => {
    peers.push(socket.remotePort);
    answer.writeHead(303, peers.length === 2 ? { Connection: "close" } : {});
    answer.end("x".repeat(100_000));
  });
  for (let i = 0; i < 3; i++) expect(await line.ask(ASK)).toBe(303);
  expect(peers[1]).toBe(peers[0]);
  expect(peers[2]).not.toBe(peers[0]);
  expect(line.bytes).toBeGreaterThan(300_000);
});

test("says 0 where no answer came", async () => {
  const line = await lineTo(({ socket }) => socket.destroy());
  expect(await line.ask(ASK)).toBe(0);
  expect(await line.ask(ASK)).toBe(0);
});
