import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, readXml } from "./xml.ts";
import type { Archiv } from "./zip.ts";
import { reinerText } from "./zelle.ts";

/** Characters that XML cannot hold are written as `_x000D_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;
export const excelText = (text: string): string =>
  reinerText(
    text.includes("_x")
      ? text.replaceAll(ESCAPED, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      : text,
  );

/** The longest a text of a cell can be before that: seven characters for each. */
export const LONGEST_RAW = 7 * GRENZEN.zelle;

/** The texts that cells point to. Formatted runs are joined; reading aids of East Asian texts are left out. */
export async function readSharedStrings(archiv: Archiv, part: string | undefined): Promise<string[]> {
  if (part === undefined || !archiv.namen.has(part.toLowerCase())) return [];
  const texts: string[] = [];
  let current = "";
  let inText = false;
  let inReading = false;
  const keep = () => {
    if (texts.length >= GRENZEN.zellen) throw new Unlesbar("zu_breit");
    texts.push(excelText(current));
  };
  await readXml(archiv.lies(part, GRENZEN.texte), {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") inReading = true;
      else if (name === "t") inText = !inReading;
    },
    text: (piece) => {
      if (!inText) return;
      current += piece;
      if (current.length > LONGEST_RAW) throw new Unlesbar("zu_lang");
    },
    close: (name) => {
      if (name === "si") keep();
      else if (name === "rPh") inReading = false;
      else if (name === "t") inText = false;
    },
  });
  return texts;
}

/** `A1:C3` of an attribute as two addresses; one address alone is a range of itself. */
export function rangeOf(attributes: Readonly<Record<string, string>>): readonly [string, string] {
  const [from = "", to = from] = (attribute(attributes, "ref") ?? "").split(":");
  return [from, to];
}
