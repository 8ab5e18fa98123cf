import { systemActor } from "../../../platform/actor.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { NO_KREIS, newToken, tokenHash } from "../../../platform/token.ts";

const VALID_HOURS = 24;

/**
 * The one-time link by which an empty installation is set up, for 24 hours. An older one ends with it. Only its hash is
 * stored: what is printed now cannot be shown again. `origin` without a trailing slash.
 */
export async function createSetupLink(origin: string, at: Date = now()): Promise<string> {
  const token = newToken(NO_KREIS);
  const gueltig_bis = new Date(at.getTime() + VALID_HOURS * 3_600_000);
  await writeAs(systemActor(NO_KREIS), async (tx) => {
    await tx.updateTable("betrieb.einrichtung").set({ verbraucht: at }).where("verbraucht", "is", null).execute();
    await tx
      .insertInto("betrieb.einrichtung")
      .values({ token_hash: tokenHash(token), gueltig_bis })
      .execute();
  });
  return `${origin}/einrichten/${token}`;
}

/** Whether a set-up link can still be used; for showing its page. */
export async function setupTokenValid(token: string, at: Date = now()): Promise<boolean> {
  const found = await readAs(systemActor(NO_KREIS), (tx) =>
    tx
      .selectFrom("betrieb.einrichtung")
      .select("token_hash")
      .where("token_hash", "=", tokenHash(token))
      .where("verbraucht", "is", null)
      .where("gueltig_bis", ">", at)
      .executeTakeFirst(),
  );
  return found !== undefined;
}

/** Uses a set-up link up, in the transaction of the set-up: true for exactly one caller. */
export async function consumeSetupToken(tx: Tx, token: string, at: Date = now()): Promise<boolean> {
  const used = await tx
    .updateTable("betrieb.einrichtung")
    .set({ verbraucht: at })
    .where("token_hash", "=", tokenHash(token))
    .where("verbraucht", "is", null)
    .where("gueltig_bis", ">", at)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}
