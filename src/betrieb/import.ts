import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Empfaenger, Importiert, Verstanden } from "../domains/uebernahme/index.ts";
import { Refused } from "../platform/form.ts";
import { log } from "../platform/log.ts";
import { readConfig } from "../platform/config.ts";
import { misuse, readOptionsAndFiles } from "./command.ts";
import type { Command } from "./command.ts";
import { withWorkerDoors } from "./doors.ts";
import { EXIT_DECISION, EXIT_OK, EXIT_USAGE } from "./exit-codes.ts";
import { onTerminal } from "./import-fortschritt.ts";
import { listeAlle, nimmZurueck } from "./import-listen.ts";
import { verstandenText, zusammenfassung } from "./import-text.ts";
import { withInstallation } from "./installation.ts";
import { complain, say } from "./terminal.ts";

const help = `
./kim import --kreis SCHLÜSSEL --traeger NAME [--konto E-MAIL] [--nur-pruefen] [--zeigen] [--json] DATEI …
./kim import --liste [--kreis SCHLÜSSEL [--traeger NAME [--konto E-MAIL]]] [--json]
./kim import --zuruecknehmen KENNUNG [--json]

Übernimmt alte Listen (.xlsx, .ods, .csv) als Beratungen, Personen- und Falllisten als Personen und Fälle. Übernommen wird alles,
was eindeutig ist; wiederholte und fehlerhafte Zeilen und Personen, die vielleicht schon da sind, bleiben draußen und werden genannt. Jede Datei wird ganz oder gar nicht übernommen; ist eine nicht zu gebrauchen,
werden die anderen trotzdem übernommen. Dieselbe Datei noch einmal ändert nichts. Läuft KIM, geht es nebenher.

  --kreis SCHLÜSSEL   amtlicher Schlüssel der KIM-Kommune
  --traeger NAME      Träger, zu dem die Beratungen gehören
  --konto E-MAIL      wem sie gehören (sonst dem ersten Konto des Trägers, das Beratungen führt)
  --nur-pruefen       sagt nur, was übernommen würde
  --zeigen            zeigt dazu, wie jede Tabelle, Spalte und jedes Wort verstanden ist; übernimmt nichts
  --liste             zeigt alle Listen: was woher kam, mit Kennung
  --zuruecknehmen     nimmt alles heraus, was die Liste mit dieser Kennung brachte
  --json              gibt die Zahlen als JSON aus

Zu jeder Datei nennt ein Beleg, wo ihre Zellen blieben, je Blatt und Spalte: als Angabe, als Text, als Überschrift, Summe oder
Titel verstanden, oder wartend.

Endet mit 0, wenn alles übernommen ist und keine Zelle wartet; mit 3, wenn etwas auf eine Entscheidung wartet; mit 2, wenn eine Datei nicht zu
gebrauchen ist.

Beispiel: ./kim import --kreis 05382 --traeger "Rhein-Sieg-Kreis" --nur-pruefen Beratungen_2023.xlsx
`;

