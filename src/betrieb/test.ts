import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCluster } from "../platform/postgres/cluster.ts";
import { misuse, readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { EXIT_OK, EXIT_UNEXPECTED } from "./exit-codes.ts";
import { findBrowser, findLibreOffice, findPostgres15 } from "./pruefung/packages.ts";
import { check, tests } from "./pruefung/steps.ts";
import { add, NOTHING, summary } from "./pruefung/tally.ts";
import type { Tally } from "./pruefung/tally.ts";
import { say } from "./terminal.ts";

const help = `
./kim test [schnell] [--lang]

Führt alle Prüfungen und Tests aus und nennt, wie lange jeder Schritt gedauert hat. Fehlt ein Browser, wird unter Debian und Ubuntu (als root) Chromium installiert. Die
letzte Zeile nennt das Ergebnis, zum Beispiel „312 passed, 0 failed“.

  schnell  nur Typen, Regeln, Form und die Tests ohne Browser und ohne ganze Prozesse: für die tägliche Arbeit
  --lang   dazu die langen Fassungen, LibreOffice, und alle Tests noch einmal gegen PostgreSQL 15 von Debian

Beispiel: ./kim test
`;

const CHECKS: readonly (readonly [title: string, words: readonly string[]])[] = [
  ["Typen (tsc)", ["tsc", "--noEmit"]],
  ["Regeln (oxlint)", ["oxlint"]],
  ["Form (prettier)", ["prettier", "--check", "--log-level=warn", "."]],
  ["Unbenutztes (knip)", ["knip"]],
];

/** Each of them keeps one core busy at most: side by side they take as long as the longest. */
async function checks(wanted: typeof CHECKS): Promise<Tally> {
  const tallies = await Promise.all(wanted.map(([title, tool]) => check(title, tool)));
  return tallies.reduce(add, NOTHING);
}

/** All tests against a server of Debian's PostgreSQL 15 that lives as long as they do. */
async function testsOnPostgres15(env: Readonly<Record<string, string>>): Promise<Tally> {
  const bin = findPostgres15();
  const folder = mkdtempSync(join(tmpdir(), "kim-pg15-"));
  try {
    const cluster = await openCluster({ folder, bin, fsync: false });
    try {
      return await tests("Tests mit PostgreSQL 15", [], { ...env, DATABASE_URL: cluster.url });
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The test projects of vitest.config.ts, the quickest answer first. */
const PROJECTS = ["schnell", "browser", "betrieb"];

/** What is worth waiting for at every step of the day's work. */
async function fast(): Promise<Tally> {
  const total = await checks(CHECKS.filter(([, [tool]]) => tool !== "knip" && tool !== "prettier"));
  return add(total, await tests("Tests: schnell", ["--project", "schnell"], {}));
}

function finish(total: Tally): number {
  for (const failure of total.failures) say(`✗ ${failure}`);
  say(summary(total));
  return total.failed === 0 ? EXIT_OK : EXIT_UNEXPECTED;
}

export const test: Command = {
  help,
  run: async (words) => {
    const schnell = words[0] === "schnell";
    const { lang } = readOptions("test", schnell ? words.slice(1) : words, { lang: { type: "boolean" } });
    if (schnell && lang === true) throw misuse("„schnell“ und --lang schließen einander aus.");
    if (schnell) return finish(await fast());
    const browser = { KIM_CHROMIUM: findBrowser() };
    const env = lang === true ? { ...browser, KIM_LANG: "1", KIM_LIBREOFFICE: findLibreOffice() } : browser;
    let total = await checks(CHECKS);
    for (const project of PROJECTS) total = add(total, await tests(`Tests: ${project}`, ["--project", project], env));
    if (lang === true) total = add(total, await testsOnPostgres15(browser));
    return finish(total);
  },
};
