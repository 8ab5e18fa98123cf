import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { readMarks, setMark } from "../platform/installation-marks.ts";
import type { SystemUser } from "../platform/privileges.ts";
import { own } from "../platform/postgres/initialise.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { keyedHash } from "../platform/tresor/hash.ts";
import { createOperatorKey, readOperatorKey, startTresor } from "../platform/tresor/operator-key.ts";

const MARK = "betreiberschluessel";

/**
 * Refuses data whose key is not here, before anything is changed: on a server of one's own another KIM may be running with
 * them. `adminUrl` names the database.
 * @throws OperatorKeyError
 */
export async function refuseLostKey(path: string, adminUrl: string): Promise<void> {
  if (!existsSync(path) && (await readMarks(adminUrl))[MARK] !== undefined) await readOperatorKey(path);
}

/**
 * Opens the tresor with the operator's key and makes sure that it is the one these data were sealed with. Only an
 * installation that never had a key gets a new one.
 * @throws OperatorKeyError when the key is missing, damaged or open to others
 * @throws StartRefused when it belongs to other data
 */
export async function openTresor(path: string, ownerUrl: string, user: SystemUser | undefined): Promise<void> {
  const known = (await readMarks(ownerUrl))[MARK];
  if (known === undefined && !existsSync(path)) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await createOperatorKey(path);
    own(user, path);
  }
  startTresor(await readOperatorKey(path));
  const print = keyedHash("installation", MARK).toString("base64url");
  if (known === undefined) await setMark(ownerUrl, MARK, print);
  else if (known !== print) {
    throw new StartRefused(
      `Der Betreiberschlüssel unter ${path} gehört zu anderen Daten; mit ihm ist hier nichts lesbar.` +
        " Legen Sie die zugehörige Schlüsseldatei dorthin oder nennen Sie mit KIM_SCHLUESSEL ihren Ort.",
    );
  }
}
