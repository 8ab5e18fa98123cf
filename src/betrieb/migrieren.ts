import { readConfig } from "../platform/config.ts";
import { readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { withInstallation } from "./installation.ts";
import { say } from "./terminal.ts";

const help = `
./kim migrieren

Bringt die Datenbank auf den Stand dieses Programms. ./kim start tut das von selbst; gebraucht wird der Befehl nur, wenn
Programm und Datenbank getrennt aktualisiert werden. Läuft KIM auf diesem Datenordner, ist nichts zu tun.

Beispiel: KIM_DATEN=/srv/kim ./kim migrieren
`;

export const migrieren: Command = {
  help,
  run: async (words) => {
    readOptions("migrieren", words, {});
    await withInstallation(readConfig(process.env), "migrieren", say, async () => undefined);
    say("Die Datenbank ist auf dem Stand dieses Programms.");
    return EXIT_OK;
  },
};
