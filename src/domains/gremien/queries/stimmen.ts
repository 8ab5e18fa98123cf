import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { type Stimmen, stimmen } from "../model/stimmen.ts";
import { mitglieder } from "./mitglieder.ts";
import { anwesende, gekommene, teilnahmen } from "./sitzungen.ts";

/** How many voices a body has at its meeting, and how many are there now, and came at all. */
export async function stimmenIn(
  tx: Tx,
  actor: Actor,
  { id, gremiumId, tag }: Sitzung,
): Promise<{ readonly jetzt: Stimmen; readonly gekommen: Stimmen }> {
  const rows = await teilnahmen(tx, id);
  const own = await mitglieder(tx, actor, { gremiumId });
  return { jetzt: stimmen(own, anwesende(rows), tag), gekommen: stimmen(own, gekommene(rows), tag) };
}
