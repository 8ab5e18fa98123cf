import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Codelisten, codelisten, kodesAm } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { type Beratungsdaten, KODEFELDER, type Ort, datumProblem, istMitPerson } from "../model/beratung.ts";
import { DAUER_FEHLT, KONTAKTWEG_FEHLT, THEMA_FEHLT } from "../model/eingabe.ts";
import { findIdentifying } from "../model/warnung.ts";

const NOT_IN_LIST = "Diese Auswahl gibt es nicht. Wählen Sie einen Eintrag aus der Liste.";

/**
 * Holds the codes against the lists of that day. `before` is the record that is being corrected: what it already has may
 * stay, even where a code has ended or the day lies far back.
 * @throws Refused naming the field
 */
export async function refuseUnfit(tx: Tx, daten: Beratungsdaten, before?: Beratungsdaten): Promise<void> {
  const problem = daten.am === before?.am ? undefined : datumProblem(daten.am, today());
  if (problem !== undefined) throw new Refused(problem, "am");
  const lists = await codelisten(tx);
  for (const field of KODEFELDER) {
    const code = daten[field];
    if (code !== null && code !== before?.[field] && !offered(lists, field, code, daten.am)) {
      throw new Refused(NOT_IN_LIST, field);
    }
  }
  for (const thema of daten.themen) {
    const kept = before?.themen.includes(thema) === true;
    if (!kept && !offered(lists, "handlungsfeld", thema, daten.am)) throw new Refused(NOT_IN_LIST, "themen");
  }
}

/**
 * What has to be told may stay empty only where an old list left it empty.
 * @throws Refused naming each field that was emptied
 */
export function refuseEmptied(
  now: Beratungsdaten,
  before: Pick<Beratungsdaten, "kontaktweg" | "dauerMin" | "themen">,
): void {
  const emptied = [
    { field: "kontaktweg", message: KONTAKTWEG_FEHLT, empty: now.kontaktweg === null && before.kontaktweg !== null },
    { field: "themen", message: THEMA_FEHLT, empty: now.themen.length === 0 && before.themen.length > 0 },
    { field: "dauer", message: DAUER_FEHLT, empty: now.dauerMin === null && before.dauerMin !== null },
  ];
  const errors = emptied.filter(({ empty }) => empty).map(({ field, message }) => ({ field, message }));
  if (errors.length > 0) throw new Refused(errors);
}

const offered = (lists: Codelisten, list: keyof Codelisten, code: string, am: string) =>
  kodesAm(lists[list], am).some((k) => k.code === code);

/** The Kommune and, where there is one, the site of a place. @throws Refused where this Kreis has no such place */
export async function placeColumns(tx: Tx, ort: Ort): Promise<{ ags: string; standort_id: string | null }> {
  const missing = new Refused("Diesen Ort gibt es nicht mehr. Wählen Sie einen anderen.", "ort");
  if (ort.art === "kommune") {
    const row = await tx.selectFrom("kim.kommune").select("ags").where("ags", "=", ort.ags).executeTakeFirst();
    if (row === undefined) throw missing;
    return { ags: row.ags, standort_id: null };
  }
  const site = tx.selectFrom("kim.standort").select(["id", "ags"]).where("id", "=", ort.id);
  const row = await site.executeTakeFirst();
  if (row === undefined) throw missing;
  return { ags: row.ags, standort_id: row.id };
}

/** Refuses persons that are not one's own or not there: the same sentence for both. */
export async function refuseForeignPersons(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const known = await personNames(tx, actor, ids);
  if (ids.some((id) => !known.has(id))) {
    throw new Refused("Eine gewählte Person gibt es nicht. Suchen Sie sie noch einmal.", "suche");
  }
}

/**
 * Refuses a text of a consultation without person that seems to tell who came, unless the writer said that it does not.
 * @throws Refused at `field`
 */
export function refuseTelling(
  text: string,
  about: { readonly stufe: string; readonly am: string; readonly unbedenklich: boolean },
  field: string,
): void {
  if (istMitPerson(about.stufe) || about.unbedenklich) return;
  const [found] = findIdentifying(text, about.am);
  if (found !== undefined) throw new Refused(found.satz, field);
}
