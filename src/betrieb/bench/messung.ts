import { Zufall } from "../../demo/zufall.ts";
import { type Ergebnis, belaste } from "./last.ts";
import type { Mischung } from "./mischungen.ts";
import type { Nutzer } from "./nutzer.ts";
import { cpuOf, memoryOf } from "./prozesse.ts";
import { zahl } from "./tabelle.ts";
import type { Web } from "./web.ts";

export type Art = { readonly verbindungen: number; readonly sekunden: number; readonly pause: number };

/** Figures of one mix. Times in ms, `cpu` in ms of the processor for each request, memory in MiB. */
export type Messung = {
  readonly jeSekunde: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuWeb: number;
  readonly cpuDatenbank: number;
  /** What sending took, on the same machine: neither side has it. */
  readonly cpuLast: number;
  /** Missing where a revision does not count them. */
  readonly anweisungen: number | undefined;
  readonly kB: number;
  readonly webMiB: number;
  readonly datenbankMiB: number;
  readonly fehler: readonly string[];
};

const at = ({ zeiten }: Ergebnis, share: number): number => zeiten[Math.floor(zeiten.length * share)] ?? Number.NaN;

/** Statements that the web process has sent so far. */
async function sent(url: string): Promise<number | undefined> {
  const text = await (await fetch(`${url}/metriken`)).text();
  const found = /^kim_db_statements_total (\d+)/m.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Sends one mix, the accounts in turn, to a web process for some seconds. */
export async function miss(
  web: Web,
  postmaster: number,
  mischung: Mischung,
  nutzer: readonly Nutzer[],
  art: Art,
): Promise<Messung> {
  const chances = Array.from({ length: art.verbindungen }, (_, i) => new Zufall(i + 1));
  const next = (i: number) => {
    const who = nutzer[i % nutzer.length];
    const zufall = chances[i];
    if (who === undefined || zufall === undefined) throw new Error("Es gibt niemanden, der etwas tun könnte.");
    return mischung.next(who, zufall);
  };
  const before = { web: cpuOf(web.pid), db: cpuOf(postmaster), sent: await sent(web.url) };
  const ergebnis = await belaste({ url: web.url, ...art, next });
  const after = { web: cpuOf(web.pid), db: cpuOf(postmaster), sent: await sent(web.url) };
  const n = ergebnis.zeiten.length + ergebnis.fehler.length;
  const counted = before.sent !== undefined && after.sent !== undefined;
  return {
    jeSekunde: ergebnis.zeiten.length / ergebnis.sekunden,
    p50: at(ergebnis, 0.5),
    p95: at(ergebnis, 0.95),
    p99: at(ergebnis, 0.99),
    cpuWeb: ((after.web - before.web) * 1000) / n,
    cpuDatenbank: ((after.db - before.db) * 1000) / n,
    cpuLast: (ergebnis.cpu * 1000) / n,
    anweisungen: counted ? ((after.sent ?? 0) - (before.sent ?? 0)) / n : undefined,
    kB: ergebnis.bytes / n / 1000,
    webMiB: memoryOf(web.pid) / 2 ** 20,
    datenbankMiB: memoryOf(postmaster) / 2 ** 20,
    fehler: ergebnis.fehler,
  };
}

export const KOEPFE = ",je s,p50 ms,p95 ms,p99 ms,Web ms,DB ms,Last ms,Anw.,kB,Web MiB,DB MiB".split(",");

export const zeile = (name: string, m: Messung): string[] => [
  name,
  zahl(m.jeSekunde),
  zahl(m.p50, 1),
  zahl(m.p95, 1),
  zahl(m.p99, 1),
  zahl(m.cpuWeb, 2),
  zahl(m.cpuDatenbank, 2),
  zahl(m.cpuLast, 2),
  m.anweisungen === undefined ? "–" : zahl(m.anweisungen, 1),
  zahl(m.kB, 1),
  zahl(m.webMiB),
  zahl(m.datenbankMiB),
];

/** The middle one of several runs, by requests a second; what went wrong in any of them. */
export function mitte(runs: readonly Messung[]): Messung {
  const [middle] = runs.toSorted((a, b) => a.jeSekunde - b.jeSekunde).slice(Math.floor((runs.length - 1) / 2));
  if (middle === undefined) throw new Error("No run.");
  return { ...middle, fehler: runs.flatMap(({ fehler }) => fehler) };
}
