import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import type { Indikator, MesswertEingabe } from "../model/massnahme.ts";
import { indikatorOf } from "../queries/massnahmen.ts";

/**
 * What a typed indicator was on a day; of the same day the later one counts. @throws NotFound
 * @throws Refused naming the field, and where a figure of the program says it itself
 */
export async function addMesswert(tx: Tx, actor: Actor, id: string, input: MesswertEingabe): Promise<Indikator> {
  const { massnahmeId } = await indikatorOf(tx, id);
  await lockRow(tx, "kim.massnahme", massnahmeId);
  const now = await indikatorOf(tx, id);
  if (now.zahl !== null)
    throw new Refused("Dieser Indikator folgt einer Zahl des Programms. Getippt wird hier nichts.");
  refuseLater("am", input.am);
  if (input.am <= now.anfangAm)
    throw new Refused("Der Tag liegt nicht nach dem Anfang. Ändern Sie den Anfang am Indikator.", "am");
  refuseErkennbar({ notiz: input.notiz }, input.kein_name);
  const { am, wert, notiz } = input;
  await tx
    .insertInto("kim.messwert")
    .values({ kreis: actor.kreis, indikator_id: id, am, wert, notiz })
    .onConflict((c) => c.columns(["kreis", "indikator_id", "am"]).doUpdateSet({ wert, notiz }))
    .execute();
  await recordEvent(tx, actor, { art: "indikator.gemessen", gegenstand: { art: "indikator", id } });
  return now;
}

/** Takes a typed value away that was a mistake. @throws NotFound */
export async function removeMesswert(tx: Tx, actor: Actor, id: string, am: string): Promise<Indikator> {
  const now = await indikatorOf(tx, id);
  await lockRow(tx, "kim.massnahme", now.massnahmeId);
  await tx.deleteFrom("kim.messwert").where("indikator_id", "=", id).where("am", "=", am).execute();
  await recordEvent(tx, actor, { art: "indikator.geaendert", gegenstand: { art: "indikator", id } });
  return now;
}
