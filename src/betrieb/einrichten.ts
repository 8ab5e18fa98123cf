import type { Einrichtung } from "../domains/verwaltung/index.ts";
import { readConfig } from "../platform/config.ts";
import { misuse, readOptions } from "./command.ts";
import type { Command } from "./command.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { withDoors } from "./doors.ts";
import { claim, withInstallation } from "./installation.ts";
import type { Installation } from "./installation.ts";
import { say } from "./terminal.ts";

const help = `
./kim einrichten --kreis SCHLÜSSEL --traeger NAME --admin E-MAIL [--name NAME]

Richtet eine leere Installation ohne Browser ein und zeigt den Link, mit dem die genannte Person ihr Konto annimmt. Er
gilt 24 Stunden und nur einmal.

  --kreis SCHLÜSSEL   amtlicher Schlüssel der KIM-Kommune, fünf- oder achtstellig
  --traeger NAME      Name des ersten Trägers, meist der Kreis selbst
  --admin E-MAIL      Adresse der Person, die KIM verwaltet
  --name NAME         ihr Name (sonst „Administration“)

Beispiel: ./kim einrichten --kreis 05382 --traeger "Rhein-Sieg-Kreis" --admin mira.beispiel@example.de
`;

const OPTIONS = {
  kreis: { type: "string" },
  traeger: { type: "string" },
  admin: { type: "string" },
  name: { type: "string" },
} as const;

export const einrichten: Command = {
  help,
  run: async (words) => {
    const { kreis, traeger, admin, name } = readOptions("einrichten", words, OPTIONS);
    if (kreis === undefined) throw misuse("Es fehlt --kreis mit dem amtlichen Schlüssel, zum Beispiel --kreis 05382.");
    if (traeger === undefined || traeger.trim() === "") {
      throw misuse('Es fehlt --traeger mit dem Namen des ersten Trägers, zum Beispiel --traeger "Rhein-Sieg-Kreis".');
    }
    if (admin === undefined || !/^[^\s@]+@[^\s@]+$/.test(admin)) {
      throw misuse("Es fehlt --admin mit der E-Mail-Adresse der Person, die KIM verwaltet.");
    }
    const input = { kreis, traegerName: traeger, adminEmail: admin, adminName: name ?? "Administration" };
    await withInstallation(readConfig(process.env), "einrichten", say, (installation) => setUp(installation, input));
    return EXIT_OK;
  },
};

async function setUp(installation: Installation, input: Einrichtung): Promise<void> {
  await claim(installation, "betrieb");
  const verwaltung = await import("../domains/verwaltung/index.ts");
  const { link } = await withDoors(installation, () => verwaltung.einrichten(input));
  say(
    "Eingerichtet. Mit diesem Link setzt die genannte Person Passwort und zweiten Faktor (24 Stunden, einmal gültig):",
  );
  say(`${installation.adresse}${link}`);
  say("Er öffnet sich, sobald KIM läuft: ./kim start");
  say(
    `Sichern Sie vorher den Betreiberschlüssel, ohne ihn sind alle Akten verloren: ${installation.config.schluessel}`,
  );
}
