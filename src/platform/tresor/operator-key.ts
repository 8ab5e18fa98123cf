import { chmod, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { keyOf, newKey, type OperatorKey } from "../tresor.ts";

export type OperatorKeyReason = "fehlt" | "vorhanden" | "offen" | "form" | "schreiben";

/** The operator's key file is not as it must be. The message is one German sentence that says what to do. */
export class OperatorKeyError extends Error {
  override readonly name = "OperatorKeyError";
  readonly reason: OperatorKeyReason;
  constructor(reason: OperatorKeyReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** One line of text, so that it can be printed and locked away: prefix, version of the key, 32 bytes. */
const LINE = /^kim-betreiberschluessel:([1-9]\d{0,8}):([A-Za-z0-9_-]{43})\n?$/;
const OWNER_READS = 0o400;
const ANYONE_ELSE = 0o077;

/**
 * Makes the operator's key and its file (0400, synced to disk with its folder). Whoever has this file and the database
 * reads everything; without it nothing can be read any more, by nobody.
 * @throws OperatorKeyError `vorhanden`: an existing key is never overwritten. `schreiben`: the folder does not allow it.
 */
export async function createOperatorKey(path: string): Promise<OperatorKey> {
  const key = newKey("betreiber", 1);
  const file = await open(path, "wx", OWNER_READS).catch((error: unknown) => {
    throw codeOf(error) === "EEXIST"
      ? new OperatorKeyError(
          "vorhanden",
          `Unter ${path} liegt schon ein Betreiberschlüssel; er wird nie überschrieben.`,
        )
      : new OperatorKeyError(
          "schreiben",
          `${path} lässt sich nicht anlegen. Prüfen Sie, ob es den Ordner gibt und ob KIM dort schreiben darf.`,
        );
  });
  try {
    await file.writeFile(`kim-betreiberschluessel:${key.version}:${key.material.export().toString("base64url")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path, OWNER_READS);
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
  return key;
}

/**
 * Reads the operator's key.
 * @throws OperatorKeyError `fehlt`, `offen` (group or others may read or write the file), `form` (too short, not a key).
 */
export async function readOperatorKey(path: string): Promise<OperatorKey> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    throw new OperatorKeyError(
      "fehlt",
      `Der Betreiberschlüssel fehlt unter ${path}. Legen Sie die gesicherte Schlüsseldatei dorthin oder nennen Sie mit KIM_SCHLUESSEL ihren Ort.`,
    );
  }
  if ((found.mode & ANYONE_ELSE) !== 0) {
    throw new OperatorKeyError(
      "offen",
      `Andere Nutzer dieses Rechners können den Betreiberschlüssel lesen oder ändern. Führen Sie „chmod 400 ${path}“ aus.`,
    );
  }
  const text = await readFile(path, "utf8").catch(() => {
    throw new OperatorKeyError(
      "offen",
      `Der Betreiberschlüssel unter ${path} gehört einem anderen Nutzer. Geben Sie ihn dem Nutzer, unter dem KIM läuft (chown).`,
    );
  });
  const [, version, encoded] = LINE.exec(text) ?? [];
  if (version === undefined || encoded === undefined) {
    throw new OperatorKeyError(
      "form",
      `In ${path} steht kein vollständiger Betreiberschlüssel. Spielen Sie die gesicherte Schlüsseldatei zurück.`,
    );
  }
  return keyOf("betreiber", Number(version), Buffer.from(encoded, "base64url"));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

let inUse: OperatorKey | undefined;

/** Gives this process its operator's key, once at the start. */
export function startTresor(key: OperatorKey): void {
  if (inUse !== undefined) throw new Error("Der Tresor ist schon geöffnet.");
  inUse = key;
}

/** Forgets the operator's key. */
export function stopTresor(): void {
  inUse = undefined;
}

/** The operator's key of this process. Throws when the tresor was not started: there is no substitute key. */
export function operatorKey(): OperatorKey {
  if (inUse === undefined) throw new Error("Der Tresor ist nicht geöffnet.");
  return inUse;
}
