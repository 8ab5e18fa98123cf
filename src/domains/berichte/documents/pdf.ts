import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles } from "./schriften.ts";
import { mitZeilenkoepfen } from "./pdf-zeilenkoepfe.ts";
import type { Papier } from "../model/papier.ts";

const TEMPLATE = new URL("halbjahr.typ", import.meta.url);

/** Sans first; what it has no letter for comes from the font that Typst brings along. */
const FONTS = ["Fira Sans", "Libertinus Serif"];

type Ready = { readonly compiler: NodeCompiler; readonly template: string };
let ready: Ready | undefined;

/** Reading the fonts takes longer than a paper: once per process. */
const started = (): Ready =>
  (ready ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles() }] }),
    template: readFileSync(TEMPLATE, "utf8"),
  });

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
 * The paper as tagged PDF/UA-1. The same paper makes the same bytes: its date is that of its figures, not of the making.
 * Whatever is in it reaches Typst as data, so text is never read as markup or code.
 * @throws NichtSetzbar
 * @throws Error when Typst refuses for another reason, with what it said
 */
export function pdfOf(papier: Papier): Buffer {
  const { compiler, template } = started();
  const daten = {
    ...papier,
    entwurf: papier.nummer === undefined,
    berichtigung: papier.berichtigung ?? null,
    schriften: FONTS,
    kurztitel: papier.titel,
    fuss: [
      papier.nummer === undefined ? "Entwurf" : `Bericht ${papier.nummer}`,
      `Datenstand ${papier.datenstand}`,
    ].join(" · "),
  };
  const result = compiler.compile({ mainFileContent: template, inputs: { daten: JSON.stringify(daten) } });
  const document = result.result;
  if (document === null || result.hasError()) {
    const said = result.takeDiagnostics();
    throw new Error(`Typst: ${said === null ? "" : JSON.stringify(compiler.fetchDiagnostics(said))}`);
  }
  try {
    return mitZeilenkoepfen(compiler.pdf(document, { pdfStandard: "ua-1" }));
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const zeichen = [...said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((m) => m[1] ?? "");
    throw zeichen.length === 0 ? error : new NichtSetzbar([...new Set(zeichen)]);
  } finally {
    compiler.evictCache(10);
  }
}
