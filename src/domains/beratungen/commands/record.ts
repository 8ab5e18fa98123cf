import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Beratungsdaten, istMitPerson } from "../model/beratung.ts";
import { type BeratungEingabe, type BeratungFelder, datenVon } from "../model/eingabe.ts";
import { createNewPersons } from "../queries/neue-personen.ts";
import { refuseForeignPersons, refuseTelling, refuseUnfit } from "../queries/pruefung.ts";
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
  const complete = await withPersons(tx, actor, eingabe, daten);
  const id = await insertBeratung(tx, actor, complete);
  await saveVorgabe(tx, actor, complete);
  return id;
}

/** The chosen persons, checked, and the new ones, recorded. @throws Refused */
export async function withPersons(
  tx: Tx,
  actor: Actor,
  eingabe: BeratungFelder,
  daten: Beratungsdaten,
): Promise<Beratungsdaten> {
  if (!istMitPerson(daten.stufe)) return daten;
  await refuseForeignPersons(tx, actor, daten.personen);
  const created = await createNewPersons(tx, actor, eingabe);
  return { ...daten, personen: [...daten.personen, ...created] };
}
