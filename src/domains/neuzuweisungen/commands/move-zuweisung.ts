import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { hindernis } from "../model/stand.ts";
import { THEMA } from "../model/themen.ts";
import type { SchrittEingabe } from "../model/zuweisung.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";
import { writeSchritt } from "../rows/schritt.ts";

const event = (id: string, was: string, zweck?: string) => ({
  art: `zuweisung.${was}`,
  gegenstand: { art: "zuweisung", id },
  ...(zweck === undefined ? {} : { zweck }),
});

/** What speaks against a step now. @throws Refused with a sentence that says what to do */
export function refuseSchritt(z: Zuweisung, input: SchrittEingabe): void {
  const jetzt = {
    stand: z.stand,
    seit: z.standSeit,
    offeneThemen: THEMA.filter((thema) => !z.themen.has(thema)).length,
    heute: today(),
  };
  const problem = hindernis(jetzt, input);
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
}

/**
 * Takes a household to its next state, as the table of steps allows.
 * @throws NotFound, Stale
 * @throws Refused with a sentence where there is no such step, or something is missing for it
 */
export async function moveZuweisung(tx: Tx, actor: Actor, { id, version }: At, input: SchrittEingabe): Promise<void> {
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version);
  refuseSchritt(z, input);
  const { nach, am } = input;
  const grund = nach === "nicht_erreicht" ? input.grund : null;
  await writeSchritt(tx, actor, { zuweisungId: id, folge: z.schritte.length + 1, nach, am, grund }, version);
  await recordEvent(tx, actor, event(id, "weiter", nach));
}

/**
 * Takes back the last step: a slip of the hand. It stays readable as taken back.
 * @throws NotFound, Stale
 * @throws Refused where only the announcement is left, or a talk says that it was so
 */
export async function undoSchritt(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version);
  const [davor, letzter] = gueltige(z.schritte).slice(-2);
  if (davor === undefined || letzter === undefined)
    throw new Refused(
      "Hier ist kein Schritt, der sich zurücknehmen ließe. Eine falsche Liste nehmen Sie am Stapel zurück.",
    );
  if (
    letzter.nach === "erstkontakt" &&
    !gueltige(z.schritte)
      .slice(0, -1)
      .some((s) => s.nach === "erstkontakt") &&
    z.gespraeche.length > 0
  )
    throw new Refused(
      "Ein Gespräch mit der Familie ist erfasst. War es ein Versehen, ziehen Sie erst die Beratung zurück.",
    );
  await tx.updateTable("kim.zuweisung_schritt").set({ zurueckgenommen: true }).where("id", "=", letzter.id).execute();
  await tx
    .updateTable("kim.zuweisung")
    .set({ stand: davor.nach, stand_seit: davor.am, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, event(id, "schritt_zurueck"));
}
