import type { Changed, Objekte } from "./update.ts";

/**
 * Typst marks the head of a table, but has no word yet for the first cell of a row, which names it. This adds the word: the first
 * cell of each row becomes a head of that row, and the other cells refer to it.
 */

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

/** A head for each row of the tables of a file. */
export function rowHeads(objekte: Objekte): Changed {
  const rows = rowsIn(objekte);
  const root = [...objekte].find(([, body]) => body.includes("/Type /StructTreeRoot"));
  if (rows.length === 0 || root === undefined) return [];
  const names = rows.map(([name, [first = 0]]) => [name, first] as const);
  const changed = rows.flatMap(([name, kids]) => rowOf(objekte, kids, name));
  return [...changed, [root[0], withNames(root[1], names)]];
}
