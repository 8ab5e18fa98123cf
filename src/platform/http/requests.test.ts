import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { raw } from "#jsx";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { rawRequest } from "../../../tests/support/raw-request.ts";
import { type TestServer, serveApp } from "../../../tests/support/server.ts";
import { page, publicAction, publicPage } from "../access.ts";
import type { Actor } from "../actor.ts";
import { NOTHING } from "../fields.ts";
import { log } from "../log.ts";
import { newKey } from "../tresor.ts";
import { startTresor, stopTresor } from "../tresor/operator-key.ts";
import { assemble } from "./app.ts";

const kontoId = randomUUID();
const actor: Actor = {
  kreis: "05382",
  traegerId: randomUUID(),
  kontoId,
  konten: [kontoId],
  namentlich: [kontoId],
  rollen: [],
  rechte: new Set(["start.sehen"]),
  sicht: "eigene",
};
const full = Object.assign(new Error("no space"), { code: "53100" });
let server: TestServer;

beforeAll(async () => {
  startTresor(newKey("betreiber", 1));
  const app = assemble({
    routes: [
      publicPage({ path: "/da", show: () => raw("da") }),
      publicAction({
        path: "/da",
        schema: NOTHING,
        run: async () => new Response("gespeichert"),
        again: () => raw("nein"),
      }),
      page({ path: "/stellen/:id", permission: "start.sehen", show: () => raw("eine") }),
      publicPage({ path: "/voll", show: () => Promise.reject(full) }),
    ],
    permissions: new Set(["start.sehen"]),
    origin: undefined,
    recognise: async () => ({ stand: "gesperrt", actor }),
    outOfReach: () => new Response(),
    handBack: () => new Response(),
    otherAccount: () => new Response(),
    filesClosed: () => undefined,
    signInPath: (stand) => `/${stand}`,
    errorPage: ({ status }) => raw(`Fehler ${status}`),
  });
  server = await serveApp(app);
});
afterAll(async () => {
  await server.stop();
  stopTresor();
});

describe("a known address, asked for in a way that it does not have", () => {
  test.each([
    ["PUT", "/da", 405, "GET, HEAD, POST"],
    ["OPTIONS", "/da", 405, "GET, HEAD, POST"],
    ["POST", "/stellen/7", 405, "GET, HEAD"],
    ["DELETE", "/stellen/7?x=1", 405, "GET, HEAD"],
    ["PUT", "/nirgends", 404, undefined],
    ["HEAD", "/da", 200, undefined],
  ])("%s %s: %i", async (method, path, status, allow) => {
    const answer = await rawRequest(server.url, { method, path, headers: { Origin: server.url } });
    expect([answer.status, answer.headers.allow]).toEqual([status, allow]);
  });
});

/** Sends a large body in pieces, slower than any answer would wait, and tells what comes back; "reset" where the line was cut. */
function slowly(path: string, origin: string, megabytes: number): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((done) => {
    let heard = "";
    const socket = connect(Number(port), "127.0.0.1", async () => {
      const length = megabytes * 2 ** 20;
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
      );
      for (let sent = 0; sent < megabytes * 4 && !socket.destroyed; sent++) {
        socket.write("x".repeat(2 ** 18));
        await sleep(80);
      }
    });
    socket.on("data", (part) => (heard += part.toString()));
    socket.on("error", () => (heard = "reset"));
    socket.on("close", () => done(heard));
  });
}

describe("a body that nobody takes is read to its end, so that the answer arrives", () => {
  test.each([
    ["too large: 413 as a page", "/da", undefined, "HTTP/1.1 413", "Fehler 413"],
    ["from elsewhere", "/da", "http://boese.example", "HTTP/1.1 403", "Fehler 403"],
    ["to nowhere", "/nirgends", undefined, "HTTP/1.1 404", "Fehler 404"],
  ])("%s", async (_, path, origin, status, text) => {
    const answer = await slowly(path, origin ?? server.url, 3);
    expect(answer.slice(0, 12)).toBe(status);
    expect(answer).toContain(text);
  });
});

test("a browser that goes away in the middle is no error of ours", async () => {
  const errors = vi.spyOn(log, "error");
  const told = vi.spyOn(log, "info");
  const { port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1", () => {
    socket.write(
      `POST /da HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.url}\r\nContent-Length: 1000\r\n\r\nhalb`,
    );
    setTimeout(() => socket.destroy(), 50);
  });
  const gone = () => told.mock.calls.filter(([, fields]) => fields?.status === 499).length;
  await expect.poll(gone).toBe(1);
  expect(errors).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("no room left is said as such, not as a pause", async () => {
  const answer = await rawRequest(server.url, { path: "/voll" });
  expect([answer.status, answer.headers["retry-after"], answer.body]).toEqual([507, undefined, "Fehler 507"]);
});

test("a page, its head, an error and a redirect have the same headers of every answer", async () => {
  const [page, head, error, redirect] = await Promise.all([
    fetch(`${server.url}/da`),
    fetch(`${server.url}/da`, { method: "HEAD" }),
    fetch(`${server.url}/gibt-es-nicht`),
    fetch(`${server.url}/stellen/1`, { redirect: "manual" }),
  ]);
  expect([page.status, head.status, error.status, redirect.status]).toEqual([200, 200, 404, 303]);
  expect(page.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  expect(page.headers.get("Content-Type")).toBe("text/html; charset=UTF-8");
  const every = (answer: Response) =>
    [...answer.headers].filter(([name]) => /^(content-security|x-|referrer|cross|permissions|cache|strict)/.test(name));
  expect(every(page).length).toBe(9);
  for (const answer of [head, error, redirect]) expect(every(answer)).toEqual(every(page));
});
