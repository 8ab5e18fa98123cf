import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { berichtJson } from "../model/json.ts";
import { docxOf, pdfOf } from "../../papier/index.ts";
import { fuelleWord } from "./word-vorlage.ts";
import type { Format } from "../queries/berichte.ts";

/** What a file of each form is called and how it is announced. */
export const DATEI = {
  pdf: { name: "PDF", type: "application/pdf" },
  docx: { name: "Word", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  json: { name: "JSON", type: "application/json; charset=utf-8" },
} as const;

type Make = (b: Halbjahresbericht, word: Buffer | undefined) => Buffer | Promise<Buffer>;

const MAKE: Readonly<Record<Format, Make>> = {
  pdf: (b) => pdfOf(papierOf(b)),
  docx: (b, word) => (word === undefined ? docxOf(papierOf(b)) : fuelleWord(word, b)),
  json: (b) => Buffer.from(`${JSON.stringify(berichtJson(b), null, 2)}\n`),
};

/**
 * A report as a file. @param word the Word file of the Kreis that is filled with it, if there is one
 * @throws NichtSetzbar (pdf), WordFehler (docx)
 */
export const dateiOf = async (b: Halbjahresbericht, format: Format, word?: Buffer): Promise<Buffer> =>
  MAKE[format](b, word);

/** "kim-bericht-2023-01-bis-2023-06-entwurf.pdf" */
export function dateiName(b: Pick<Halbjahresbericht, "nummer" | "grundlage">, format: Format): string {
  const { von, bis } = b.grundlage.kennzahlen.zeitraum;
  const which = b.nummer === undefined ? "entwurf" : `nr-${b.nummer.replace("/", "-")}`;
  return `kim-bericht-${von.slice(0, 7)}-bis-${bis.slice(0, 7)}-${which}.${format}`;
}
