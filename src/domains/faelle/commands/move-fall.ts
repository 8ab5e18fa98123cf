import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import type { Schritt } from "../model/fall.ts";
import { UEBERGAENGE, hindernis } from "../model/phasen.ts";
import { type Fall, fallOf } from "../queries/faelle.ts";
import { akteOf, refuseEnded, refuseLater, writeSchritt } from "../rows/fall.ts";

/**
 * Takes a case of one's own to its next phase. What it was closed with is gone from the case when it is taken up again, and stays
 * in its history. A withdrawn consent takes its day with it: it has to be given anew.
 * @throws NotFound, Stale
 * @throws Refused with a sentence where the table of steps knows no such way, or something is missing for it
 */
export async function moveFall(tx: Tx, actor: Actor, { id, version }: At, schritt: Schritt): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version);
  refuseSchritt(fall, schritt);
  const ende = schritt.nach === "abgeschlossen" ? schritt.abschlussgrund : null;
  await refuseEnded(tx, "abschlussgrund", ende, schritt.am);
  const of = await akteOf(tx, actor, fall.personId);
  await tx
    .updateTable("kim.fall")
    .set({
      phase: schritt.nach,
      phase_seit: schritt.am,
      abschlussgrund: ende,
      einwilligung_am: schritt.nach === "widerruf" ? null : fall.einwilligungAm,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await writeSchritt(tx, actor, of, {
    fallId: id,
    folge: fall.schritte.length + 1,
    von: fall.phase,
    nach: schritt.nach,
    am: schritt.am,
    grund: schritt.grund,
    abschlussgrund: ende,
  });
  await recordEvent(tx, actor, { art: "fall.weiter", gegenstand: { art: "fall", id }, zweck: schritt.nach });
}

function refuseSchritt(fall: Fall, { nach, am, grund, abschlussgrund }: Schritt): void {
  const problem = hindernis(fall, nach);
  if (problem !== undefined) throw new Refused(problem, "nach");
  refuseLater("am", am, today());
  if (am < fall.phaseSeit) {
    throw new Refused(`Der letzte Schritt war am ${tagText(fall.phaseSeit)}. Dieser kann nicht davor liegen.`, "am");
  }
  const schritt = UEBERGAENGE.find((one) => one.von === fall.phase && one.nach === nach);
  if (schritt?.grund === true && grund === null) throw new Refused("Schreiben Sie in einem Satz, warum.", "grund");
  if (nach === "abgeschlossen" && abschlussgrund === null) {
    throw new Refused("Wählen Sie, warum der Fall endet.", "abschlussgrund");
  }
}
