import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

/** Addresses for the head of a page. They carry the hash of the content, so a browser keeps the files for good. */
export type AssetUrls = {
  readonly styles: readonly string[];
  /** What the daily pages do without: steps, progress, files, figures, charts. */
  readonly extra: string;
  readonly script: string;
  readonly icon: string;
  /** Folder of the pictures of the handbook. */
  readonly pictures: string;
};

export type Assets = {
  readonly urls: AssetUrls;
  /** The answer to a GET below `/statisch/`; 404 for what is not there (any more). */
  respond(path: string, acceptEncoding: string | undefined): Response;
};

type Stored = { readonly type: string; readonly plain: Buffer; readonly gzip?: Buffer; readonly brotli?: Buffer };

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** The weights that the product uses, of KERN's typeface. */
const WEIGHTS = { Regular: 400, Medium: 500, SemiBold: 600 } as const;

/** What the files of a weight hold (src/ui/fonts/README.md): a browser takes only those that a page has characters of. */
const RANGES = {
  latin: "U+20-7E,U+A0-FF,U+2013,U+2014,U+2018-201A,U+201C,U+201E,U+2022,U+2026,U+20AC,U+2192,U+2212",
  "latin-ext": "U+100-17F,U+1CD-1D4,U+218-21B,U+1E9E,U+1EA0-1EF9",
} as const;

const HERE = dirname(fileURLToPath(import.meta.url));
const OWN = join(HERE, "../ui/public");
const FONTS = join(HERE, "../ui/fonts");
const PICTURES = join(HERE, "../../docs/bilder");
const KERN = join(dirname(fileURLToPath(import.meta.resolve("@kern-ux/native/package.json"))), "dist");

/**
 * Reads, packs and compresses all static files, about 0.3 s. Files that refer to each other share one folder named after the hash
 * of them all: fonts with their stylesheet, KERN, our own stylesheet and script.
 */
export function readAssets(): Assets {
  const stored = new Map<string, Stored>();
  const kern = store(
    stored,
    new Map([["kern.css", Buffer.from(onPaper(readFileSync(join(KERN, "kern.min.css"), "utf8")))]]),
  );
  const fonts = store(stored, readFonts());
  const own = store(stored, readOwn());
  const pictures = new Map(readdirSync(PICTURES).map((name) => [name, readFileSync(join(PICTURES, name))]));
  return {
    urls: {
      styles: [`${kern}/kern.css`, `${fonts}/fira-sans.css`, `${own}/app.css`],
      extra: `${own}/extra.css`,
      script: `${own}/kim.js`,
      icon: `${own}/kim.svg`,
      pictures: store(stored, pictures),
    },
    respond: (path, acceptEncoding) => respond(stored.get(path), acceptEncoding ?? ""),
  };
}

let loaded: Assets | undefined;

/** The files of this process, read once. */
export const assets = (): Assets => (loaded ??= readAssets());

function readFonts(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let css = "";
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    for (const [part, range] of Object.entries(RANGES)) {
      const file = `FiraSans-${name}.${part}.woff2`;
      files.set(file, readFileSync(join(FONTS, file)));
      css += `@font-face{font-family:"Fira Sans";src:url(${file}) format("woff2");font-weight:${weight};font-display:swap;unicode-range:${range}}\n`;
    }
  }
  return files.set("fira-sans.css", Buffer.from(css));
}

/** Paper is white: the dark colours are those of a screen, and what is printed has the light ones whatever the screen has. */
const onPaper = (css: string): string =>
  css
    .replaceAll("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)")
    .replaceAll("@media (prefers-color-scheme: light)", "@media print,(prefers-color-scheme: light)");

/** Our stylesheets and scripts, each packed into one file. */
function readOwn(): Map<string, Buffer> {
  const { outputFiles } = buildSync({
    entryPoints: [
      "app.css",
      "extra.css",
      "calendar.css",
      "combobox.css",
      "kim.js",
      "calendar.js",
      "combobox.js",
      "count.js",
      "sign.js",
      "cover.js",
      "part.js",
      "watch.js",
    ].map((name) => join(OWN, name)),
    outdir: OWN,
    // Files of their own, fetched from beside the script when they are needed; they use its modules.
    external: [
      "./calendar.js",
      "./combobox.js",
      "./count.js",
      "./cover.js",
      "./part.js",
      "./sign.js",
      "./watch.js",
      "./kim.js",
    ],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
  const files = new Map(
    outputFiles.map(({ path, text }) => [
      basename(path),
      Buffer.from(extname(path) === ".css" ? gatherMedia(text) : text),
    ]),
  );
  return files.set("kim.svg", readFileSync(join(OWN, "kim.svg")));
}

const MEDIA = /@media([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\}/g;

/**
 * Each media query once, at the end, the widest screen first. So a component keeps its narrow form beside it, no rule of a
 * later component takes that form back, and the sheet is smaller. For minified CSS, whose media queries hold plain rules.
 */
export function gatherMedia(css: string): string {
  const gathered = new Map<string, string>();
  const always = css.replaceAll(MEDIA, (_, query: string, rules: string) => {
    gathered.set(query, (gathered.get(query) ?? "") + rules);
    return "";
  });
  const width = (query: string) => Number(/max-width:([\d.]+)rem/.exec(query)?.[1] ?? 0);
  const queries = [...gathered].toSorted(([a], [b]) => width(b) - width(a));
  // The packer leaves the space before a value of a custom property; it is part of none.
  return (
    always.trimEnd().replaceAll(/(--[\w-]+): /g, "$1:") +
    queries.map(([query, rules]) => `@media${query}{${rules}}`).join("")
  );
}

function store(stored: Map<string, Stored>, files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const [name, content] of files) hash.update(name).update(content);
  const folder = `/statisch/${hash.digest("base64url").slice(0, 10)}`;
  for (const [name, plain] of files) {
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    stored.set(`${folder}/${name}`, { type, plain, ...(PACKED.has(type) ? {} : compress(plain)) });
  }
  return folder;
}

/** Compressed by themselves. */
const PACKED = new Set(["font/woff2", "image/png"]);

/** Level 10 of brotli: a third smaller than 9 for KERN, and a third of the time that 11 takes. */
const compress = (plain: Buffer) => ({
  gzip: gzipSync(plain, { level: 9 }),
  brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
});

function respond(file: Stored | undefined, accept: string): Response {
  if (file === undefined) return new Response("Nicht gefunden", { status: 404 });
  const coding =
    file.brotli && /\bbr\b/.test(accept) ? "br" : file.gzip && /\bgzip\b/.test(accept) ? "gzip" : undefined;
  const body = (coding === "br" ? file.brotli : coding === "gzip" ? file.gzip : undefined) ?? file.plain;
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": file.type,
      "content-length": String(body.length),
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
      ...(coding === undefined ? {} : { "content-encoding": coding }),
    },
  });
}
