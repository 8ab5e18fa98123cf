import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ApartFailed, runApart } from "../../../platform/apart.ts";
import { Refused } from "../../../platform/form.ts";
import { TooManyWaiting, inTurn } from "../../../platform/in-turn.ts";
import { Stueck } from "../model/word.ts";

/** Bytes of a Word file. */
export const MAX_WORD = 20 * 1024 * 1024;

const LIES = fileURLToPath(new URL("word-nebenan.ts", import.meta.url));
const HEAP_MIB = 256;
const DEADLINE_MS = 30_000;
const MAX_ANSWER = 8 * 1024 * 1024;

const UNREADABLE =
  "Diese Datei lässt sich nicht als Word-Datei lesen. Öffnen Sie sie in Word und speichern Sie sie neu als .docx.";
const TOO_HEAVY = "Diese Datei ist zu groß zum Lesen. Nehmen Sie Bilder heraus, oder teilen Sie sie auf.";
const BUSY = "Gerade werden mehrere Dateien gelesen. Versuchen Sie es in einer Minute noch einmal.";
const EMPTY = "In dieser Datei steht kein Text.";

const Line = z.union([Stueck, z.object({ unlesbar: z.literal(true) })]);

/** One file at a time: each may fill what one may. */
const turn = inTurn(1, 5);

/**
 * What a Word file says, read in a process of its own: whatever it does to its reader, this process goes on. Takes long: do it before
 * the transaction (`preparedUpload`).
 * @throws Refused (field `datei`)
 */
export async function liesWord(bytes: Uint8Array): Promise<Stueck[]> {
  const found: Stueck[] = [];
  let readable = true;
  const hear = (line: unknown) => {
    const said = Line.parse(line);
    if ("unlesbar" in said) readable = false;
    else found.push(said);
  };
  const work = { script: LIES, head: "docx", bytes, heapMiB: HEAP_MIB, deadlineMs: DEADLINE_MS, maxAnswer: MAX_ANSWER };
  try {
    await turn(() => runApart(work, hear));
  } catch (error) {
    if (error instanceof TooManyWaiting) throw new Refused(BUSY, "datei");
    if (error instanceof ApartFailed) throw new Refused(error.end === "crash" ? UNREADABLE : TOO_HEAVY, "datei");
    throw error;
  }
  if (!readable) throw new Refused(UNREADABLE, "datei");
  if (found.length === 0) throw new Refused(EMPTY, "datei");
  return found;
}
