import { readFileSync, readdirSync } from "node:fs";
import { marked } from "marked";

export type Kapitel = { readonly adresse: string; readonly titel: string; readonly html: string };

const FOLDER = new URL("../../../../docs/handbuch/", import.meta.url);

/** `02-beratung-erfassen.md` is reached at `/hilfe/beratung-erfassen`. */
function readKapitel(file: string): Kapitel {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const [, titel = file, rest = text] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
  const adresse = file.replace(/^\d+-/, "").replace(/\.md$/, "");
  // Links between chapters are files in the folder and addresses in the program.
  const html = marked
    .parse(rest, { async: false })
    .replaceAll(/href="(?:\d+-)?([\w-]+)\.md"/g, 'href="/hilfe/$1"')
    // A table scrolls by itself where the page is narrower, also by keyboard.
    .replaceAll("<table>", '<div class="scroll" role="group" aria-label="Tabelle" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
  return { adresse, titel, html };
}

/** All chapters in the order of their files; read once, so that a running program shows one state. */
export const KAPITEL: readonly Kapitel[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .toSorted()
  .map(readKapitel);
