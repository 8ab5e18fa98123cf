import { docxOf, pdfOf } from "../../papier/index.ts";
import type { Papier } from "../model/konzeptpapier.ts";
import type { Format } from "../queries/fassungen.ts";

/** What a file of each form is called and how it is announced. */
export const DATEI = {
  pdf: { name: "PDF", type: "application/pdf" },
  docx: { name: "Word", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
} as const;

/** A concept as a file. @throws NichtSetzbar (pdf) */
export const dateiOf = async (papier: Papier, format: Format): Promise<Buffer> =>
  format === "pdf" ? pdfOf(papier) : docxOf(papier);

/** Which version a file is of; undefined: a draft. */
type Nummer = { readonly nummer?: string | number | undefined };

/** "handlungskonzept-fassung-2.pdf" */
export const dateiName = ({ nummer }: Nummer, format: Format): string =>
  `handlungskonzept-${nummer === undefined ? "entwurf" : `fassung-${nummer}`}.${format}`;

/** A file as it is answered. */
export const dateiAntwort = (bytes: Buffer, of: Nummer, format: Format): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": DATEI[format].type,
      "Content-Disposition": `attachment; filename="${dateiName(of, format)}"`,
    },
  });
