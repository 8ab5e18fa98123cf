import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ApartFailed, runApart } from "../apart.ts";
import { Refused } from "../form.ts";
import { TooManyWaiting, inTurn } from "../in-turn.ts";
import type { Upload } from "../upload.ts";
import { scan } from "./clamd.ts";
import { type Kind, isHeic, officeKind, startOf } from "./kind.ts";

/** Bytes that a document may have. */
export const MAX_FILE = 20 * 1024 * 1024;

/** A file that may be kept: what it is, and its bytes, of a picture those that were made anew. */
export type Checked = { readonly kind: Kind; readonly bytes: Buffer };

const LOOK = fileURLToPath(new URL("look-apart.ts", import.meta.url));
const HEAP_MIB = 192;
const DEADLINE_MS = 30_000;
/** As base64, and a picture made anew can be larger than what came. */
const MAX_ANSWER = 3 * MAX_FILE;

const NOT_TAKEN =
  "Diese Art von Datei wird nicht angenommen. Nehmen Sie ein PDF, ein Bild (JPEG, PNG, WebP) oder ein Word- oder OpenDocument-Dokument ohne Makros.";
const HEIC =
  "Das ist ein Foto im Format HEIC vom Telefon; das kann KIM nicht öffnen. Fotografieren Sie das Papier hier mit „Oder jetzt fotografieren“, oder stellen Sie am iPhone unter Einstellungen, Kamera, Formate „Maximale Kompatibilität“ ein.";
const BROKEN_PICTURE =
  "Das Bild lässt sich nicht öffnen; vielleicht ist es beschädigt oder sehr groß. Fotografieren oder scannen Sie es noch einmal.";
const BROKEN_PDF =
  "Das PDF ist nicht vollständig. Öffnen Sie es auf Ihrem Rechner, und speichern oder scannen Sie es neu.";
const BUSY = "Gerade werden viele Dateien geprüft. Versuchen Sie es in einer Minute noch einmal.";
const TOO_SLOW =
  "Die Datei ließ sich nicht prüfen. Speichern Sie sie kleiner oder als PDF, und versuchen Sie es noch einmal.";
const TOO_LARGE = "Das Bild ist zu groß, um es zu behalten. Verkleinern Sie es, oder speichern Sie es als JPEG.";

/** Decoders at the same time: each has the memory of a whole picture. */
const looking = inTurn(2, 20);

const Line = z.union([
  z.object({ piece: z.base64() }),
  z.object({ broken: z.literal(true) }),
  z.object({ parts: z.array(z.string()).nullable(), mimetype: z.string() }),
]);

/**
 * Looks at a file by what is in it, never by its name, and asks the virus scanner where there is one. Takes long: do it before the
 * transaction (`preparedUpload`).
 * @throws Refused (at `field`)
 */
export async function checkFile({ bytes }: Pick<Upload, "bytes">, field: string): Promise<Checked> {
  const start = startOf(bytes);
  if (start === undefined) throw new Refused(isHeic(bytes) ? HEIC : NOT_TAKEN, field);
  await scan(bytes, field);
  if (start === "pdf") return pdf(bytes, field);
  const said = await look(bytes, start, field);
  if (start !== "zip") {
    if (said.pieces.length === 0) throw new Refused(BROKEN_PICTURE, field);
    const made = Buffer.concat(said.pieces);
    if (made.length > MAX_FILE) throw new Refused(TOO_LARGE, field);
    return { kind: start, bytes: made };
  }
  const kind = officeKind(said.parts, said.mimetype);
  if (kind === undefined) throw new Refused(NOT_TAKEN, field);
  return { kind, bytes };
}

/** Kept as it is: it is served where nothing in it can do anything (send.ts). Cut off, it would be found out years later. */
function pdf(bytes: Buffer, field: string): Checked {
  if (!bytes.subarray(-2048).includes("%%EOF")) throw new Refused(BROKEN_PDF, field);
  return { kind: "pdf", bytes };
}

async function look(bytes: Buffer, head: string, field: string) {
  const pieces: Buffer[] = [];
  let parts: readonly string[] = [];
  let mimetype = "";
  const hear = (line: unknown) => {
    const said = Line.parse(line);
    if ("piece" in said) pieces.push(Buffer.from(said.piece, "base64"));
    if ("parts" in said) [parts, mimetype] = [said.parts ?? [], said.mimetype];
  };
  const work = { script: LOOK, head, bytes, native: true, maxAnswer: MAX_ANSWER } as const;
  try {
    await looking(() => runApart({ ...work, heapMiB: HEAP_MIB, deadlineMs: DEADLINE_MS }, hear));
  } catch (error) {
    if (error instanceof TooManyWaiting) throw new Refused(BUSY, field);
    if (error instanceof ApartFailed) throw new Refused(error.end === "crash" ? BROKEN_PICTURE : TOO_SLOW, field);
    throw error;
  }
  return { pieces, parts, mimetype };
}
