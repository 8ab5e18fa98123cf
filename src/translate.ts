import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.ts";

/**
 * Lets Node run the sources: a service as one file (bundle.ts), anything else file by file, each translated once. Both are kept in
 * the clone, by content, so that a start reads what the one before it made. Named with `--import`; Node itself strips the types of this file.
 *
 * Kept in the clone and not in /tmp, where another user of this machine could put their own in its place. Where the clone cannot
 * be written, the files are translated at each start.
 */
const CLONE = new URL("../", import.meta.url);
const KEPT = fileURLToPath(new URL(".kim/uebersetzt", CLONE));
const OURS = ["src/", "db/", "tests/"].map((folder) => new URL(folder, CLONE).href);
/** Beyond so many files those of earlier versions are in the way. */
const MOST = 5000;

// What V8 made of them, the libraries included.
enableCompileCache(join(KEPT, "v8"));

const require = createRequire(import.meta.url);

// What a translation depends on besides the text: this file says how, the lock file by what.
const how = createHash("sha256")
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(readFileSync(new URL("bundle.ts", import.meta.url)))
  .update(readFileSync(new URL("package-lock.json", CLONE)))
  .digest();

function translate(path: string, source: string): string {
  // Loaded only where something is to be translated.
  const { transformSync }: typeof import("esbuild") = require("esbuild");
  return transformSync(source, {
    loader: path.endsWith("x") ? "tsx" : "ts",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "#jsx",
    sourcemap: "inline",
    sourcesContent: false,
    sourcefile: path,
  }).code;
}

/** Whoever reads it meanwhile sees all of it or nothing. */
function keep(place: string, code: string): void {
  try {
    mkdirSync(KEPT, { recursive: true });
    if (readdirSync(KEPT).length > MOST) rmSync(KEPT, { recursive: true });
    mkdirSync(KEPT, { recursive: true });
    const draft = `${place}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, place);
  } catch {
    // Not ours to write: then it is translated again.
  }
}

function translated(path: string): string {
  const source = readFileSync(path, "utf8");
  const name = createHash("sha256").update(how).update(path).update(source).digest("base64url");
  const place = join(KEPT, `${name}.js`);
  try {
    return readFileSync(place, "utf8");
  } catch {
    const code = translate(path, source);
    keep(place, code);
    return code;
  }
}

// Those that load everything. A command loads only what it needs, which is less.
const SERVICES = ["src/server.ts", "src/worker.ts"].map((file) => fileURLToPath(new URL(file, CLONE)));

const [, main = ""] = process.argv;
const whole = SERVICES.includes(main) ? await bundle(main, fileURLToPath(CLONE), KEPT, how) : undefined;
const program = whole === undefined ? undefined : { at: pathToFileURL(main).href, file: pathToFileURL(whole).href };

registerHooks({
  load: (url, context, next) => {
    if (url === program?.at)
      return { format: "module", source: `import ${JSON.stringify(program.file)};`, shortCircuit: true };
    return /\.tsx?$/.test(url) && OURS.some((folder) => url.startsWith(folder))
      ? { format: "module", source: translated(fileURLToPath(url)), shortCircuit: true }
      : next(url, context);
  },
});
process.setSourceMapsEnabled(true);
