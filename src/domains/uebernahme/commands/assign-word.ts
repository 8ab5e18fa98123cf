import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { refuseUnknownCodes } from "../queries/kontext.ts";
import { ownWord } from "../queries/uebernahmen.ts";

/**
 * Decides what a word stands for, for all lists of the Träger, or with null that it stands for nothing; everything that
 * carries it is counted anew. Only a word that one's own records carry, or that one decided oneself. Deciding again moves its theme; an empty field that
 * it filled stays filled.
 * @throws NotFound, Stale, Refused for a code that no list has
 */
export async function assignWord(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { code }: { readonly code: string | null },
): Promise<void> {
  const wort = held(await ownWord(tx, actor, id), version);
  await refuseUnknownCodes(tx, [{ spalte: wort.art, code }]);
  const stand = code === null ? "ohne_bedeutung" : "zugeordnet";
  await tx
    .updateTable("kim.wort")
    .set({ stand, code, entschieden_von: actor.kontoId, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "wort.entschieden", gegenstand: { art: "wort", id } });
  await enqueue(tx, "uebernahme.wort", { kreis: actor.kreis, id });
}
