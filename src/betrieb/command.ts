import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { StartRefused } from "../platform/start-refused.ts";
import { EXIT_USAGE } from "./exit-codes.ts";

/** One subcommand. `run` gets the words after its name and returns the exit code. */
export type Command = {
  /** Everything that `./kim <name> --help` prints, an example included. */
  readonly help: string;
  readonly run: (words: readonly string[]) => Promise<number>;
};

/** A call that nobody can mean: one sentence, exit code 2. */
export const misuse = (sentence: string): StartRefused => new StartRefused(sentence, EXIT_USAGE);

/**
 * Reads the options of a subcommand that works on files, and their paths as they were typed.
 * @throws StartRefused (2) naming what is unknown or lacks its value
 */
export function readOptionsAndFiles<const T extends ParseArgsOptionsConfig>(
  command: string,
  words: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw misuse(`${sentenceFor(error)} Hilfe: ./kim ${command} --help`);
  }
}

/**
 * Reads the options of a subcommand; nothing else may stand there.
 * @throws StartRefused (2) naming what is unknown or lacks its value
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  command: string,
  words: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw misuse(`${sentenceFor(error)} Hilfe: ./kim ${command} --help`);
  }
}

function sentenceFor(error: unknown): string {
  const text = error instanceof Error ? error.message : "";
  const option = text.match(/'([^' ]+)/)?.[1] ?? "";
  if (text.startsWith("Unknown option")) return `Die Angabe ${option} gibt es nicht.`;
  if (text.startsWith("Unexpected argument")) return `Mit „${option}“ kann dieser Befehl nichts anfangen.`;
  if (text.includes("does not take an argument")) return `Zur Angabe ${option} gehört kein Wert.`;
  return option === "" ? "Der Aufruf ist nicht vollständig." : `Zur Angabe ${option} fehlt der Wert.`;
}

/** A port as typed after `--port`. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw misuse("Nach --port steht eine Zahl zwischen 1 und 65535.");
  return port;
}
