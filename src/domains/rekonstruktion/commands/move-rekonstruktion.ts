import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { SchrittEingabe } from "../model/eingabe.ts";
import { hindernis, uebergang } from "../model/stand.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { ledBy } from "../queries/rekonstruktionen.ts";
import { stationen } from "../queries/stationen.ts";
import { geschah } from "../rows/ereignis.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeSchritt } from "../rows/schritt.ts";

/**
 * Takes a reconstruction to its next state, as the table of steps allows; where it ends, with what the group found.
 * @throws NotFound, Stale, Refused with a sentence where there is no such step, or something is missing for it
 */
export async function moveRekonstruktion(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { nach, grund, ergebnis, befund, kein_name }: SchrittEingabe,
): Promise<void> {
  await lockRow(tx, "kim.rekonstruktion", id);
  const now = held(await ledBy(tx, actor, id), version);
  const counted = { gruppe: (await mitglieder(tx, id)).length, stationen: (await stationen(tx, id)).length };
  const problem = hindernis(now.stand, nach, { grund, ergebnis, befund, ...counted });
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  await refuseText(tx, actor, id, { grund, ergebnis, befund }, kein_name);
  await tx
    .updateTable("kim.rekonstruktion")
    .set({
      stand: nach,
      stand_seit: today(),
      ...(uebergang(now.stand, nach)?.fragt === "ergebnis" ? { ergebnis, befund } : {}),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await writeSchritt(tx, actor, id, { von: now.stand, nach, grund });
  await geschah(tx, actor, id, "rekonstruktion.weiter", nach);
}
