import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { newRecipientKey } from "../../../platform/tresor/recipient.ts";
import { circlePlace } from "../queries/sealed.ts";

/**
 * The public half of the key of recipients. The first copy for them makes their key; whoever gives it never reads the other half.
 */
export async function recipientKey(
  tx: Tx,
  actor: Actor,
  traegerId: string,
  art: "abh" | "ebh" | "traeger",
): Promise<Buffer> {
  const row = { kreis: actor.kreis, id: randomUUID() };
  const found = await stored(tx, traegerId, art);
  if (found !== undefined) return found;
  const { oeffentlich, verpackt } = newRecipientKey(circlePlace(row));
  const of = { ...row, traeger_id: traegerId, art };
  const made = await tx
    .insertInto("kim.empfaenger")
    .values({ ...of, oeffentlich: oeffentlich.toString("base64url") })
    .onConflict((c) => c.columns(["kreis", "traeger_id", "art"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) {
    await tx
      .insertInto("tresor.empfaenger_schluessel")
      .values({ ...of, verpackt })
      .execute();
    return oeffentlich;
  }
  // Somebody else made it at the same instant.
  const theirs = await stored(tx, traegerId, art);
  if (theirs === undefined) throw new Error("Der Schlüssel der Empfänger fehlt.");
  return theirs;
}

async function stored(tx: Tx, traegerId: string, art: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("kim.empfaenger")
    .select("oeffentlich")
    .where("traeger_id", "=", traegerId)
    .where("art", "=", art)
    .executeTakeFirst();
  return row === undefined ? undefined : Buffer.from(row.oeffentlich, "base64url");
}
