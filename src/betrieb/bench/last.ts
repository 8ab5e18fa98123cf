import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Anfrage } from "./mischungen.ts";

/** What came of it: times in ms, sorted; bytes as they came over the line. */
export type Ergebnis = {
  readonly sekunden: number;
  readonly zeiten: readonly number[];
  readonly fehler: readonly string[];
  readonly bytes: number;
};

export type Last = {
  readonly url: string;
  /** Each sends its next request when the answer to the one before has come. */
  readonly verbindungen: number;
  readonly sekunden: number;
  /** What each waits between an answer and the next request, in ms; 0 is as fast as it goes. */
  readonly pause: number;
  readonly next: (verbindung: number) => Anfrage;
};

/** Sends requests over real connections for some seconds. */
export async function belaste({ url, verbindungen, sekunden, pause, next }: Last): Promise<Ergebnis> {
  const agent = new Agent({ keepAlive: true, maxSockets: verbindungen });
  const sockets = new Set<Socket>();
  const zeiten: number[] = [];
  const fehler: string[] = [];
  const begin = performance.now();
  const end = begin + sekunden * 1000;
  const work = async (verbindung: number) => {
    // Nobody starts at the same moment.
    await sleep(pause === 0 ? 0 : Math.random() * pause);
    while (performance.now() < end) {
      const anfrage = next(verbindung);
      const sent = performance.now();
      const status = await ask(agent, url, anfrage, sockets);
      if (status === anfrage.status) zeiten.push(performance.now() - sent);
      else fehler.push(`${anfrage.path}: ${status}`);
      if (pause > 0) await sleep(pause * (0.5 + Math.random()));
    }
  };
  await Promise.all(Array.from({ length: verbindungen }, (_, i) => work(i)));
  const took = (performance.now() - begin) / 1000;
  const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0);
  agent.destroy();
  return { sekunden: took, zeiten: zeiten.toSorted((a, b) => a - b), fehler, bytes };
}

/** How long one request takes that nobody asked before, in ms. @throws Error when it is not answered as it should be */
export async function erste(url: string, anfrage: Anfrage): Promise<number> {
  const agent = new Agent();
  const sent = performance.now();
  const status = await ask(agent, url, anfrage, new Set());
  agent.destroy();
  if (status !== anfrage.status) throw new Error(`Die erste Seite ${anfrage.path} antwortet mit ${status}.`);
  return performance.now() - sent;
}

function ask(agent: Agent, url: string, { path, cookie, form }: Anfrage, sockets: Set<Socket>): Promise<number> {
  const body = form === undefined ? undefined : new URLSearchParams({ _schluessel: randomUUID(), ...form }).toString();
  const headers = {
    Cookie: cookie,
    "Accept-Encoding": "gzip, deflate, br, zstd",
    ...(body === undefined ? {} : { Origin: url, "Content-Type": "application/x-www-form-urlencoded" }),
  };
  return new Promise((done) => {
    const sent = request(url + path, { agent, headers, method: body === undefined ? "GET" : "POST" }, (answer) => {
      answer.resume();
      answer.once("end", () => done(answer.statusCode ?? 0));
      answer.once("error", () => done(0));
    });
    sent.once("socket", (socket) => sockets.add(socket));
    sent.once("error", () => done(0));
    sent.end(body);
  });
}
