import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, readXml } from "./xml.ts";
import type { Archiv } from "./zip.ts";
import { isFarblegende } from "./farben.ts";
import { isOn } from "./xlsx-formate.ts";
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

/**
 * The texts that cells point to. `gestrichen`: those that are crossed out, wholly or in part; `farbig`: one of them explains what
 * colours mean.
 */
export type Texte = {
  readonly worte: readonly string[];
  readonly gestrichen: ReadonlySet<number>;
  readonly farbig: boolean;
};

/** How a run of a text is set, as far as it changes what the text says. */
type Satz = { gestrichen: boolean; hoch: boolean };

const HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const OVERLAY = "\u0336";

/** A crossed out letter stays one, and a small high number stays a footnote: “12” with a raised 1 is no 121. */
function gesetzt(piece: string, { gestrichen, hoch }: Satz): string {
  const raised = hoch ? piece.replaceAll(/\d/gu, (digit) => HIGH[Number(digit)] ?? digit) : piece;
  return gestrichen ? raised.replaceAll(/\S/gu, (letter) => letter + OVERLAY) : raised;
}

/** Joins formatted runs; reading aids of East Asian texts are left out. */
export async function readSharedStrings(archiv: Archiv, part: string | undefined): Promise<Texte> {
  const worte: string[] = [];
  const gestrichen = new Set<number>();
  if (part === undefined || !archiv.namen.has(part.toLowerCase())) return { worte, gestrichen, farbig: false };
  let current = "";
  let inText = false;
  let inReading = false;
  let farbig = false;
  let satz: Satz = { gestrichen: false, hoch: false };
  const keep = () => {
    if (worte.length >= GRENZEN.zellen) throw new Unlesbar("zu_breit");
    const text = excelText(current);
    farbig ||= isFarblegende(text);
    worte.push(text);
  };
  await readXml(archiv.lies(part, GRENZEN.texte), {
    open: (name, attributes) => {
      if (name === "si") current = "";
      else if (name === "rPh") inReading = true;
      else if (name === "r") satz = { gestrichen: false, hoch: false };
      else if (name === "strike" && isOn(attributes)) {
        satz.gestrichen = true;
        gestrichen.add(worte.length);
      } else if (name === "vertAlign") satz.hoch = attribute(attributes, "val") === "superscript";
      else if (name === "t") inText = !inReading;
    },
    text: (piece) => {
      if (!inText) return;
      current += gesetzt(piece, satz);
      if (current.length > LONGEST_RAW) throw new Unlesbar("zu_lang");
    },
    close: (name) => {
      if (name === "si") {
        keep();
        satz = { gestrichen: false, hoch: false };
      } else if (name === "rPh") inReading = false;
      else if (name === "t") inText = false;
    },
  });
  return { worte, gestrichen, farbig };
}

/** `A1:C3` of an attribute as two addresses; one address alone is a range of itself. */
export function rangeOf(attributes: Readonly<Record<string, string>>): readonly [string, string] {
  const [from = "", to = from] = (attribute(attributes, "ref") ?? "").split(":");
  return [from, to];
}
