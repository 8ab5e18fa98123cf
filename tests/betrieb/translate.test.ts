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

/** A small clone: the translator as it is, two sources, the libraries. */
const HERE = resolve(import.meta.dirname, "../..");
let clone: string;
const libraries = () => join(clone, "node_modules");

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "kim-uebersetzt-"));
  mkdirSync(join(clone, "src"));
  for (const file of ["src/translate.ts", "package-lock.json"]) copyFileSync(join(HERE, file), join(clone, file));
  writeFileSync(join(clone, "package.json"), '{ "type": "module" }');
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

function run(word = "", env: NodeJS.ProcessEnv = {}) {
  const flags = ["--import", "./src/translate.ts", "src/sagt.ts", word];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: clone, encoding: "utf8", env });
  return { stdout: stdout.trim(), stderr };
}
const kept = () => readdirSync(join(clone, ".kim/uebersetzt")).filter((name) => name.endsWith(".js")).length;

test("a start translates what it needs, and the next one needs no translator", () => {
  expect(run()).toEqual({ stdout: "<p>eins</p>", stderr: "" });
  expect(kept()).toBe(2);
  expect(run("", { ESBUILD_BINARY_PATH: "/gibt/es/nicht" }).stdout).toBe("<p>eins</p>");
});

test("what was changed is translated anew, and an error names the line that was written", () => {
  say("zwei");
  expect(run().stdout).toBe("<p>zwei</p>");
  expect(kept()).toBe(3);
  expect(run("fehler").stderr).toContain("sagt.ts:5:");
});

test("where nothing can be kept it runs all the same", () => {
  rmSync(join(clone, ".kim"), { recursive: true });
  // A file where the folder should be: so nobody can write, root included.
  writeFileSync(join(clone, ".kim"), "");
  chmodSync(join(clone, ".kim"), 0o400);
  expect(run()).toEqual({ stdout: "<p>zwei</p>", stderr: "" });
});
