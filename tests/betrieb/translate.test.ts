import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A small clone: the translator and what TSX becomes as they are, two sources, the libraries. */
const HERE = resolve(import.meta.dirname, "../..");
let clone: string;
const libraries = () => join(clone, "node_modules");

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "kim-uebersetzt-"));
  mkdirSync(join(clone, "src/jsx"), { recursive: true });
  for (const file of [
    "src/translate.ts",
    "src/bundle.ts",
    "src/jsx/jsx-runtime.ts",
    "package.json",
    "package-lock.json",
  ])
    copyFileSync(join(HERE, file), join(clone, file));
  symlinkSync(join(HERE, "node_modules"), libraries());
  writeFileSync(
    join(clone, "src/seite.tsx"),
    "export const Seite = (p: { readonly wort: string }) => <p>{p.wort}</p>;\n",
  );
  say("eins");
});
afterAll(() => rmSync(clone, { recursive: true }));

const say = (word: string) =>
  writeFileSync(
    join(clone, "src/sagt.ts"),
    `import { Seite } from "./seite.tsx";\ntype Wort = string;\nconst wort: Wort = "${word}";\n` +
      `if (process.argv[2] === "fehler")\n  throw new Error("hier");\nconsole.log(String(Seite({ wort })));\n`,
  );

function run(word = "", env: NodeJS.ProcessEnv = {}, program = "src/sagt.ts") {
  const flags = ["--import", "./src/translate.ts", program, word];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: clone, encoding: "utf8", env });
  return { stdout: stdout.trim(), stderr };
}
/** The web process of this clone; it says a word of a file beside a source in another folder. */
const SERVER = "src/server.ts";
const serve = () => run("", { ESBUILD_BINARY_PATH: translator }, SERVER);
let translator: string | undefined;
const bundles = () => readdirSync(join(clone, ".kim/uebersetzt")).filter((name) => /^programm-.*\.js$/.test(name));
const kept = () =>
  readdirSync(join(clone, ".kim/uebersetzt")).filter((name) => /^(?!programm-).*\.js$/.test(name)).length;

test("a start translates what it needs, and the next one needs no translator", () => {
  expect(run()).toEqual({ stdout: "<p>eins</p>", stderr: "" });
  expect(kept()).toBe(3);
  expect(run("", { ESBUILD_BINARY_PATH: "/gibt/es/nicht" }).stdout).toBe("<p>eins</p>");
});

test("what was changed is translated anew, and an error names the line that was written", () => {
  say("zwei");
  expect(run().stdout).toBe("<p>zwei</p>");
  expect(kept()).toBe(4);
  expect(run("fehler").stderr).toContain("sagt.ts:5:");
});

test("a service is one file, each source of which still knows its place; the next start needs no translator", () => {
  mkdirSync(join(clone, "src/raum"));
  writeFileSync(join(clone, "src/raum/wort.txt"), "drei");
  writeFileSync(
    join(clone, "src/raum/wort.ts"),
    'import { readFileSync } from "node:fs";\nexport const wort = readFileSync(new URL("wort.txt", import.meta.url), "utf8");\n',
  );
  writeFileSync(
    join(clone, SERVER),
    'import { Seite } from "./seite.tsx";\nimport { wort } from "./raum/wort.ts";\nconsole.log(String(Seite({ wort })));\n',
  );
  expect(serve()).toEqual({ stdout: "<p>drei</p>", stderr: "" });
  expect(bundles()).toHaveLength(1);
  translator = "/gibt/es/nicht";
  expect(serve().stdout).toBe("<p>drei</p>");
});

test("where any source of a service was changed it is made anew, and an error names the line that was written", () => {
  translator = undefined;
  writeFileSync(join(clone, "src/raum/wort.ts"), 'export const wort = "vier";\n\nif (wort) throw new Error("hier");\n');
  expect(serve().stderr).toContain("wort.ts:3:");
  writeFileSync(join(clone, "src/raum/wort.ts"), 'export const wort = "fünf";\n');
  expect(serve().stdout).toBe("<p>fünf</p>");
  expect(bundles()).toHaveLength(3);
});

test("where nothing can be kept it runs all the same", () => {
  rmSync(join(clone, ".kim"), { recursive: true });
  // A file where the folder should be: so nobody can write, root included.
  writeFileSync(join(clone, ".kim"), "");
  chmodSync(join(clone, ".kim"), 0o400);
  expect(run()).toEqual({ stdout: "<p>zwei</p>", stderr: "" });
  expect(serve()).toEqual({ stdout: "<p>fünf</p>", stderr: "" });
});
