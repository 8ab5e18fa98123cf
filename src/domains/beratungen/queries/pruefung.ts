import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type ChoiceField, refuseClosed } from "../../../platform/choice.ts";
import { Refused } from "../../../platform/form.ts";
import { personFiles } from "../../personen/index.ts";
import { LABELS } from "../model/angaben.ts";
import { type Beratungsdaten, type Ort, datumProblem, istMitPerson } from "../model/beratung.ts";
import { DAUER_FEHLT, KONTAKTWEG_FEHLT, THEMA_FEHLT, optionVon, werteVon } from "../model/eingabe.ts";
import { findIdentifying } from "../model/warnung.ts";
import { kodewahl, listenwahl } from "./auswahl.ts";
import { type Needed, ortwahlVon } from "./orte.ts";

/**
 * Holds the codes against the lists of that day. `before` is the record that is being corrected: what it already has may
 * stay, even where a code has ended or the day lies far back.
 * @throws Refused naming each field
 */
export async function refuseUnfit(tx: Tx, daten: Beratungsdaten, before?: Beratungsdaten): Promise<void> {
  const problem = daten.am === before?.am ? undefined : datumProblem(daten.am, today());
  if (problem !== undefined) throw new Refused(problem, "am");
  const now = werteVon(daten);
  const then = before === undefined ? {} : werteVon(before);
  const lists = Object.entries(kodewahl(await listenwahl(tx, daten.am)));
  refuseClosed(
    ...lists.map(([field, list]) =>
      fieldOf(
        field,
        list,
        now[field]?.filter((code) => code !== ""),
        then[field],
      ),
    ),
  );
}

const fieldOf = (
  name: string,
  list: ChoiceField["list"],
  chosen: readonly string[] = [],
  kept: readonly string[] = [],
): ChoiceField => ({ name, label: LABELS.find((l) => l.name === name)?.label ?? name, list, chosen, kept });

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

/**
 * The Kommune and, where there is one, the site of a place. `before` is where the record has it that is being corrected, `needed` the
 * key that comes along.
 * @throws Refused where this Kreis has no such place, or it is closed and not `before`
 */
export async function placeColumns(
  tx: Tx,
  ort: Ort,
  before?: Ort,
  needed?: Needed,
): Promise<{ ags: string; standort_id: string | null }> {
  const list = await ortwahlVon(tx, ort, needed);
  const [place] = list;
  refuseClosed(fieldOf("ort", list, [optionVon(ort)], before && place ? [optionVon(before)] : []));
  return { ags: place?.ags ?? "", standort_id: ort.art === "standort" ? ort.id : null };
}

const OUT_OF_REACH =
  "Eine gewählte Person gibt es nicht, oder sie ist für Sie nicht mehr offen, weil eine Vertretung zu Ende ist. Suchen Sie noch einmal.";
const SEVERAL_FILES =
  "Die gewählten Personen gehören zu Akten verschiedener Kolleg:innen. Erfassen Sie für jede Akte eine eigene Beratung.";

/**
 * Whose file a consultation with these persons belongs to: that of the persons, one's own where there are none.
 * @throws Refused where one is out of reach or not there (the same sentence for both), or they are of several files
 */
export async function fileWith(tx: Tx, actor: Actor, ids: readonly string[], file?: string): Promise<string> {
  if (ids.length === 0) return file ?? actor.kontoId;
  const files = await personFiles(tx, ids);
  if (ids.some((id) => !files.has(id))) throw new Refused(OUT_OF_REACH, "suche");
  const [one = actor.kontoId, ...others] = new Set([...(file === undefined ? [] : [file]), ...files.values()]);
  if (others.length > 0) throw new Refused(SEVERAL_FILES, "suche");
  return one;
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
