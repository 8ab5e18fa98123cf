import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Vorhaben, luecke } from "../model/stand.ts";
import { laufendeOfEach } from "./einwilligungen.ts";

/**
 * A consent of a person to this purpose and recipient that holds today, whatever kinds of data it names; undefined where there is none.
 * Says what a page shows; whether something may go out, only `passOn` says.
 */
export async function geltende(
  tx: Tx,
  actor: Actor,
  personId: string,
  wozu: Omit<Vorhaben, "kategorien">,
): Promise<{ readonly id: string; readonly bis: string | null } | undefined> {
  const alle = await laufendeOfEach(tx, actor, [personId]);
  const one = alle.find((e) => luecke(e, { ...wozu, kategorien: [] }, today()) === undefined);
  return one === undefined ? undefined : { id: one.id, bis: one.gueltigBis };
}
