import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { MISCHUNGEN } from "./bench/mischungen.ts";
import { type Command, misuse, readOptionsAndFiles } from "./command.ts";
import { EXIT_OK, EXIT_UNEXPECTED } from "./exit-codes.ts";
import { columns, complain, say } from "./terminal.ts";

const help = `
./kim bench daten [--kreise K] [--beratungen N] [--ordner PFAD]
./kim bench [--mischung NAME,…] [--verbindungen N] [--sekunden S] [--pause MS] [--runden R]
            [--gegen FASSUNG] [--ohne-pgbench] [--json DATEI] [--ordner PFAD]

Misst, wie schnell KIM ist. „daten“ füllt dafür einen eigenen Ordner mit erfundenen Beratungen, so geformt wie wirkliche:
wenige große Kreise und Träger, Familien, mehrere Schriften, Notizen, Korrekturen; mit wirklichen Schlüsseln und Suchtoken. Wird
es unterbrochen, geht derselbe Aufruf weiter, wo er war. Ohne „daten“ werden Anfragen über wirkliches HTTP mit wirklichen
Sitzungen gesendet und Tempo, Rechenzeit, Anweisungen, Bytes und Speicher gezeigt, dazu – wo pgbench da ist – wie schnell
dieselben Anweisungen ohne KIM wären.

  --kreise K          so viele Kreise, höchstens 54 (sonst 1)
  --beratungen N      so viele Beratungen in allen zusammen (sonst 100.000)
  --ordner PFAD       Ordner der Daten (sonst ./bench-daten); nie einer mit wirklichen Daten oder einer Demo
  --mischung NAME,…   was gemessen wird (sonst alles)
  --verbindungen N    so viele senden zugleich (sonst 8)
  --sekunden S        so lange je Mischung (sonst 5)
  --pause MS          so lange wartet jede zwischen Antwort und nächster Anfrage im Mittel (sonst 0)
  --runden R          so oft; gezeigt wird der mittlere Lauf (sonst 1, mit --gegen 3)
  --gegen FASSUNG     misst im Wechsel mit einer anderen Fassung des Programms (Git)
  --ohne-pgbench      lässt den Vergleich mit pgbench weg
  --json DATEI        schreibt alle Zahlen auch als JSON

Mischungen
${columns(Object.entries(MISCHUNGEN).map(([name, { says }]) => [`  ${name}`, says])).join("\n")}

Endet mit 0, mit 1, wenn eine Anfrage nicht richtig beantwortet wurde.

Beispiele: ./kim bench daten --kreise 54 --beratungen 1000000
           ./kim bench --mischung liste,person --gegen HEAD~20
`;

const OPTIONS = {
  ordner: { type: "string", default: "./bench-daten" },
  kreise: { type: "string", default: "1" },
  beratungen: { type: "string", default: "100000" },
  mischung: { type: "string", default: Object.keys(MISCHUNGEN).join(",") },
  verbindungen: { type: "string", default: "8" },
  sekunden: { type: "string", default: "5" },
  pause: { type: "string", default: "0" },
  runden: { type: "string" },
  gegen: { type: "string" },
  "ohne-pgbench": { type: "boolean", default: false },
  json: { type: "string" },
} as const;

/** A whole number after an option; dots between thousands are fine. */
function readNumber(name: string, text: string, least: number, most: number): number {
  const digits = text.replaceAll(".", "");
  const n = /^\d{1,9}$/.test(digits) ? Number(digits) : -1;
  if (n < least || n > most) throw misuse(`Nach --${name} steht eine Zahl von ${least} bis ${most}.`);
  return n;
}

function readMixes(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(name in MISCHUNGEN));
  if (unknown !== undefined) {
    throw misuse(`Eine Mischung „${unknown}“ gibt es nicht. Es gibt: ${Object.keys(MISCHUNGEN).join(", ")}.`);
  }
  return names;
}

const inCallersFolder = (path: string): string => resolve(process.env["KIM_AUFRUFORDNER"] ?? process.cwd(), path);

export const bench: Command = {
  help,
  run: async (words) => {
    const { values, positionals } = readOptionsAndFiles("bench", words, OPTIONS);
    const [what, more] = positionals;
    if ((what !== undefined && what !== "daten") || more !== undefined) {
      throw misuse(`Mit „${more ?? what}“ kann dieser Befehl nichts anfangen. Hilfe: ./kim bench --help`);
    }
    if (process.platform !== "linux")
      throw misuse("Gemessen wird nur unter Linux: Rechenzeit und Speicher stehen in /proc.");
    const number = (name: keyof typeof OPTIONS, least: number, most: number) =>
      readNumber(name, String(values[name]), least, most);
    // Loaded here, so that the help need not wait for the whole program.
    const { withScratch } = await import("./bench/ordner.ts");
    if (what === "daten") {
      const umfang = { kreise: number("kreise", 1, 54), beratungen: number("beratungen", 1, 100_000_000) };
      const { fuelle } = await import("./bench/daten.ts");
      await withScratch(values.ordner, (scratch) => fuelle(scratch, umfang, complain));
      return EXIT_OK;
    }
    const lauf = {
      mischungen: readMixes(values.mischung),
      verbindungen: number("verbindungen", 1, 500),
      sekunden: number("sekunden", 1, 3600),
      pause: number("pause", 0, 60_000),
      runden: values.runden === undefined ? (values.gegen === undefined ? 1 : 3) : number("runden", 1, 100),
      gegen: values.gegen,
      grenze: !values["ohne-pgbench"],
    };
    const { alsTabelle, laufe } = await import("./bench/lauf.ts");
    const bericht = await withScratch(values.ordner, (scratch) => laufe(scratch, lauf, complain));
    if (values.json !== undefined) writeFileSync(inCallersFolder(values.json), `${JSON.stringify(bericht, null, 2)}\n`);
    for (const line of alsTabelle(bericht)) say(line);
    const wrong = Object.values(bericht.messungen).some((sides) =>
      Object.values(sides).some((m) => m.fehler.length > 0),
    );
    return wrong ? EXIT_UNEXPECTED : EXIT_OK;
  },
};