const OPTIONS = {
  kreis: { type: "string" },
  traeger: { type: "string" },
  konto: { type: "string" },
  "nur-pruefen": { type: "boolean", default: false },
  zeigen: { type: "boolean", default: false },
  liste: { type: "boolean", default: false },
  zuruecknehmen: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

type Gemacht = Importiert & { readonly verstanden: Verstanden | undefined };
type File = { readonly typed: string; readonly path: string };

export const importieren: Command = {
  help,
  run: async (words) => {
    const { values, positionals } = readOptionsAndFiles("import", words, OPTIONS);
    const { kreis, traeger, konto, json, zeigen, liste, zuruecknehmen } = values;
    const nurPruefen = values["nur-pruefen"] || zeigen;
    if (liste || zuruecknehmen !== undefined) {
      if (positionals.length > 0) throw misuse("Zu --liste und --zuruecknehmen gehört keine Datei.");
      return withWorker(() =>
        zuruecknehmen === undefined ? listeAlle({ kreis, traeger, konto, json }) : nimmZurueck(zuruecknehmen, json),
      );
    }
    if (kreis === undefined || !/^\d{5}(\d{3})?$/.test(kreis)) {
      throw misuse("Es fehlt --kreis mit dem amtlichen Schlüssel, zum Beispiel --kreis 05382.");
    }
    if (traeger === undefined || traeger.trim() === "") throw misuse("Es fehlt --traeger mit dem Namen des Trägers.");
    if (positionals.length === 0) throw misuse("Es fehlt die Datei, die übernommen werden soll.");
    const files = await findFiles(positionals);
    return withWorker(async () => {
      const { empfaengerVon } = await import("../domains/uebernahme/index.ts");
      const empfaenger = await empfaengerVon({ kreis, traeger, konto });
      if (!nurPruefen) complain(`Beratungen, Personen und Fälle gehören danach zum Konto von ${empfaenger.name}.`);
      const all = await importAll(empfaenger, files, { nurPruefen, zeigen, json });
      if (json) say(JSON.stringify({ dateien: all.map(asJson) }));
      return exitCode(all);
    });
  },
};

const withWorker = (work: () => Promise<number>): Promise<number> =>
  withInstallation(readConfig(process.env), "import", complain, (installation) => withWorkerDoors(installation, work));

/** The files as seen from where the command was typed. @throws StartRefused (2) naming one that is missing */
async function findFiles(typed: readonly string[]): Promise<File[]> {
  const here = process.env["KIM_AUFRUFORDNER"] ?? process.cwd();
  const files = typed.map((name) => ({ typed: name, path: resolve(here, name) }));
  for (const { typed: name, path } of files) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() === true) {
      throw misuse(
        `„${name}“ ist ein Ordner. Nennen Sie die Listen darin, zum Beispiel mit ${name.replace(/\/*$/u, "")}/*.xlsx.`,
      );
    }
    if (found?.isFile() !== true) throw misuse(`Die Datei „${name}“ gibt es nicht.`);
  }
  return files;
}

async function importAll(
  { actor }: Empfaenger,
  files: readonly File[],
  { nurPruefen, zeigen, json }: { readonly nurPruefen: boolean; readonly zeigen: boolean; readonly json: boolean },
): Promise<Gemacht[]> {
  const { checkList, gescheitert, importList, verstandenVon } = await import("../domains/uebernahme/index.ts");
  const done: Gemacht[] = [];
  const work = nurPruefen ? checkList : importList;
  for (const { typed, path } of files) {
    const datei = basename(path);
    const bytes = await readFile(path).catch(() => undefined);
    // Every file ends by itself: what happens to one stops no other.
    const one =
      bytes === undefined
        ? gescheitert(datei, "Die Datei lässt sich nicht öffnen.")
        : await work(actor, { datei, bytes }, onTerminal(datei)).catch((error: unknown) => {
            if (!(error instanceof Refused)) log.error("liste.nicht_uebernommen", error);
            return gescheitert(datei, error instanceof Refused ? error.message : UNEXPECTED);
          });
    if (one.befund.unlesbar !== null) complain(`${typed}: ${one.befund.unlesbar}`);
    else if (!json) say(zusammenfassung(one, nurPruefen));
    const verstanden = zeigen && one.befund.unlesbar === null ? await verstandenVon(actor, one.befund) : undefined;
    if (verstanden !== undefined && !json) for (const line of verstandenText(verstanden)) say(line);
    done.push({ ...one, verstanden });
  }
  return done;
}

const UNEXPECTED =
  "Ein Fehler im Programm; von dieser Datei wurde nichts übernommen. Was geschah, steht im Betriebslog.";

/** A file that cannot be read has no figures, and says why. */
const asJson = ({ json, befund, verstanden }: Gemacht) => ({
  ...json,
  ...(befund.unlesbar === null ? {} : { unlesbar: befund.unlesbar }),
  ...(verstanden === undefined ? {} : { verstanden }),
});

function exitCode(all: readonly Importiert[]): number {
  if (all.some(({ befund }) => befund.unlesbar !== null)) return EXIT_USAGE;
  return all.some(({ wartet }) => wartet) ? EXIT_DECISION : EXIT_OK;
}
