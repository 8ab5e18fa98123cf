import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, readXml } from "./xml.ts";
import type { Archiv } from "./zip.ts";
import { type Kommentar, reinerText, spaltenIndex } from "./zelle.ts";

/** What somebody remarked on the cells of a sheet; who wrote it stands in its first line and is left out. */
export async function readKommentare(archiv: Archiv, part: string | undefined): Promise<readonly Kommentar[]> {
  if (part === undefined || !archiv.namen.has(part.toLowerCase())) return [];
  const found: Kommentar[] = [];
  let ref = "";
  let text = "";
  let inText = false;
  await readXml(archiv.lies(part, GRENZEN.verzeichnis), {
    open: (name, attributes) => {
      if (name === "comment") [ref, text] = [attribute(attributes, "ref") ?? "", ""];
      else if (name === "t") inText = true;
    },
    text: (piece) => {
      if (inText) text += piece;
      if (text.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name !== "comment") return;
      if (found.length >= GRENZEN.verweise) throw new Unlesbar("bombe");
      const [, letters = "", row = ""] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(ref) ?? [];
      found.push({ spalte: spaltenIndex(letters), zeile: Number(row), text: reinerText(text.replace(AUTHOR, "")) });
    },
  });
  return found;
}

const AUTHOR = /^[^\n:]{1,60}:\r?\n/u;
