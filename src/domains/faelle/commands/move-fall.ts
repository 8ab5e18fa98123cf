import { refuseLater } from "../../../platform/not-later.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { Absage, endEinwilligung } from "../../einwilligungen/index.ts";
import type { Schritt } from "../model/fall.ts";
import { UEBERGAENGE, hindernis, verlangtGrund } from "../model/phasen.ts";
import { type Fall, fallOf } from "../queries/faelle.ts";
import { refuseEnded, writeSchritt } from "../rows/fall.ts";

/**
 * Takes a case of one's own to its next phase. What it was closed with is gone from the case when it is taken up again, and stays
 * in its history. A withdrawal takes back the consent itself: it has to be given anew.
 * Returns the id of the step.
 * @throws NotFound, Stale
 * @throws Refused with a sentence where the table of steps knows no such way, or something is missing for it
 */
export async function moveFall(tx: Tx, actor: Actor, { id, version }: At, schritt: Schritt): Promise<string> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version);
  refuseSchritt(fall, schritt);
  const ende = schritt.nach === "abgeschlossen" ? schritt.abschlussgrund : null;
  await refuseEnded(tx, "abschlussgrund", ende, schritt.am);
  const of = await akteWithKey(tx, actor, fall.personId);
  await tx
    .updateTable("kim.fall")
    .set({
      phase: schritt.nach,
      phase_seit: schritt.am,
      abschlussgrund: ende,
      nachsorge_am: null,
      ...einwilligungAfter(fall, schritt),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  const schrittId = await writeSchritt(tx, actor, of, {
    fallId: id,
    folge: fall.schritte.length + 1,
    von: fall.phase,
    nach: schritt.nach,
    am: schritt.am,
    grund: schritt.grund,
    abschlussgrund: ende,
  });
  if (schritt.nach === "widerruf" && fall.begleitung !== null) {
    const absage = Absage.parse({ am: schritt.am, grund: schritt.grund ?? "" });
    await endEinwilligung(tx, actor, fall.begleitung, "widerrufen", absage);
  }
  // Whatever leads out of the clarification decides it.
  if (fall.phase === "klaerung") await decideKlaerung(tx, id, schrittId);
  await recordEvent(tx, actor, { art: "fall.weiter", gegenstand: { art: "fall", id }, zweck: schritt.nach });
  return schrittId;
}

/** On which consent the case leans after a step: a withdrawal takes it away, a step that asks for one takes the one that holds. */
function einwilligungAfter({ phase, begleitung, einwilligungAm, einwilligungId }: Fall, { nach }: Schritt) {
  if (nach === "widerruf") return { einwilligung_am: null, einwilligung_id: null };
  const asks = UEBERGAENGE.some((one) => one.von === phase && one.nach === nach && one.bedingung === "eingewilligt");
  return asks && begleitung !== null
    ? { einwilligung_am: begleitung.ab, einwilligung_id: begleitung.id }
    : { einwilligung_am: einwilligungAm, einwilligung_id: einwilligungId };
}

const decideKlaerung = (tx: Tx, fall: string, schritt: string) =>
  tx
    .updateTable("kim.fall_klaerung")
    .set({ schritt_id: schritt })
    .where("fall_id", "=", fall)
    .where("schritt_id", "is", null)
    .execute();

function refuseSchritt(fall: Fall, { nach, am, grund, abschlussgrund }: Schritt): void {
  const problem = hindernis(fall, nach);
  if (problem !== undefined) throw new Refused(problem, "nach");
  refuseLater("am", am);
  if (am < fall.phaseSeit) {
    throw new Refused(`Der letzte Schritt war am ${tagText(fall.phaseSeit)}. Dieser kann nicht davor liegen.`, "am");
  }
  const schritt = UEBERGAENGE.find((one) => one.von === fall.phase && one.nach === nach);
  if (schritt !== undefined && verlangtGrund(schritt, fall) && grund === null)
    throw new Refused("Schreiben Sie in einem Satz, warum.", "grund");
  if (nach === "abgeschlossen" && abschlussgrund === null) {
    throw new Refused("Wählen Sie, warum der Fall endet.", "abschlussgrund");
  }
}
