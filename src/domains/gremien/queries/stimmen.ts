import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { type Stimmen, stimmen } from "../model/stimmen.ts";
import { mitglieder } from "./mitglieder.ts";
import { anwesende, teilnahmen } from "./sitzungen.ts";

/** How many voices a body has at its meeting, and how many are there. */
export async function stimmenIn(tx: Tx, actor: Actor, { id, gremiumId, tag }: Sitzung): Promise<Stimmen> {
  const rows = await teilnahmen(tx, id);
  const there = anwesende(rows);
  return stimmen(await mitglieder(tx, actor, { gremiumId }), there, tag);
}
