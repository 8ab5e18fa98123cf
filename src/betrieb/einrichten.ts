import { readConfig } from "../platform/config.ts";
import { misuse, readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { claim, withInstallation } from "./installation.ts";
import { say } from "./terminal.ts";

const help = `
./kim einrichten --kreis SCHLÜSSEL --traeger NAME --admin E-MAIL

Richtet eine leere Installation ohne Browser ein und zeigt den Link, mit dem die genannte Person ihr Konto annimmt. Er
gilt 24 Stunden und nur einmal.

  --kreis SCHLÜSSEL   amtlicher Schlüssel der KIM-Kommune, fünf- oder achtstellig
  --traeger NAME      Name des ersten Trägers, meist der Kreis selbst
  --admin E-MAIL      Adresse der Person, die KIM verwaltet

Beispiel: ./kim einrichten --kreis 05382 --traeger "Rhein-Sieg-Kreis" --admin mira.beispiel@example.de
`;

export const einrichten: Command = {
  help,
  run: async (words) => {
    const options = { kreis: { type: "string" }, traeger: { type: "string" }, admin: { type: "string" } } as const;
    const { kreis, traeger, admin } = readOptions("einrichten", words, options);
    if (kreis === undefined || !/^\d{5}(\d{3})?$/.test(kreis)) {
      throw misuse("Es fehlt --kreis mit dem amtlichen Schlüssel, zum Beispiel --kreis 05382.");
    }
    if (traeger === undefined || traeger.trim() === "") {
      throw misuse('Es fehlt --traeger mit dem Namen des ersten Trägers, zum Beispiel --traeger "Rhein-Sieg-Kreis".');
    }
    if (admin === undefined || !/^[^\s@]+@[^\s@]+$/.test(admin)) {
      throw misuse("Es fehlt --admin mit der E-Mail-Adresse der Person, die KIM verwaltet.");
    }
    await withInstallation(readConfig(process.env), "einrichten", say, async (installation) => {
      await claim(installation, "betrieb");
    });
    return EXIT_OK;
  },
};
