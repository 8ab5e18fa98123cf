import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { tagText } from "../../../platform/span.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { SchrittEingabe } from "../model/eingabe.ts";
import { type Gegangen, hindernis, isOffen, lageNach } from "../model/stand.ts";
import { type Einbuergerung, einbuergerungOf } from "../queries/einbuergerungen.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** Writes what the steps make of it. The Fristen follow (db/code/fristen.sql). */
async function setLage(
  tx: Tx,
  { id, version }: At,
  schritte: readonly Gegangen[],
  nachfragenAm: string | null,
): Promise<void> {
  const { stand, seit, antragAm, zusicherungBis } = lageNach(schritte);
  await tx
    .updateTable("kim.einbuergerung")
    .set({
      stand,
      stand_seit: seit,
      antrag_am: antragAm,
      zusicherung_bis: zusicherungBis,
      nachfragen_am: isOffen(stand) ? nachfragenAm : null,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
}

async function holdOwn(tx: Tx, actor: Actor, { id, version }: At): Promise<Einbuergerung> {
  await lockRow(tx, "kim.einbuergerung", id);
  return held(await einbuergerungOf(tx, actor, id), version);
}

/**
 * Takes the next step.
 * @throws NotFound, Stale
 * @throws Refused where the table of steps knows no such way, naming the field that has to be put right
 */
export async function moveEinbuergerung(tx: Tx, actor: Actor, at: At, input: SchrittEingabe): Promise<void> {
  const e = await holdOwn(tx, actor, at);
  const { nach, am, bis, notiz } = input;
  const problem = hindernis(e.stand, nach);
  if (problem !== undefined) throw new Refused(problem, "nach");
  refuseLater("am", am);
  if (am < e.standSeit) {
    throw new Refused(`Der letzte Schritt war am ${tagText(e.standSeit)}. Dieser kann nicht davor liegen.`, "am");
  }
  const of = await akteWithKey(tx, actor, e.personId);
  await writeSchritt(tx, actor, of, { einbuergerungId: at.id, folge: e.schritte.length + 1, nach, am, bis, notiz });
  await setLage(tx, at, [...e.schritte, { nach, am, bis, zurueckgenommen: false }], input.nachfragen_am);
  const gegenstand = { art: "einbuergerung", id: at.id };
  await recordEvent(tx, actor, { art: "einbuergerung.weiter", gegenstand, zweck: nach });
}

/**
 * Takes back the last step: a slip of the hand. It stays readable as taken back; all is where it was before.
 * @throws NotFound, Stale
 * @throws Refused where nothing but the Vor-Check was entered
 */
export async function undoSchritt(tx: Tx, actor: Actor, at: At): Promise<void> {
  const e = await holdOwn(tx, actor, at);
  const [davor, letzter] = gueltige(e.schritte).slice(-2);
  if (davor === undefined || letzter === undefined) {
    throw new Refused(
      "Hier ist kein Schritt, der sich zurücknehmen ließe. War alles ein Versehen, tragen Sie „zurückgezogen“ ein.",
    );
  }
  await tx
    .updateTable("kim.einbuergerung_schritt")
    .set({ zurueckgenommen: true })
    .where("id", "=", letzter.id)
    .execute();
  const schritte = e.schritte.map((s) => (s.id === letzter.id ? { ...s, zurueckgenommen: true } : s));
  await setLage(tx, at, schritte, e.nachfragenAm);
  const gegenstand = { art: "einbuergerung", id: at.id };
  await recordEvent(tx, actor, { art: "einbuergerung.schritt_zurueck", gegenstand });
}
