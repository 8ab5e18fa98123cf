import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Leitung } from "./leitung.ts";
import type { Anfrage } from "./mischungen.ts";

/** What came of it: times in ms, sorted; bytes as they came over the line; `cpu`, seconds of the processor that sending took. */
export type Ergebnis = {
  readonly sekunden: number;
  readonly zeiten: readonly number[];
  readonly fehler: readonly string[];
  readonly bytes: number;
  readonly cpu: number;
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
  const server = new URL(url);
  const leitungen = Array.from({ length: verbindungen }, () => new Leitung(server));
  const zeiten: number[] = [];
  const fehler: string[] = [];
  const spent = process.cpuUsage();
  const begin = performance.now();
  const end = begin + sekunden * 1000;
  const work = async (leitung: Leitung, verbindung: number) => {
    // Nobody starts at the same moment.
    await sleep(pause === 0 ? 0 : Math.random() * pause);
    while (performance.now() < end) {
      const anfrage = next(verbindung);
      const sent = performance.now();
      const status = await leitung.ask(alsText(server, anfrage));
      if (status === anfrage.status) zeiten.push(performance.now() - sent);
      else fehler.push(`${anfrage.path}: ${status}`);
      if (pause > 0) await sleep(pause * (0.5 + Math.random()));
    }
  };
  await Promise.all(leitungen.map(work));
  const took = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(spent);
  const bytes = leitungen.reduce((sum, leitung) => sum + leitung.bytes, 0);
  for (const leitung of leitungen) leitung.close();
  return { sekunden: took, zeiten: zeiten.toSorted((a, b) => a - b), fehler, bytes, cpu: (user + system) / 1e6 };
}

/** How long one request takes that nobody asked before, in ms. @throws Error when it is not answered as it should be */
export async function erste(url: string, anfrage: Anfrage): Promise<number> {
  const server = new URL(url);
  const leitung = new Leitung(server);
  const sent = performance.now();
  const status = await leitung.ask(alsText(server, anfrage));
  leitung.close();
  if (status !== anfrage.status) throw new Error(`Die erste Seite ${anfrage.path} antwortet mit ${status}.`);
  return performance.now() - sent;
}

/** What Chromium says of itself with every page that is asked for, in its words. */
const BROWSER = [
  "Connection: keep-alive",
  'sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"',
  "sec-ch-ua-mobile: ?0",
  'sec-ch-ua-platform: "Linux"',
  "Upgrade-Insecure-Requests: 1",
  "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
  "Sec-Fetch-Site: same-origin",
  "Sec-Fetch-Mode: navigate",
  "Sec-Fetch-User: ?1",
  "Sec-Fetch-Dest: document",
  "Accept-Encoding: gzip, deflate, br, zstd",
  "Accept-Language: de-DE,de;q=0.9",
].join("\r\n");

/** A request as it travels; ASCII, as everything in it is. */
function alsText({ host, origin }: URL, { path, cookie, form }: Anfrage): string {
  const from = `Host: ${host}\r\n${BROWSER}\r\nReferer: ${origin}${form === undefined ? "/" : path}\r\nCookie: ${cookie}`;
  if (form === undefined) return `GET ${path} HTTP/1.1\r\n${from}\r\n\r\n`;
  const body = new URLSearchParams({ _schluessel: randomUUID(), ...form }).toString();
  const what = `Origin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}`;
  return `POST ${path} HTTP/1.1\r\n${from}\r\n${what}\r\n\r\n${body}`;
}
