/**
 * Typst marks the head of a table, but has no word yet for the first cell of a row, which names it. This adds the word: an
 * incremental update of the file (ISO 32000-1, 7.5.6) in which the first cell of each row is a head of that row, and the other
 * cells refer to it. Read and written are files of this very compiler: uncompressed objects, one table of references.
 */

type Objekte = Map<number, string>;

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;

const objekteIn = (source: string): Objekte =>
  new Map([...source.matchAll(OBJECT)].map(([, id = "", body = ""]) => [Number(id), body]));

const kidsOf = (body: string): number[] =>
  [...(/\/K \[([^\]]*)\]/.exec(body)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => Number(id));

/** The head of a row and the cells that refer to it, as they are to be. @param name of the head, unique in the file */
function rowOf(objekte: Objekte, [first = 0, ...others]: readonly number[], name: string): [number, string][] {
  const head = (objekte.get(first) ?? "")
    .replace("/S /TD", "/S /TH")
    .replace(/(\/P \d+ 0 R)/, `$1\n  /ID (${name})`)
    .replace("/O /Table", "/O /Table\n    /Scope /Row");
  const cells = others.map((id): [number, string] => [
    id,
    (objekte.get(id) ?? "").replace(/\/Headers \[([^\]]*)\]/, `/Headers [$1 (${name})]`),
  ]);
  return [[first, head], ...cells];
}

/** Every row that begins with a cell of data, by the name that its head gets. */
function rowsIn(objekte: Objekte): [string, readonly number[]][] {
  return [...objekte].flatMap(([id, body]): [string, readonly number[]][] => {
    if (!body.includes("/S /TR\n")) return [];
    const kids = kidsOf(body);
    const first = objekte.get(kids[0] ?? 0) ?? "";
    return first.includes("/S /TD\n") && first.includes("/O /Table") ? [[`R${id}`, kids]] : [];
  });
}

/** The index of all heads, with those of the rows. Names are in the order of their bytes. */
function withNames(root: string, names: readonly (readonly [string, number])[]): string {
  return root.replace(/\/Names \[([^\]]*)\]/, (_, before: string) => {
    const old = [...before.matchAll(/\(([^)]*)\) (\d+) 0 R/g)].map(
      ([, name = "", id = ""]) => [name, Number(id)] as const,
    );
    const all = [...old, ...names].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `/Names [${all.map(([name, id]) => `(${name}) ${id} 0 R`).join(" ")}]`;
  });
}

/** The changed objects behind the file, with a table of references to them and to the one before. */
function updated(source: string, changed: readonly (readonly [number, string])[]): string {
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

/** The file with a head for each row of its tables. */
export function mitZeilenkoepfen(pdf: Buffer): Buffer {
  const source = pdf.toString("latin1");
  const objekte = objekteIn(source);
  const rows = rowsIn(objekte);
  const root = [...objekte].find(([, body]) => body.includes("/Type /StructTreeRoot"));
  if (rows.length === 0 || root === undefined) return pdf;
  const names = rows.map(([name, [first = 0]]) => [name, first] as const);
  const changed = rows.flatMap(([name, kids]) => rowOf(objekte, kids, name));
  return Buffer.from(updated(source, [...changed, [root[0], withNames(root[1], names)]]), "latin1");
}
