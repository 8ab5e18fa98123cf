import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { misuse } from "../command.ts";
import { HERE } from "./web.ts";

const git = (...words: string[]) => spawnSync("git", ["-C", HERE, ...words], { encoding: "utf8" });

/**
 * Another revision of this program, for as long as `work` takes, in a work tree of its own. It uses the libraries that are
 * installed here, and the database as the newer of the two has left it.
 */
export async function withRevision<R>(revision: string, work: (clone: string, name: string) => Promise<R>): Promise<R> {
  const name = git("rev-parse", "--short", "--verify", `${revision}^{commit}`).stdout.trim();
  if (name === "") throw misuse(`Eine Fassung „${revision}“ kennt dieser Klon nicht.`);
  const clone = join(mkdtempSync(join(tmpdir(), "kim-gegen-")), "klon");
  try {
    const made = git("worktree", "add", "--detach", clone, name);
    if (made.status !== 0) throw misuse(`Die Fassung ${name} lässt sich nicht auspacken: ${made.stderr.trim()}`);
    symlinkSync(join(HERE, "node_modules"), join(clone, "node_modules"));
    // Revisions before it were translated by a library that is not installed any more.
    if (!existsSync(join(clone, "src/translate.ts")))
      for (const file of ["src/translate.ts", "src/bundle.ts"]) copyFileSync(join(HERE, file), join(clone, file));
    return await work(clone, name);
  } finally {
    git("worktree", "remove", "--force", clone);
    rmSync(join(clone, ".."), { recursive: true, force: true });
  }
}
