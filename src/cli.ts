import { COMMANDS } from "./betrieb/commands.ts";
import { EXIT_CONFIGURATION, EXIT_OK, EXIT_UNEXPECTED, EXIT_USAGE } from "./betrieb/exit-codes.ts";
import { overview } from "./betrieb/help.ts";
import { complain, say } from "./betrieb/terminal.ts";
import { StartRefused } from "./platform/start-refused.ts";

const HELP = new Set(["--help", "-h", "hilfe", "help"]);

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || (HELP.has(name) && rest.length === 0)) {
    say(overview());
    return name === undefined ? EXIT_USAGE : EXIT_OK;
  }
  const wanted = HELP.has(name) ? rest[0] : name;
  const entry = COMMANDS.find((command) => command.name === wanted);
  if (entry === undefined) {
    complain(`Den Befehl „${wanted}“ gibt es nicht. Alle Befehle zeigt: ./kim --help`);
    return EXIT_USAGE;
  }
  const command = await entry.load();
  if (HELP.has(name) || rest.some((word) => word === "--help" || word === "-h")) {
    say(command.help.trim());
    return EXIT_OK;
  }
  return command.run(rest);
}

/** Errors whose message is a sentence for the operator. Named, so that their modules need not be loaded here. */
const SENTENCES: Readonly<Record<string, number>> = {
  MigrationRefused: EXIT_CONFIGURATION,
  OperatorKeyError: EXIT_CONFIGURATION,
  Refused: EXIT_USAGE,
  WordListWrong: EXIT_CONFIGURATION,
};

function explain(error: unknown): number {
  if (error instanceof StartRefused) {
    complain(error.message);
    return error.exitCode;
  }
  const known = error instanceof Error ? SENTENCES[error.name] : undefined;
  if (error instanceof Error && known !== undefined) {
    complain(error.message);
    return known;
  }
  complain(
    `Unerwarteter Fehler. Bitte melden Sie ihn mit diesen Zeilen:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return EXIT_UNEXPECTED;
}

process.exitCode = await run(process.argv.slice(2)).catch(explain);
