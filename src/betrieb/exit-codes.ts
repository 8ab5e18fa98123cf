import { EXIT_CONFIGURATION, EXIT_RUNNING } from "../platform/start-refused.ts";

export const EXIT_OK = 0;
export const EXIT_UNEXPECTED = 1;
export const EXIT_USAGE = 2;
export const EXIT_DECISION = 3;
export { EXIT_CONFIGURATION };

/** What each exit code means, for the help. Promised to scripts: a code never changes its meaning. */
export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
  [EXIT_OK, "erledigt"],
  [EXIT_UNEXPECTED, "unerwarteter Fehler, oder eine Prüfung ist fehlgeschlagen"],
  [EXIT_USAGE, "falscher Aufruf, oder eine Datei ist nicht zu gebrauchen"],
  [EXIT_DECISION, "etwas wartet auf eine Entscheidung"],
  [EXIT_CONFIGURATION, "Einstellung, Schlüssel, Datenbank oder Datenordner stimmen nicht"],
  [EXIT_RUNNING, "auf diesem Datenordner läuft schon etwas"],
];
