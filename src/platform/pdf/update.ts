/**
 * Mending a file that Typst wrote, as an incremental update (ISO 32000-1, 7.5.6): the file stays as it is, and changed objects follow
 * it. Read and written are files of this very compiler: uncompressed objects, one table of references.
 */

export type Objekte = Map<number, string>;
/** Objects as they are to be, by their numbers. */
export type Changed = readonly (readonly [number, string])[];

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;

const objekteIn = (source: string): Objekte =>
  new Map([...source.matchAll(OBJECT)].map(([, id = "", body = ""]) => [Number(id), body]));

/** The changed objects behind the file, with a table of references to them and to the one before. */
function updated(source: string, changed: Changed): string {
  let out = source.endsWith("\n") ? source : `${source}\n`;
  const offsets = changed
    .toSorted(([a], [b]) => a - b)
    .map(([id, body]) => {
      const at = out.length;
      out += `${id} 0 obj\n${body}\nendobj\n`;
      return `${id} 1\n${String(at).padStart(10, "0")} 00000 n \n`;
    });
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref\n(\d+)/.exec(source);
  if (trailer === null) throw new Error("The file has no table of references.");
  const [, entries = "", before = ""] = trailer;
  return `${out}xref\n${offsets.join("")}trailer\n<<${entries.trimEnd()}\n  /Prev ${before}\n>>\nstartxref\n${out.length}\n%%EOF\n`;
}

/** The file with what each of these changes, one after the other; a later one sees what an earlier one did. */
export function mended(pdf: Buffer, mends: readonly ((objekte: Objekte) => Changed)[]): Buffer {
  const source = pdf.toString("latin1");
  const objekte = objekteIn(source);
  const changed = new Map<number, string>();
  for (const mend of mends) {
    for (const [id, body] of mend(objekte)) {
      objekte.set(id, body);
      changed.set(id, body);
    }
  }
  return changed.size === 0 ? pdf : Buffer.from(updated(source, [...changed]), "latin1");
}
