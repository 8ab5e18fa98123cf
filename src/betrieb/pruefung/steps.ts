import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { say } from "../terminal.ts";
import { NOTHING } from "./tally.ts";
import type { Tally } from "./tally.ts";

const CLONE = resolve(import.meta.dirname, "../../..");
const TOOLS = join(CLONE, "node_modules/.bin");

export type Environment = Readonly<Record<string, string | undefined>>;

/** The tools' first lines ask for `node`: it must be this one, not an older one of the machine. */
const withThisNode = (env: Environment): Environment => ({
  ...env,
  PATH: [dirname(process.execPath), TOOLS, process.env["PATH"] ?? ""].join(delimiter),
});

type Result = { readonly code: number; readonly output: string };

/** Runs a tool. `show` passes its output on at once, otherwise it is collected. */
function run(words: readonly string[], env: Environment, show: boolean): Promise<Result> {
  const [tool = "", ...rest] = words;
  const child = spawn(join(TOOLS, tool), rest, {
    cwd: CLONE,
    env: { ...process.env, ...withThisNode(env) },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => void (output += chunk.toString("utf8"));
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  return new Promise((done) => {
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** How many lines of a failure stand in the list at the end; all of it stands where it happened. */
const SHOWN = 8;

const shortened = (title: string, output: string): string => {
  const own = output
    .trim()
    .split("\n")
    .filter((line) => !line.includes("node_modules"));
  return [title, ...own.slice(0, SHOWN)].join("\n    ");
};

/** A tool that is silent when all is well: one check, its output shown only when it fails. */
export async function check(title: string, words: readonly string[]): Promise<Tally> {
  const begin = Date.now();
  const { code, output } = await run(words, {}, false);
  say(`${code === 0 ? "✓" : "✗"} ${title} (${seconds(begin)})`);
  if (code !== 0) say(output.trim());
  if (code === 0) return { ...NOTHING, passed: 1 };
  return { ...NOTHING, failed: 1, failures: [shortened(title, output)] };
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** Counts a test run. Files that could not even be loaded have no failed test, so each counts as one. */
function count(path: string, code: number): Tally {
  const report = reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    // An error outside of every test, such as an unhandled rejection, must not look like success.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => shortened(`${relative(CLONE, name)} > ${test.fullName}`, test.failureMessages.join("\n"))),
      ...(message === "" ? [] : [shortened(relative(CLONE, name), message)]),
    ]),
  };
}

/** All tests, shown as they run. Words are handed on to the runner (names of files). */
export async function tests(title: string, words: readonly string[], env: Environment): Promise<Tally> {
  const begin = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "kim-pruefung-"));
  const path = join(folder, "ergebnis.json");
  try {
    say(`… ${title}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
    const { code } = await run(["vitest", "run", ...reporters, ...words], env, true);
    const tally = count(path, code);
    say(`${tally.failed === 0 ? "✓" : "✗"} ${title} (${seconds(begin)})`);
    return tally;
  } catch {
    say(`✗ ${title}: abgebrochen (${seconds(begin)})`);
    return { ...NOTHING, failed: 1, failures: [`${title}: abgebrochen`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
