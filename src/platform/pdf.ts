import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles } from "./pdf/fonts.ts";
import { readingOrder } from "./pdf/reading-order.ts";
import { rowHeads } from "./pdf/row-heads.ts";
import { mended } from "./pdf/update.ts";

/** Sans first; what it has no letter for comes from the others, last from the font that Typst brings along, and from no other. */
export const FONTS: readonly string[] = ["Fira Sans", "Vazirmatn", "Libertinus Serif"];
const FONTS_RTL: readonly string[] = ["Vazirmatn", "Fira Sans", "Libertinus Serif"];
/** From right to left the other way round: a line in one font is one piece, and is read in one piece. */
export const fontsFor = (dir: "ltr" | "rtl"): readonly string[] => (dir === "rtl" ? FONTS_RTL : FONTS);

let ready: NodeCompiler | undefined;

/** Reading the fonts takes longer than a paper: once per process. */
const started = (): NodeCompiler => (ready ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles() }] }));

const templates = new Map<string, string>();

/**
 * The compiler also knows the fonts of the machine. Letters from those would make another file on another machine, and
 * hide there that a paper needs a character which ours do not have.
 */
const OWN_FONTS_ONLY = "#set text(fallback: false);";

function templateAt(url: URL): string {
  const known = templates.get(url.href) ?? OWN_FONTS_ONLY + readFileSync(url, "utf8");
  templates.set(url.href, known);
  return known;
}

/** Characters that no font has a picture of: a file that is readable for everybody must not contain them. */
export class NichtSetzbar extends Error {
  override readonly name = "NichtSetzbar";
  readonly zeichen: readonly string[];
  constructor(zeichen: readonly string[]) {
    super(`Diese Zeichen lassen sich im PDF nicht setzen: ${zeichen.join(" ")}`);
    this.zeichen = zeichen;
  }
}

/**
 * A Typst template filled with data, as tagged PDF/UA-1. Whatever is in the data reaches Typst as data (`json(bytes(sys.inputs.daten))`),
 * so text is never read as markup or code.
 * @throws NichtSetzbar
 * @throws Error when Typst refuses for another reason, with what it said
 */
export function typeset(template: URL, daten: unknown): Buffer {
  const compiler = started();
  const result = compiler.compile({
    mainFileContent: templateAt(template),
    inputs: { daten: JSON.stringify(daten) },
  });
  const document = result.result;
  if (document === null || result.hasError()) {
    const said = result.takeDiagnostics();
    throw new Error(`Typst: ${said === null ? "" : JSON.stringify(compiler.fetchDiagnostics(said))}`);
  }
  try {
    return mended(compiler.pdf(document, { pdfStandard: "ua-1" }), [readingOrder, rowHeads]);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const zeichen = [...said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((m) => m[1] ?? "");
    throw zeichen.length === 0 ? error : new NichtSetzbar([...new Set(zeichen)]);
  } finally {
    compiler.evictCache(10);
  }
}
