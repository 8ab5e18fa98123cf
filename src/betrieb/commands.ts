import type { Command } from "./command.ts";

/** One line of the overview; the code of a subcommand is loaded only when it is called. */
type Entry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> };

export const COMMANDS: readonly Entry[] = [
  {
    name: "demo",
    summary: "zeigt KIM mit einem erfundenen Rhein-Sieg-Kreis, nur auf diesem Rechner",
    load: async () => (await import("./demo.ts")).demo,
  },
  {
    name: "start",
    summary: "startet KIM für den wirklichen Betrieb",
    load: async () => (await import("./start.ts")).start,
  },
  {
    name: "einrichten",
    summary: "richtet eine leere Installation ohne Browser ein",
    load: async () => (await import("./einrichten.ts")).einrichten,
  },
  {
    name: "zugang",
    summary: "gibt der einzigen Administration einen Weg zurück, wenn sie nicht mehr hineinkommt",
    load: async () => (await import("./zugang.ts")).zugang,
  },
  {
    name: "import",
    summary: "prüft alte Listen und übernimmt sie als Beratungen",
    load: async () => (await import("./import.ts")).importieren,
  },
  {
    name: "migrieren",
    summary: "bringt die Datenbank auf den Stand dieses Programms",
    load: async () => (await import("./migrieren.ts")).migrieren,
  },
  {
    name: "status",
    summary: "sagt, ob KIM auf diesem Datenordner läuft",
    load: async () => (await import("./status.ts")).status,
  },
  {
    name: "bericht",
    summary: "schreibt den Halbjahresbericht für den Ausschuss als Datei",
    load: async () => (await import("./bericht.ts")).bericht,
  },
  {
    name: "dokumente",
    summary: "schreibt die Tabellen der Dokumente neu, die aus dem Programm kommen",
    load: async () => (await import("./dokumente.ts")).dokumente,
  },
  {
    name: "bench",
    summary: "misst, wie schnell KIM ist, an einem eigenen Ordner mit erfundenen Daten",
    load: async () => (await import("./bench.ts")).bench,
  },
  {
    name: "test",
    summary: "führt alle Prüfungen und Tests aus",
    load: async () => (await import("./test.ts")).test,
  },
];
