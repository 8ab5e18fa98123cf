import { writeFileSync } from "node:fs";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { DOCUMENTS, documentText, documentUrl } from "./documents.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { say } from "./terminal.ts";

const help = `
./kim dokumente

Schreibt die Tabellen neu, die in den Dokumenten aus dem Programm kommen: Fristen und Felder aus db/tables, Rollen und
Rechte. Nötig nach einer Änderung daran; „./kim test“ vergleicht.

Beispiel: ./kim dokumente
`;

export const dokumente: Command = {
  help,
  run: async (words) => {
    readOptions("dokumente", words, {});
    for (const file of DOCUMENTS) {
      writeFileSync(documentUrl(file), documentText(file));
      say(file);
    }
    return EXIT_OK;
  },
};
