import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

/** What a bundle was made of: each source with the hash of its text. */
type Made = { readonly file: string; readonly sources: Readonly<Record<string, string>> };

/** So many bundles stay: one that still runs, of an earlier version, finds what it loads later. */
const KEPT = 12;

const hashOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("base64url");
};

/**
 * A program of this clone with all its sources as one file, kept in `folder`; undefined where nothing can be kept. Two thousand
 * files, each found, read and linked by itself, cost a start several times what the program does. A bundle counts as long as every
 * source of it is what it was, and `how` it was made: nothing can be forgotten or be out of date.
 */
export async function bundle(
  main: string,
  clone: string,
  folder: string,
  how: Uint8Array,
): Promise<string | undefined> {
  const named = join(folder, `programm-${hashOf(how, main)}.json`);
  const kept = isCurrent(named, clone);
  if (kept !== undefined) return kept;
  try {
    mkdirSync(folder, { recursive: true });
    return await make(main, clone, folder, named);
  } catch {
    // Not ours to write, or a source that does not fit: file by file it runs all the same, or says what is wrong.
    return undefined;
  }
}

function isCurrent(named: string, clone: string): string | undefined {
  try {
    const { file, sources }: Made = JSON.parse(readFileSync(named, "utf8"));
    for (const [path, hash] of Object.entries(sources))
      if (hashOf(readFileSync(join(clone, path))) !== hash) return undefined;
    statSync(file);
    return file;
  } catch {
    return undefined;
  }
}

async function make(main: string, clone: string, folder: string, named: string): Promise<string> {
  // Loaded only where something is to be made.
  const { build } = await import("esbuild");
  const sources: Record<string, string> = {};
  const { outputFiles } = await build({
    absWorkingDir: clone,
    entryPoints: [main],
    outfile: join(folder, "programm.js"),
    bundle: true,
    write: false,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "#jsx",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent",
    plugins: [
      {
        name: "where each source lies",
        setup: (making) =>
          making.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
            const source = readFileSync(path, "utf8");
            sources[relative(clone, path)] = hashOf(source);
            return { contents: inPlace(source, path), loader: path.endsWith("x") ? "tsx" : "ts" };
          }),
      },
    ],
  });
  const id = hashOf(JSON.stringify(sources), main).slice(0, 20);
  const file = join(folder, `programm-${id}.js`);
  for (const { path, text } of outputFiles) {
    const isMap = path.endsWith(".map");
    write(isMap ? `${file}.map` : file, isMap ? text : text.replace("programm.js.map", `programm-${id}.js.map`));
  }
  write(named, JSON.stringify({ file, sources } satisfies Made));
  forgetOld(folder);
  return file;
}

/** What a source says of its own place stays true where it stands beside all others. */
const inPlace = (source: string, path: string): string =>
  source.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, what) =>
    JSON.stringify(what === "url" ? pathToFileURL(path).href : what === "dirname" ? dirname(path) : path),
  );

/** Whoever reads it meanwhile sees all of it or nothing. */
function write(place: string, text: string): void {
  const draft = `${place}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, place);
}

function forgetOld(folder: string): void {
  const bundles = readdirSync(folder).filter((name) => /^programm-.*\.js$/.test(name));
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  for (const name of bundles.toSorted((a, b) => age(b) - age(a)).slice(KEPT))
    for (const tail of ["", ".map"]) rmSync(join(folder, name + tail), { force: true });
}
