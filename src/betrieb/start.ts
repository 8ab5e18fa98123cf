import { readConfig } from "../platform/config.ts";
import { readOptions, readPort } from "./command.ts";
import type { Command } from "./command.ts";
import { setupLink } from "./setup-link.ts";
import { supervise } from "./supervisor.ts";
import { say } from "./terminal.ts";

const help = `
./kim start [--port N]

Startet KIM für den wirklichen Betrieb: Datenbank, Webdienst und Hintergrundarbeit. Beim ersten Mal gibt es kein Konto;
angezeigt wird ein Link zum Einrichten, der 24 Stunden und nur einmal gilt. Ctrl-C oder SIGTERM beendet alles innerhalb
von zehn Sekunden.

  --port N   Port des Webdienstes (sonst KIM_PORT oder 8080)

Als root gestartet läuft KIM unter dem Benutzer, dem der Datenordner gehört, sonst unter „kim“.

Beispiele: ./kim start
           KIM_DATEN=/srv/kim KIM_ADRESSE=https://kim.example.de ./kim start --port 8090
`;

export const start: Command = {
  help,
  run: (words) => {
    const { port } = readOptions("start", words, { port: { type: "string" } });
    const config = readConfig(process.env);
    return supervise({
      befehl: "start",
      kind: "betrieb",
      config: port === undefined ? config : { ...config, port: readPort(port), portFixed: true },
      anyPort: false,
      logTo: "ausgabe",
      prepare: async () => undefined,
      announce: async (installation, adresse) => {
        const link = await setupLink(installation, adresse);
        say(`KIM läuft unter ${adresse}`);
        if (link === undefined) return;
        say("Noch gibt es kein Konto. Richten Sie KIM mit diesem Link ein, er gilt 24 Stunden und nur einmal:");
        say(link);
      },
    });
  },
};
