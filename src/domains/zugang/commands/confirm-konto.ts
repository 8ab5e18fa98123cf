import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { isWitness, nummerOf, obstacle, waitingRows } from "../queries/erneuerungen.ts";
import { releaseFiles } from "../rows/erneuerungen.ts";

/**
 * Confirms that a renewed account is in the hands of its person: its files open again. `nummer` is what she read off her own
 * screen, so that nobody confirms a sign-in that somebody else made.
 * @throws NotFound for an account out of sight, or where nothing waits
 * @throws Refused when the actor may not (whoever renewed, the person herself), or the number (field `nummer`) is another one
 */
export async function confirmKonto(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
  { nummer }: { readonly nummer: string },
): Promise<void> {
  await lockRow(tx, "kim.konto", id);
  const konto = await tx.selectFrom("kim.konto").select("status").where("id", "=", id).executeTakeFirst();
  const waiting = await waitingRows(tx, actor, id);
  if (konto === undefined || waiting.length === 0) throw new NotFound();
  const why = obstacle(actor, await isWitness(tx, actor), id, waiting);
  if (why !== undefined) throw new Refused(why);
  if (konto.status !== "aktiv")
    throw new Refused(
      "Dieser Zugang ist gerade nicht aktiv. Bestätigen lässt er sich, sobald die Person angemeldet ist.",
    );
  if (nummerOf(waiting) !== nummer)
    throw new Refused(
      "Diese Nummer gehört nicht zu der letzten Anmeldung mit dem neuen Link. Lassen Sie sich die Seite der Person noch einmal zeigen. Stimmt sie wieder nicht, war jemand anderes angemeldet: Bestätigen Sie dann nicht.",
      "nummer",
    );
  await releaseFiles(tx, actor, { kreis: actor.kreis, kontoId: id }, "person");
}
