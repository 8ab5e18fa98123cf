import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Files that import at run time what another exports; types leave no trace. Paths are those from the root of the clone. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export const readSource = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Every TypeScript file below a folder. */
export function sourceFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name))
    .map((e) => relative(ROOT, join(e.parentPath, e.name)));
}

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

const IMPORT =
  /^(?:import|export) (?<type>type )?(?<names>[^;"]*?)\s*from "(?<from>\.[^"]+)"|^import "(?<bare>\.[^"]+)"|import\("(?<lazy>\.[^"]+)"\)/gm;

const PACKAGE =
  /^(?:import|export) (?<type>type )?(?:(?<names>[^;"]*?)\s*from )?"(?<from>[^."][^"]*)"|import\("(?<lazy>[^."][^"]*)"\)/gm;

/** Names in braces that are all types are gone at run time as well. */
const onlyTypes = (names: string): boolean =>
  names.startsWith("{") &&
  names
    .slice(1, -1)
    .split(",")
    .map((name) => name.trim())
    .every((name) => name === "" || name.startsWith("type "));

export type Import = { readonly to: string; readonly typeOnly: boolean; readonly lazy: boolean };

/** What a file imports from this clone. */
export function importsOf(file: string): Import[] {
  return [...readSource(file).matchAll(IMPORT)].flatMap(({ groups = {} }) => {
    const { type, names = "", from, bare, lazy } = groups;
    const to = relative(ROOT, resolve(ROOT, file, "..", from ?? bare ?? lazy ?? ""));
    if (!existsSync(join(ROOT, to)) || !/\.tsx?$/.test(to)) return [];
    return [{ to, typeOnly: type !== undefined || onlyTypes(names.trim()), lazy: lazy !== undefined }];
  });
}

/** Whether a file loads a package of npm at run time; types leave no trace. */
export const importsPackage = (file: string, name: string): boolean =>
  [...readSource(file).matchAll(PACKAGE)].some(({ groups = {} }) => {
    const { type, names = "", from, lazy } = groups;
    return (from ?? lazy) === name && type === undefined && !onlyTypes(names.trim());
  });

/** The run-time imports of files; what is loaded only when it is needed counts as well. */
export const graphOf = (files: readonly string[]): Graph =>
  new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((one) => !one.typeOnly)
        .map((one) => one.to),
    ]),
  );

/** The way from a file to the first one that fits, through everything it loads; undefined where there is none. */
export function wayTo(graph: Graph, from: string, fits: (file: string) => boolean): string[] | undefined {
  const before = new Map<string, string>();
  const queue = [from];
  for (const file of queue) {
    if (file !== from && fits(file)) return pathTo(before, file);
    for (const next of graph.get(file) ?? []) {
      if (next === from || before.has(next)) continue;
      before.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(before: ReadonlyMap<string, string>, end: string): string[] {
  const path = [end];
  for (let file = before.get(end); file !== undefined; file = before.get(file)) path.unshift(file);
  return path;
}

/** Groups of nodes that reach one another; none in a graph without circles. */
export function circlesIn(graph: Graph): string[][] {
  const reached = new Map([...graph.keys()].map((node) => [node, reach(graph, node)]));
  const seen = new Set<string>();
  return [...graph.keys()].flatMap((node) => {
    if (seen.has(node) || reached.get(node)?.has(node) !== true) return [];
    const circle = [...(reached.get(node) ?? [])].filter((other) => reached.get(other)?.has(node) === true);
    for (const one of circle) seen.add(one);
    return [circle.toSorted()];
  });
}

/** Everything that a node leads to; itself only through a circle. */
export function reach(graph: Graph, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...(graph.get(from) ?? [])];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    queue.push(...(graph.get(node) ?? []));
  }
  return found;
}
