import { readConfig } from "../platform/config.ts";
import { linksAreMailed } from "../platform/mail.ts";
import { misuse, readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { withDoors } from "./doors.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { withInstallation } from "./installation.ts";
import { say } from "./terminal.ts";

const help = `
./kim zugang --kreis SCHLÜSSEL --mail E-MAIL [--zustimmen]

Der Weg zurück, wenn die einzige Administration Passwort oder zweiten Faktor verloren hat: zeigt einen Link, mit dem sie
beides neu setzt. Er gilt 24 Stunden und nur einmal; bis dahin kommt mit dem Alten niemand mehr hinein. Ist der Mailversand
eingerichtet, geht er an die Adresse der Person und wird nicht gezeigt. Im Protokoll steht, dass der Zugang zurückgesetzt
wurde. Akten bleiben zu, bis die Person sich mit der bisherigen App oder einem Wiederherstellungscode nachweist oder jemand
sie bestätigt. Allen anderen hilft die Administration unter „Mitarbeitende“.

  --kreis SCHLÜSSEL   amtlicher Schlüssel der KIM-Kommune
  --mail E-MAIL       Adresse, mit der die Person sich anmeldet
  --zustimmen         kein Link: stimmt zu, dass die Person erneuerte Zugänge bestätigt, wo sonst niemand zustimmen kann

Beispiel: ./kim zugang --kreis 05382 --mail mira.beispiel@example.de
`;

const OPTIONS = {
  kreis: { type: "string" },
  mail: { type: "string" },
  zustimmen: { type: "boolean", default: false },
} as const;

export const zugang: Command = {
  help,
  run: async (words) => {
    const { kreis, mail, zustimmen } = readOptions("zugang", words, OPTIONS);
    if (kreis === undefined || !/^\d{5}(\d{3})?$/.test(kreis))
      throw misuse("Es fehlt --kreis mit dem amtlichen Schlüssel, zum Beispiel --kreis 05382.");
    if (mail === undefined || !mail.includes("@"))
      throw misuse("Es fehlt --mail mit der Adresse, mit der die Person sich anmeldet.");
    await withInstallation(readConfig(process.env), "zugang", say, async (installation) => {
      const { agreeAsOperator, restoreAccess } = await import("../domains/verwaltung/index.ts");
      if (zustimmen) {
        await withDoors(installation, () => agreeAsOperator(kreis, mail));
        say("Zugestimmt: Die Person kann erneuerte Zugänge bestätigen. Das steht im Protokoll.");
        return;
      }
      const path = await withDoors(installation, () => restoreAccess(kreis, mail));
      if (linksAreMailed()) {
        say(
          `Der Link ist unterwegs an ${mail} (24 Stunden, einmal gültig). Läuft KIM gerade nicht, geht er beim Start hinaus.`,
        );
        return;
      }
      say("Mit diesem Link setzt die Person Passwort und zweiten Faktor neu (24 Stunden, einmal gültig):");
      say(`${installation.adresse}${path}`);
      say("Ihre Akten bleiben geschlossen, weil auch Sie diesen Link benutzen könnten.");
    });
    return EXIT_OK;
  },
};
