import { type Actor, fileOf } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { eachOnce } from "../../personen/index.ts";
import { type Beratungsdaten, istMitPerson } from "../model/beratung.ts";
import { type BeratungEingabe, type BeratungFelder, datenVon } from "../model/eingabe.ts";
import { createNewPersons } from "../queries/neue-personen.ts";
import { fileWith, refuseTelling, refuseUnfit } from "../queries/pruefung.ts";
import { saveVorgabe } from "../rows/vorgabe.ts";
import { insertBeratung } from "../rows/beratung.ts";

/**
 * Records a consultation, with its new persons. Its codes become the presets of the next one. Returns the new id.
 * @throws Refused naming the field
 */
export async function recordBeratung(tx: Tx, actor: Actor, eingabe: BeratungEingabe): Promise<string> {
  const daten = datenVon(eingabe);
  await refuseUnfit(tx, daten);
  refuseTelling(daten.notiz, eingabe, "notiz");
  const { daten: complete, kontoId } = await withPersons(tx, actor, eingabe, daten);
  const id = await insertBeratung(tx, actor, complete, kontoId);
  await saveVorgabe(tx, actor, complete);
  return id;
}

/**
 * The chosen persons, checked, and the new ones, recorded in the same file, and whose it is: that of the chosen persons. `file`
 * is given where the consultation has one already. @throws Refused
 */
export async function withPersons(
  tx: Tx,
  actor: Actor,
  eingabe: BeratungFelder,
  daten: Beratungsdaten,
  file?: string,
): Promise<{ readonly daten: Beratungsdaten; readonly kontoId: string }> {
  if (!istMitPerson(daten.stufe)) return { daten, kontoId: file ?? actor.kontoId };
  const kontoId = await fileWith(tx, actor, daten.personen, file);
  const created = await createNewPersons(tx, fileOf(actor, kontoId), actor, eingabe);
  return { daten: { ...daten, personen: [...(await eachOnce(tx, daten.personen)), ...created] }, kontoId };
}
