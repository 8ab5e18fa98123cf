/**
 * The program that reads one list in a process of its own: a line of JSON with the context and the number of bytes comes in,
 * then the bytes; lines of JSON go out. A file that fills the memory or takes forever ends this process and nothing else.
 */
import { writeSync } from "node:fs";
import type { Antwort } from "./antwort.ts";
import { Unlesbar } from "./leser/unlesbar.ts";
import { type Lesekontext, liesListe } from "./lies-liste.ts";

const STDOUT = 1;
const LINE_END = 10;
/** Rows of one line: small enough to be taken apart while others wait. */
const ROWS = 1000;
const PAUSE_MS = 250;

type Asked = { readonly kontext: Omit<Lesekontext, "fortschritt">; readonly bytes: Uint8Array };

/** What was asked. The file lies in memory once: the line before says how large it is. */
async function asked(): Promise<Asked> {
  let line = Buffer.alloc(0);
  let file: Buffer | undefined;
  let kontext: Asked["kontext"] | undefined;
  let at = 0;
  for await (const piece of process.stdin) {
    let rest: Buffer = Buffer.from(piece);
    if (file === undefined) {
      line = Buffer.concat([line, rest]);
      const end = line.indexOf(LINE_END);
      if (end === -1) continue;
      const { head, size } = JSON.parse(line.toString("utf8", 0, end));
      kontext = head;
      file = Buffer.alloc(size);
      rest = line.subarray(end + 1);
    }
    at += rest.copy(file, at);
  }
  if (kontext === undefined || file === undefined) throw new Error("Es kam keine Datei.");
  return { kontext, bytes: file };
}

/** Waits until the other side has taken it: answers that wait in memory would double the list. */
function tell(antwort: Antwort): void {
  const line = Buffer.from(`${JSON.stringify(antwort)}\n`);
  for (let at = 0; at < line.length;) at += written(line, at);
}

/** Bytes that the other side took; none where its hands are full. @throws when it is gone */
function written(line: Buffer, at: number): number {
  try {
    return writeSync(STDOUT, line, at);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

async function work(): Promise<void> {
  const { kontext, bytes } = await asked();
  let told = 0;
  const fortschritt = (gelesen: number, gesamt: number) => {
    if (performance.now() - told < PAUSE_MS) return;
    told = performance.now();
    tell({ art: "fortschritt", gelesen, gesamt });
  };
  const { zeilen, ...rest } = await liesListe(bytes, { ...kontext, fortschritt });
  const left = [...zeilen].toReversed();
  while (left.length > 0) tell({ art: "zeilen", zeilen: left.splice(-ROWS).toReversed() });
  tell({ art: "fertig", ergebnis: rest });
}

// Nobody hears the answer any more when whoever asked is gone.
const asker = process.ppid;
setInterval(() => process.ppid === asker || process.exit(1), 2000).unref();

try {
  await work();
} catch (error) {
  if (error instanceof Unlesbar) tell({ art: "unlesbar", grund: error.art, satz: error.message });
  // A text or array longer than the engine can hold.
  else if (error instanceof RangeError)
    tell({ art: "unlesbar", grund: "zu_schwer", satz: new Unlesbar("zu_schwer").message });
  else tell({ art: "fehler", stelle: stelleVon(error) });
}

/** Where in the code, without the message: it may quote the file. */
function stelleVon(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => /^\s+at /u.test(line)).join("\n");
}
