import { statementsSent } from "../connection.ts";
import { systemActor } from "../actor.ts";
import { poolState, readAs } from "../db.ts";
import { spaceLeft } from "../space.ts";
import { NO_KREIS } from "../token.ts";
import { signsOf } from "./health.ts";

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

type Series = { count: number; sum: number; buckets: number[] };

const requests = new Map<string, Series>();

/** Counts one answered request by route pattern and status, never by address. */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  const labels = `method="${method}",route="${route}",status="${status}"`;
  const series = requests.get(labels) ?? { count: 0, sum: 0, buckets: BOUNDS.map(() => 0) };
  requests.set(labels, series);
  series.count += 1;
  series.sum += seconds;
  BOUNDS.forEach((bound, i) => {
    if (seconds <= bound) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
  });
}

/** The state of this process and of what it knows about the others, in Prometheus' text format (version 0.0.4). */
export async function metricsText(): Promise<string> {
  const pool = poolState();
  const lines = ["# TYPE kim_http_request_duration_seconds histogram"];
  for (const [labels, s] of requests) {
    BOUNDS.forEach((bound, i) =>
      lines.push(`kim_http_request_duration_seconds_bucket{${labels},le="${bound}"} ${s.buckets[i] ?? 0}`),
    );
    lines.push(`kim_http_request_duration_seconds_bucket{${labels},le="+Inf"} ${s.count}`);
    lines.push(`kim_http_request_duration_seconds_sum{${labels}} ${s.sum}`);
    lines.push(`kim_http_request_duration_seconds_count{${labels}} ${s.count}`);
  }
  return `${[
    ...lines,
    ...gauge("kim_db_connections", "Offene Verbindungen zur Datenbank", pool.total),
    ...gauge("kim_db_connections_idle", "Davon frei", pool.idle),
    ...gauge("kim_db_waiting", "Anfragen, die auf eine Verbindung warten", pool.waiting),
    ...gauge("kim_db_statements_total", "Gesendete Anweisungen ohne Anfang und Ende", statementsSent()),
    ...(await installation()),
    ...gauge("process_resident_memory_bytes", "Arbeitsspeicher", process.memoryUsage.rss()),
    ...gauge(
      "process_cpu_seconds_total",
      "Rechenzeit",
      process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    ),
    ...gauge("process_uptime_seconds", "Laufzeit", process.uptime()),
  ].join("\n")}\n`;
}

/** What the database and the disk say; nothing where they do not answer. */
async function installation(): Promise<string[]> {
  const signs = await readAs(systemActor(NO_KREIS), signsOf).catch(() => undefined);
  const space = await spaceLeft();
  const crashes = Object.entries(signs?.abstuerze ?? {}).map(
    ([dienst, n]) => `kim_dienst_abstuerze{dienst="${dienst}"} ${n}`,
  );
  return [
    ...(crashes.length === 0
      ? []
      : [
          "# HELP kim_dienst_abstuerze Abstürze in den letzten zehn Minuten",
          "# TYPE kim_dienst_abstuerze gauge",
          ...crashes,
        ]),
    ...(signs === undefined
      ? []
      : gauge("kim_auftraege_aufgegeben", "Aufträge, die dreimal abbrachen und ruhen", signs.aufgegeben)),
    ...(signs?.stille == null
      ? []
      : gauge("kim_worker_stille_sekunden", "Seit dem letzten Lebenszeichen der Hintergrundarbeit", signs.stille)),
    ...(space === undefined ? [] : gauge("kim_platz_frei_bytes", "Freier Platz im Datenordner", space.free)),
  ];
}

const gauge = (name: string, help: string, value: number) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  `${name} ${value}`,
];
