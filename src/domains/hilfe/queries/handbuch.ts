import { readFileSync, readdirSync } from "node:fs";
import { marked } from "marked";
import type { Abschnitt } from "../model/suche.ts";

export type Kapitel = { readonly adresse: string; readonly titel: string; readonly html: string };

const FOLDER = new URL("../../../../docs/handbuch/", import.meta.url);

const HEADING = /<h([23])>(.*?)<\/h\1>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What a reader sees of HTML of ours. */
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&(\w+|#39);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replaceAll(/\s+/g, " ")
    .trim();

/** The place of a heading in its page. */
const anchor = (heading: string): string =>
  plain(heading)
    .toLocaleLowerCase("de")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/** `02-beratung-erfassen.md` is reached at `/hilfe/beratung-erfassen`. */
function readKapitel(file: string): Kapitel {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const [, titel = file, rest = text] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
  const adresse = file.replace(/^\d+-/, "").replace(/\.md$/, "");
  // Links between chapters are files in the folder and addresses in the program.
  const html = marked
    .parse(rest, { async: false })
    .replaceAll(/href="(?:\d+-)?([\w-]+)\.md"/g, 'href="/hilfe/$1"')
    .replaceAll(
      HEADING,
      (_, level: string, heading: string) => `<h${level} id="${anchor(heading)}">${heading}</h${level}>`,
    )
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

/** The pieces of a chapter, each from its heading to the next. */
function abschnitteIn({ adresse, titel, html }: Kapitel): Abschnitt[] {
  const page = `/hilfe/${adresse}`;
  return html.split(/(?=<h[23] id=)/).map((piece) => {
    const [all = "", , id, heading = ""] = /^<h([23]) id="([^"]*)">(.*?)<\/h\1>/.exec(piece) ?? [];
    const text = plain(piece.slice(all.length));
    return id === undefined
      ? { adresse: page, kapitel: titel, titel: undefined, text }
      : { adresse: `${page}#${id}`, kapitel: titel, titel: plain(heading), text };
  });
}

/** Every piece of the handbook, in its order. */
export const ABSCHNITTE: readonly Abschnitt[] = KAPITEL.flatMap(abschnitteIn).filter(({ text }) => text !== "");
