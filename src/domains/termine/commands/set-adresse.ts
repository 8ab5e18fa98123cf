import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { newToken, tokenHash } from "../../../platform/token.ts";

/** Takes the secret address of one's calendar back: it answers nobody any more. */
export async function revokeAdresse(tx: Tx, actor: Actor): Promise<void> {
  await tx.deleteFrom("kim.kalender_adresse").where("konto_id", "=", actor.kontoId).execute();
  const gegenstand = { art: "kalender", id: actor.kontoId };
  await recordEvent(tx, actor, { art: "kalender.adresse_geloescht", gegenstand });
}

/** Makes a secret address for one's calendar; one that there was ends. Returns the token, which is stored nowhere. */
export async function makeAdresse(tx: Tx, actor: Actor): Promise<string> {
  await tx.deleteFrom("kim.kalender_adresse").where("konto_id", "=", actor.kontoId).execute();
  const token = newToken(actor.kreis);
  await tx
    .insertInto("kim.kalender_adresse")
    .values({ kreis: actor.kreis, id: randomUUID(), konto_id: actor.kontoId, token_hash: tokenHash(token) })
    .execute();
  const gegenstand = { art: "kalender", id: actor.kontoId };
  await recordEvent(tx, actor, { art: "kalender.adresse_erzeugt", gegenstand });
  return token;
}
