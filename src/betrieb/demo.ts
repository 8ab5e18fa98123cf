import { readConfig } from "../platform/config.ts";
import { isLoopback } from "../platform/loopback.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { readOptions, readPort } from "./command.ts";
import type { Command } from "./command.ts";
import { discardUnfinished, prepareDemo, showSignIns } from "./demo-data.ts";
import { supervise } from "./supervisor.ts";
import { say } from "./terminal.ts";

const help = `
./kim demo [--port N]

Zeigt KIM mit einem erfundenen Rhein-Sieg-Kreis: mehrere Träger, jede Rolle, zwei Jahre Beratungen. Nur auf diesem Rechner
erreichbar. Ist Port 8080 belegt, nimmt die Demo einen anderen. Ctrl-C beendet sie; ihre Daten bleiben bis zum nächsten Mal im
Ordner demo-daten (sonst in KIM_DATEN). Wer neu anfangen will, löscht ihn.

  --port N   Port des Webdienstes (sonst KIM_PORT, 8080 oder ein freier)

Beispiel: ./kim demo
`;

export const demo: Command = {
  help,
  run: (words) => {
    const { port } = readOptions("demo", words, { port: { type: "string" } });
    const read = readConfig(process.env, { daten: "demo-daten" });
    const config = port === undefined ? read : { ...read, port: readPort(port), portFixed: true };
    if (!isLoopback(config.host) || config.adresse !== undefined) {
      throw new StartRefused(
        "Die Demo läuft nur auf diesem Rechner, denn ihre Anmeldungen kennt jeder. Rufen Sie sie ohne KIM_HOST und KIM_ADRESSE auf.",
      );
    }
    return supervise({
      befehl: "demo",
      kind: "demo",
      config,
      anyPort: !config.portFixed,
      logTo: "ordner",
      discard: discardUnfinished,
      prepare: prepareDemo,
      announce: async (_installation, adresse) => {
        await showSignIns(adresse);
        say(`Die Demo läuft unter ${adresse} (beenden mit Ctrl-C)`);
      },
    });
  },
};
