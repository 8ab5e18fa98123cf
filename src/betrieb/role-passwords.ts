import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DataFolder } from "../platform/postgres/data-folder.ts";
import { makeFolder, writeSecret } from "../platform/postgres/initialise.ts";
import { StartRefused } from "../platform/start-refused.ts";

const schema = z.object({ kim_owner: z.string().min(32), kim_web: z.string().min(32), kim_worker: z.string().min(32) });

/** Passwords of the database's three roles. */
export type RolePasswords = z.infer<typeof schema>;

const fresh = (): string => randomBytes(32).toString("base64url");

/**
 * The passwords of the three roles, from a file that only KIM reads; made when missing, as the migration sets them anew.
 * @throws StartRefused when the file is damaged
 */
export function rolePasswords(folder: DataFolder): RolePasswords {
  const path = join(folder.path, "schluessel", "rollen.json");
  if (!existsSync(path)) {
    makeFolder(folder.user, join(folder.path, "schluessel"));
    const passwords = { kim_owner: fresh(), kim_web: fresh(), kim_worker: fresh() };
    writeSecret(folder.user, path, `${JSON.stringify(passwords)}\n`);
    return passwords;
  }
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new StartRefused(
      `Die Datei ${path} ist beschädigt. Löschen Sie sie; KIM legt sie beim nächsten Start neu an.`,
    );
  }
}
