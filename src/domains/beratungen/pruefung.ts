import type { Actor } from "../../platform/actor.ts";
import { today } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db.ts";
import { type FieldError, Refused } from "../../platform/form.ts";
import { type Codelisten, codelisten, kodesAm } from "../codelisten/index.ts";
import { PersonEingabe, createPerson, personNames } from "../personen/index.ts";
import { type Beratungsdaten, type Ort, datumProblem, istMitPerson } from "./beratung.ts";
import type { BeratungEingabe } from "./eingabe.ts";
import { kodeVon } from "./suche.ts";
import { findIdentifying } from "./warnung.ts";
import { alsPerson, feldDerZeile, feldNeu, neueZeilen, staatText } from "./neue-person.ts";

const NOT_IN_LIST = "Diese Auswahl gibt es nicht. Wählen Sie einen Eintrag aus der Liste.";

/** Field of the form and list behind each code. */
const CODED = [
  { field: "kontaktweg", list: "kontaktweg" },
  { field: "sprache", list: "sprache" },
  { field: "verstaendigung", list: "verstaendigung" },
  { field: "ergebnis", list: "ergebnis" },
  { field: "herkunftsgruppe", list: "herkunftsgruppe" },
  { field: "altersgruppe", list: "altersgruppe" },
] as const;

/**
 * Holds the codes against the lists of that day. `before` is the record that is being corrected: what it already has may
 * stay, even where a code has ended or the day lies far back.
 * @throws Refused naming the field
 */
export async function refuseUnfit(tx: Tx, daten: Beratungsdaten, before?: Beratungsdaten): Promise<void> {
  const problem = daten.am === before?.am ? undefined : datumProblem(daten.am, today());
  if (problem !== undefined) throw new Refused(problem, "am");
  const lists = await codelisten(tx);
  for (const { field, list } of CODED) {
    const code = daten[field];
    if (code !== null && code !== before?.[field] && !offered(lists, list, code, daten.am)) {
      throw new Refused(NOT_IN_LIST, field);
    }
  }
  for (const thema of daten.themen) {
    const kept = before?.themen.includes(thema) === true;
    if (!kept && !offered(lists, "handlungsfeld", thema, daten.am)) throw new Refused(NOT_IN_LIST, "themen");
  }
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
 * Records the new persons of a form, with the consultation's language as theirs. Returns their ids.
 * @throws Refused with every mistake of every row
 */
export async function createNewPersons(tx: Tx, actor: Actor, eingabe: BeratungEingabe): Promise<string[]> {
  const { staatsangehoerigkeit } = await codelisten(tx);
  const staaten = kodesAm(staatsangehoerigkeit, today());
  const errors: FieldError[] = [];
  const rows = neueZeilen(eingabe).flatMap((row) => {
    const typed = staatText(eingabe, row);
    const staat = typed === "" ? { code: "" } : kodeVon(typed, staaten);
    if ("problem" in staat) errors.push({ field: feldNeu(row, "staatsangehoerigkeit"), message: staat.problem });
    const code = "code" in staat ? staat.code : "";
    const person = PersonEingabe.safeParse(alsPerson(eingabe, row, code, eingabe.sprache));
    if (person.success) return { row, person: person.data };
    for (const { path, message } of person.error.issues) {
      errors.push({ field: feldDerZeile(row, String(path[0])), message });
    }
    return [];
  });
  if (errors.length > 0) throw new Refused(errors);
  const ids: string[] = [];
  for (const { row, person } of rows) {
    ids.push(await createPerson(tx, actor, person).catch((error: unknown) => refuseInRow(error, row)));
  }
  return ids;
}

/** A refusal of the room of persons names its own field; here it stands in a row. */
function refuseInRow(error: unknown, row: number): never {
  if (!(error instanceof Refused)) throw error;
  const [first] = error.errors;
  throw new Refused(first?.message ?? error.message, feldDerZeile(row, first?.field ?? "person_vorname"));
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
