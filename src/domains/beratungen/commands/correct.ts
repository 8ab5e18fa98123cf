import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { destroySubjectKey } from "../../../platform/tresor/keys.ts";
import { personFiles } from "../../personen/index.ts";
import { type Beratungsdaten, genauigkeit, nachStufe } from "../model/beratung.ts";
import { type KorrekturEingabe, datenVon, grundVon, werteZum } from "../model/eingabe.ts";
import { forgetPersons, keepFassung, wirdAnonym } from "../rows/fassung.ts";
import { sealedNote } from "../queries/notiz.ts";
import { placeColumns, refuseEmptied, refuseTelling, refuseUnfit } from "../queries/pruefung.ts";
import type { Beratung } from "../queries/beratungen.ts";
import { beratungColumns, heldBeratung, insertParts } from "../rows/beratung.ts";
import { withPersons } from "./record.ts";

/**
 * Corrects one's own consultation, or that of somebody one stands in for. What held before is kept with the reason. When it becomes anonymous, its persons are
 * unlinked and earlier notes go: nothing is left that identifies.
 * @throws NotFound for a foreign or missing one, Stale when it was changed meanwhile, Refused naming the field
 */
export async function correctBeratung(tx: Tx, actor: Actor, at: At, eingabe: KorrekturEingabe): Promise<void> {
  const before = await heldBeratung(tx, actor, at);
  const typed = datenVon(eingabe);
  refuseEmptied(typed, before);
  await refuseUnfit(tx, typed, { ...before, notiz: "" });
  refuseTelling(typed.notiz, eingabe, "notiz");
  const grund = grundVon(eingabe);
  refuseTelling(grund, eingabe, "grund");
  // Persons who went to another file stay linked: nobody sees them here, so nobody took them out.
  const out = await outOfReach(tx, before.personen);
  const seen = { ...eingabe, person: eingabe.person.filter((id) => !out.includes(id)) };
  const within = { ...typed, personen: typed.personen.filter((id) => !out.includes(id)) };
  const { daten } = await withPersons(tx, actor, seen, within, before.kontoId);
  const now = nachStufe({ ...daten, personen: [...daten.personen, ...out] });
  if (isSame(before, now)) throw new Refused("Sie haben nichts geändert.", "grund");
  const forget = wirdAnonym(before.stufe, now.stufe);
  await keepFassung(tx, actor, before, { art: "korrektur", grund, forget });
  await replace(tx, actor, before, now);
  if (forget) {
    await forgetPersons(tx, actor, at.id);
    await destroySubjectKey(tx, actor.kreis, at.id);
  }
  const exact = [before.stufe, now.stufe].toSorted()[0] ?? now.stufe;
  const gegenstand = { art: "beratung", id: at.id };
  await recordEvent(tx, actor, { art: "beratung.korrigiert", gegenstand, ...genauigkeit(exact) });
}

/** Those of the persons of a consultation whose own files went to somebody else. */
async function outOfReach(tx: Tx, personen: readonly string[]): Promise<string[]> {
  const files = await personFiles(tx, personen);
  return personen.filter((id) => !files.has(id));
}

/** Whether nothing would change, note and persons included. */
const isSame = (before: Beratung, now: Beratungsdaten): boolean =>
  JSON.stringify(comparable(werteZum(before))) ===
  JSON.stringify(comparable(werteZum({ ...now, notiz: { text: now.notiz } })));

const comparable = (values: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(values)
    .map(([name, list]) => [name, ...list.toSorted()])
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));

async function replace(tx: Tx, actor: Actor, before: Beratung, now: Beratungsdaten): Promise<void> {
  const { id, version } = before;
  await tx
    .updateTable("kim.beratung")
    .set({
      ...beratungColumns(now),
      ...(await placeColumns(tx, now.ort, before.ort)),
      ...(await sealedNote(tx, actor, id, now)),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  // A theme that stays keeps the word of the list that it came from.
  const gone = before.themen.filter((thema) => !now.themen.includes(thema));
  const added = now.themen.filter((thema) => !before.themen.includes(thema));
  await tx
    .deleteFrom("kim.beratung_thema")
    .where("beratung_id", "=", id)
    .where("handlungsfeld", "=", anyOf(gone))
    .execute();
  await tx.deleteFrom("kim.beratung_person").where("beratung_id", "=", id).execute();
  await insertParts(tx, fileOf(actor, before.kontoId), id, { themen: added, personen: now.personen });
}
