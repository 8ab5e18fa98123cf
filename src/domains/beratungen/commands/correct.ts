import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { destroySubjectKey } from "../../../platform/tresor/keys.ts";
import { noteJa, personFiles } from "../../personen/index.ts";
import { type Beratungsdaten, genauigkeit, istMitPerson, nachStufe } from "../model/beratung.ts";
import { type KorrekturEingabe, datenVon, grundVon, werteZum } from "../model/eingabe.ts";
import { forgetPersons, keepFassung, wirdAnonym } from "../rows/fassung.ts";
import { sealedNote } from "../queries/notiz.ts";
import { placeColumns, refuseEmptied, refuseTelling, refuseUnfit } from "../queries/pruefung.ts";
import type { Beratung } from "../queries/beratungen.ts";
import { beratungColumns, heldBeratung, insertParts } from "../rows/beratung.ts";
import { withPersons } from "./record.ts";

const JA_FEHLT =
  "Diese Beratung war ohne Namen. Fragen Sie die Person, ob sie unter ihrem Namen stehen darf. Sagt sie Nein, lassen Sie die Stufe, wie sie ist.";

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
  const [person] = now.personen;
  if (istMitPerson(before.stufe) || person === undefined) return writeBeratung(tx, actor, before, now, { grund });
  if (eingabe.ja === undefined) throw new Refused(JA_FEHLT, "ja");
  const anschluss = await noteJa(tx, actor, person, { art: eingabe.ja, was: "beratungen" });
  await writeBeratung(tx, actor, before, now, { grund, anschluss });
}

/**
 * Puts what holds now in the place of what held before, which is kept with the reason. Where it becomes anonymous everything goes that
 * leads to a person. `anschluss`: the yes on which it belongs to somebody from now on.
 */
export async function writeBeratung(
  tx: Tx,
  actor: Actor,
  before: Beratung,
  now: Beratungsdaten,
  { grund, anschluss }: { readonly grund: string; readonly anschluss?: string },
): Promise<void> {
  const { id } = before;
  const forget = wirdAnonym(before.stufe, now.stufe);
  await keepFassung(tx, actor, before, { art: "korrektur", grund, forget });
  await replace(
    tx,
    actor,
    before,
    now,
    forget ? { anschluss_id: null } : anschluss === undefined ? {} : { anschluss_id: anschluss },
  );
  if (forget) {
    await forgetPersons(tx, actor, id);
    await destroySubjectKey(tx, actor.kreis, id);
  }
  const exact = [before.stufe, now.stufe].toSorted()[0] ?? now.stufe;
  const gegenstand = { art: "beratung", id };
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

async function replace(
  tx: Tx,
  actor: Actor,
  before: Beratung,
  now: Beratungsdaten,
  on: { readonly anschluss_id?: string | null },
): Promise<void> {
  const { id, version } = before;
  await tx
    .updateTable("kim.beratung")
    .set({
      ...beratungColumns(now),
      ...(await placeColumns(tx, now.ort, before.ort)),
      ...(await sealedNote(tx, actor, id, now)),
      ...on,
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
  await insertParts(tx, fileOf(actor, before.kontoId), id, { am: now.am, themen: added, personen: now.personen });
}
