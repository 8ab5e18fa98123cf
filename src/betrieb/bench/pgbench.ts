import { serve } from "@hono/node-server";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../app.ts";
import { Zufall } from "../../demo/zufall.ts";
import { type Step, watchStatements } from "../../platform/connection.ts";
import type { Art } from "./messung.ts";
import type { Mischung } from "./mischungen.ts";
import type { Nutzer } from "./nutzer.ts";

/** Whether this machine has pgbench (Debian: `apt install postgresql-contrib`). */
export const pgbenchDa = (): boolean => spawnSync("pgbench", ["--version"]).status === 0;

/** A value in the text of a statement: of no type, as a parameter is, and without a colon, which pgbench takes for a variable. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Buffer.isBuffer(value)) return literal(`\\x${value.toString("hex")}`);
  if (value instanceof Date) return literal(value.toISOString());
  if (Array.isArray(value)) return literal(`{${value.map(element).join(",")}}`);
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll(":", "\\072").replaceAll("\n", "\\n")}'`;
}

const element = (value: unknown): string =>
  value === null ? "NULL" : `"${String(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

type Weise = "simple" | "prepared";

/** The steps of a page as pgbench sends them. Beginning and settings travel with the first statement, where the protocol can. */
export function skript(steps: readonly Step[], weise: Weise): string {
  const lines: string[] = [];
  let open = false;
  for (const step of steps) {
    if ("beginning" in step) {
      if (open) lines.push("commit;");
      open = true;
      const { mode, settings } = step.beginning;
      const together = weise === "simple" ? "\\;" : ";";
      lines.push(`start transaction ${mode}${together}`, `${inText(settings)}${together}`);
    } else {
      // Its lines stay lines: a comment in it ends with its own.
      lines.push(`${inText(step)};`);
    }
  }
  return `${[...lines, ...(open ? ["commit;"] : [])].join("\n")}\n`;
}

const inText = ({ sql, parameters }: Extract<Step, { sql: string }>): string =>
  sql.replaceAll(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]));

/** What a mix sends to the database, once for each account. Needs the doors open in this process. */
async function mitschnitt(mischung: Mischung, nutzer: readonly Nutzer[]): Promise<Step[][]> {
  const app = buildApp({ adresse: undefined, metriken: "aus", demo: false });
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, resolve);
  const { port } = await promise;
  const all: Step[][] = [];
  try {
    for (const [i, who] of nutzer.entries()) {
      const { path, cookie } = mischung.next(who, new Zufall(i + 1));
      const ask = async () => (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Cookie: cookie } })).text();
      // What a process reads once and keeps does not count.
      await ask();
      const steps: Step[] = [];
      watchStatements((step) => void steps.push(step));
      await ask();
      watchStatements(undefined);
      all.push(steps);
    }
  } finally {
    server.close();
  }
  return all;
}

/** Transactions of all of a page a second, by pgbench with the same statements of the same accounts: what the database could do. */
export async function grenze(
  databaseUrl: string,
  mischung: Mischung,
  nutzer: readonly Nutzer[],
  { verbindungen, sekunden }: Art,
): Promise<Readonly<Record<Weise, number>>> {
  const pages = await mitschnitt(mischung, nutzer);
  const folder = mkdtempSync(join(tmpdir(), "kim-pgbench-"));
  const run = async (weise: Weise): Promise<number> => {
    const files = pages.map((steps, i) => {
      const path = join(folder, `${weise}-${i}.sql`);
      writeFileSync(path, skript(steps, weise));
      return path;
    });
    const words = ["-n", "-M", weise, "-c", String(verbindungen), "-T", String(sekunden)];
    return tps(await pgbench(databaseUrl, [...words, ...files.flatMap((path) => ["-f", path])]));
  };
  try {
    return { simple: await run("simple"), prepared: await run("prepared") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tps = (output: string): number => {
  const found = /tps = ([\d.]+)/.exec(output)?.[1];
  if (found === undefined) throw new Error(`pgbench sagt keine Zahl: ${output.slice(-400)}`);
  return Number(found);
};

function pgbench(databaseUrl: string, words: readonly string[]): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const child = spawn("pgbench", ["-h", hostname, "-p", port, "-U", username, ...words, pathname.slice(1)], {
    env: { ...process.env, PGPASSWORD: password },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => void (output += chunk.toString("utf8"));
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((done) => child.once("close", () => done(output)));
}
