import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Stand } from "../model/stand.ts";

type Schritt = { readonly von: Stand | null; readonly nach: Stand; readonly grund: string | null };

/** Writes how far a reconstruction went. */
export async function writeSchritt(tx: Tx, { kreis, kontoId }: Actor, id: string, schritt: Schritt): Promise<void> {
  await tx
    .insertInto("kim.rekonstruktion_schritt")
    .values({ kreis, rekonstruktion_id: id, ...schritt, am: today(), getan_von: kontoId })
    .execute();
}
