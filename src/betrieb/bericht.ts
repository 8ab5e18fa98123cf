import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { z } from "zod";
import { unbrauchbar, countFigures } from "../domains/auswertung/index.ts";
import { FORMATE, type Format, VorlageFehlt, type Womit, ungespeicherteDatei } from "../domains/berichte/index.ts";
import { systemActor } from "../platform/actor.ts";
import { readConfig } from "../platform/config.ts";
import { today } from "../platform/clock.ts";
import { type Tx, readAs } from "../platform/db.ts";
import { type Command, misuse, readOptions } from "./command.ts";
import { withDoors, withWorkerDoors } from "./doors.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { complain, say } from "./terminal.ts";

const help = `
./kim bericht halbjahr --kreis SCHLÜSSEL --von TAG --bis TAG --format pdf|docx|json --aus DATEI [--sitzung TAG]
                      [--vorlage NAME|DATEI]

Schreibt den Halbjahresbericht für den Ausschuss als Datei. Vorher wird gezählt, damit die Zahlen auf dem letzten Stand sind.
Die Datei ist ein Entwurf ohne Nummer, mit den Texten, die sich aus den Zahlen ergeben; gespeichert und freigegeben werden
Berichte im Browser. KIM darf dabei laufen.

  --kreis    Schlüssel des Kreises, zum Beispiel 05382
  --von      erster Tag eines Monats, zum Beispiel 2023-01-01
  --bis      letzter Tag eines Monats, zum Beispiel 2023-06-30
  --format   pdf (barrierefrei, PDF/UA-1), docx oder json
  --aus      Datei; eine vorhandene wird ersetzt. Mit - geht der Inhalt auf die Standardausgabe
  --vorlage  Name einer Vorlage des Kreises, oder eine Datei: .json mit Kopf, Kapiteln und festen Texten, .docx als Word-Datei
             mit Platzhaltern (nur mit --format docx)
  --sitzung  Tag der Sitzung; hat sich die Besetzung der Stellen seit dem Ende des Zeitraums verändert, steht das dabei

Endet mit 0, wenn die Datei geschrieben ist; 2, wenn eine Angabe nicht stimmt; 4, wenn die Installation nicht zu öffnen ist.

Beispiel: ./kim bericht halbjahr --kreis 05382 --von 2023-01-01 --bis 2023-06-30 --format pdf --aus bericht.pdf
`;

const TEXT = { type: "string" } as const;
const OPTIONS = { kreis: TEXT, von: TEXT, bis: TEXT, format: TEXT, aus: TEXT, sitzung: TEXT, vorlage: TEXT };

const day = (name: string) => z.iso.date(`Nach --${name} steht ein Tag wie 2023-06-30.`);
const schema = z.object({
  kreis: z.string("Es fehlt --kreis.").regex(/^\d{5}(\d{3})?$/, "Nach --kreis steht ein Schlüssel wie 05382."),
  von: day("von"),
  bis: day("bis"),
  format: z.enum(FORMATE, "Nach --format steht pdf, docx oder json."),
  aus: z.string("Es fehlt --aus mit der Datei, in die der Bericht soll.").min(1, "Nach --aus fehlt die Datei."),
  sitzung: day("sitzung").optional(),
  vorlage: z.string().min(1, "Nach --vorlage steht der Name einer Vorlage oder eine Datei.").optional(),
});
type Wish = z.output<typeof schema>;

function wishOf(words: readonly string[]): Wish {
  const [which, ...rest] = words;
  if (which !== "halbjahr") {
    throw misuse("Welcher Bericht? Es gibt: ./kim bericht halbjahr. Hilfe: ./kim bericht --help");
  }
  const read = schema.safeParse(readOptions("bericht", rest, OPTIONS));
  if (!read.success) throw misuse(`${read.error.issues[0]?.message ?? ""} Hilfe: ./kim bericht --help`);
  const wrong = unbrauchbar(read.data, today());
  if (wrong !== undefined) throw misuse(wrong);
  return read.data;
}

async function refuseUnknown(tx: Tx, kreis: string): Promise<void> {
  const known = await tx.selectFrom("betrieb.mandant").select("kreis").where("kreis", "=", kreis).executeTakeFirst();
  if (known === undefined) throw misuse(`Den Kreis ${kreis} gibt es in dieser Installation nicht.`);
}

const inCallersFolder = (file: string): string => resolve(process.env["KIM_AUFRUFORDNER"] ?? process.cwd(), file);

/** What is named after --vorlage: a file by its ending, else a template of the Kreis. */
function womitOf({ vorlage, format }: Wish): Womit | undefined {
  if (vorlage === undefined) return undefined;
  const kind = extname(vorlage).toLowerCase();
  if (kind !== ".docx" && kind !== ".json") return { name: vorlage };
  if (kind === ".docx" && format !== "docx") throw misuse("Eine Word-Datei als Vorlage geht nur mit --format docx.");
  try {
    const bytes = readFileSync(inCallersFolder(vorlage));
    return kind === ".docx" ? { word: bytes } : { datei: bytes.toString("utf8") };
  } catch {
    throw misuse(`Die Datei ${vorlage} lässt sich nicht lesen. Prüfen Sie Name und Ordner.`);
  }
}

async function fileOf(installation: Installation, wish: Wish): Promise<Buffer> {
  const { kreis, von, bis, format, sitzung = "" } = wish;
  const actor = systemActor(kreis);
  const vorlage = womitOf(wish);
  await withWorkerDoors(installation, async () => {
    await readAs(actor, (tx) => refuseUnknown(tx, kreis));
    await countFigures(kreis);
  });
  const asked = { kreis, zeitraum: { von, bis }, sitzung, ...(vorlage === undefined ? {} : { vorlage }) };
  try {
    return await withDoors(installation, () => readAs(actor, (tx) => ungespeicherteDatei(tx, asked, format)));
  } catch (error) {
    throw error instanceof VorlageFehlt ? misuse(error.message) : error;
  }
}

/** Whole or not at all: whoever reads the file never finds half of it. */
function write(file: string, bytes: Buffer): void {
  const unfinished = `${file}.unfertig-${process.pid}`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
    throw misuse(`Die Datei ${file} lässt sich nicht schreiben. Prüfen Sie Ordner und Rechte.`);
  }
}

const NAMES: Readonly<Record<Format, string>> = { pdf: "PDF", docx: "Word-Datei", json: "JSON" };

export const bericht: Command = {
  help,
  run: async (words) => {
    const wish = wishOf(words);
    const bytes = await withInstallation(readConfig(process.env), "bericht", complain, (installation) =>
      fileOf(installation, wish),
    );
    if (wish.aus === "-") {
      process.stdout.write(bytes);
      return EXIT_OK;
    }
    const file = inCallersFolder(wish.aus);
    write(file, bytes);
    say(`Der Bericht ist geschrieben: ${file} (${NAMES[wish.format]}, ${Math.ceil(bytes.length / 1024)} KiB)`);
    return EXIT_OK;
  },
};
