import { pino } from "pino";
import type { Level } from "pino";

/**
 * Everything that may stand in the log besides the event's name. A field that is not here does not compile and would not
 * be written: names, notes, addresses and form values have no key to hide under.
 */
const FIELDS = [
  "vorgang", // correlation id of a request or job
  "kreis",
  "traegerId",
  "kontoId",
  "art", // kind of the record
  "id", // id of the record
  "recht",
  "route", // the pattern, never the address that was called
  "methode",
  "status",
  "dauerMs",
  "anzahl",
  "job",
  "jobId",
  "versuch",
  "dienst",
  "prozessnummer",
  "signal",
  "ende", // exit code of a process
  "port",
  "version",
  "fehlerart",
  "sqlState",
  "stelle", // file and line of the code, from the stack
] as const;

export type LogFields = { readonly [field in (typeof FIELDS)[number]]?: string | number | boolean | undefined };

// Ids, numbers, patterns of routes, file names: no space, no @, no letter beyond ASCII, nothing long.
const HARMLESS = /^[\w.:/()*-]{1,160}$/;

type Settings = {
  readonly level: Level;
  /** Name of the process, in every line. */
  readonly prozess: string;
  /** A file that takes the lines; otherwise they go to stdout. */
  readonly datei?: string;
};

const STDOUT = 1;
const STDERR = 2;

function make({ level, prozess, datei }: Settings, stream = STDOUT) {
  const file = datei === undefined ? {} : { mode: 0o600 };
  const destination = pino.destination({ dest: datei ?? stream, sync: true, ...file });
  // A reader that went away (a restarted journal) or a full disk must not end the process.
  destination.on("error", () => undefined);
  const options = {
    level,
    base: { prozess, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: "ereignis",
    formatters: { level: (label: string) => ({ stufe: label }) },
  };
  return pino(options, destination);
}

// A command has its answer on stdout; what it logs must not get into it.
let writer = make({ level: "info", prozess: "kim" }, STDERR);

/** Says how this process logs; called once at its start. */
export function startLog(settings: Settings): void {
  writer = make(settings);
}

function harmless(fields: LogFields): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const field of FIELDS) {
    const value = fields[field];
    if (value !== undefined) kept[field] = typeof value === "string" && !HARMLESS.test(value) ? "[verdeckt]" : value;
  }
  return kept;
}

/**
 * What an error may say in the log: its class, PostgreSQL's state and the place in the code. Not its message, which can
 * quote the very value that was wrong.
 */
function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { fehlerart: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frame = error.stack?.split("\n").find((line) => /^\s+at /.test(line) && !line.includes("node_modules"));
  return { fehlerart: error.name, sqlState: code, stelle: frame?.match(/[\w.-]+\/[\w.-]+:\d+/)?.[0] };
}

/** One JSON line per event. `event` is a fixed name such as `anfrage.beantwortet`, never a sentence with values. */
export const log = {
  debug: (event: string, fields: LogFields = {}) => writer.debug(harmless(fields), event),
  info: (event: string, fields: LogFields = {}) => writer.info(harmless(fields), event),
  warn: (event: string, fields: LogFields = {}) => writer.warn(harmless(fields), event),
  error: (event: string, error: unknown, fields: LogFields = {}) =>
    writer.error(harmless({ ...describe(error), ...fields }), event),
};
