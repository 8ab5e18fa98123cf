import { systemActor } from "../platform/actor.ts";
import { readAs } from "../platform/db.ts";
import { NO_KREIS } from "../platform/token.ts";
import { withDoors } from "./doors.ts";
import type { Installation } from "./installation.ts";

/**
 * The one-time link by which an empty installation is set up; undefined when it has a Kreis already. Every start of an
 * empty installation makes a new one, and the one before ends.
 */
export async function setupLink(installation: Installation, adresse: string): Promise<string | undefined> {
  return withDoors(installation, async () => {
    const kreis = await readAs(systemActor(NO_KREIS), (tx) =>
      tx.selectFrom("betrieb.mandant").select("kreis").limit(1).executeTakeFirst(),
    );
    if (kreis !== undefined) return undefined;
    const { createSetupLink } = await import("../domains/zugang/index.ts");
    return createSetupLink(adresse);
  });
}
