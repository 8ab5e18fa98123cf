import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { readConfig } from "../platform/config.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { EXIT_OK, EXIT_UNEXPECTED } from "./exit-codes.ts";
import { readHolder } from "./lock.ts";
import { say } from "./terminal.ts";

const help = `
./kim status

Sagt, ob KIM auf diesem Datenordner läuft und unter welcher Adresse. Endet mit 0, wenn es läuft, sonst mit 1.

Beispiel: ./kim status && echo läuft
`;

export const status: Command = {
  help,
  run: async (words) => {
    readOptions("status", words, {});
    const { daten } = readConfig(process.env);
    refuseUnreadable(daten);
    const holder = existsSync(daten) ? readHolder(realpathSync(daten)) : undefined;
    if (holder === undefined) {
      say("KIM läuft nicht.");
      return EXIT_UNEXPECTED;
    }
    say(
      `„./kim ${holder.befehl}“ läuft (Prozess ${holder.pid})${holder.adresse === undefined ? "" : ` unter ${holder.adresse}`}.`,
    );
    return EXIT_OK;
  },
};

/** Who may not look into the folder must not read "läuft nicht". */
function refuseUnreadable(daten: string): void {
  try {
    if (existsSync(daten)) accessSync(daten, constants.R_OK | constants.X_OK);
  } catch {
    throw new StartRefused(
      `In den Datenordner ${daten} darf diese Anmeldung nicht sehen. Fragen Sie als die, die KIM startet.`,
    );
  }
}
