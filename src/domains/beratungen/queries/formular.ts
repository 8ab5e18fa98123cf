import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { type Codelisten, codelisten, kodesAm } from "../../codelisten/index.ts";
import { type Treffer, findPersons, personNames, searchProblem } from "../../personen/index.ts";
import { ORT, inOrder, ortVon, werteVon } from "../model/eingabe.ts";
import { KODEFELDER } from "../model/beratung.ts";
import { neueZeilen, NEUE_PERSONEN } from "../model/neue-person.ts";
import { aehnliche, gesehene } from "./neue-personen.ts";
import { type Orte, ortNamen, orteOf, ownOrt } from "./orte.ts";
import { vorgabeOf } from "../rows/vorgabe.ts";

/** Everything that the capture form shows: what stands in its fields, what can be chosen, who was found. */
export type Formular = {
  readonly values: Values;
  readonly rejected: Rejected | undefined;
  /** The lists as they hold for the day in the form. */
  readonly listen: Codelisten;
  readonly orte: Orte;
  readonly gewaehlt: readonly { readonly id: string; readonly name: string }[];
  /** What the search found besides the chosen ones; undefined where nobody searched. */
  readonly treffer: readonly Treffer[] | undefined;
  /** Persons of one's own that a row of a new one may mean, without the chosen ones. */
  readonly aehnlich: ReadonlyMap<number, readonly Treffer[]>;
  /** All similar persons that were shown up to now, for the field `gesehen`. */
  readonly gesehen: readonly string[];
  /** Rows for new persons. */
  readonly zeilen: number;
  readonly fokus: "themen" | "suche" | "neu" | undefined;
};

/** Another view of the form that a button asked for. */
type Ansicht = "suchen" | "person" | "letzte";

/** Which view was asked for; undefined where the form was meant to be saved. */
export function ansichtVon({ values, errors }: Rejected): Ansicht | undefined {
  const asked = first(values, "ansicht");
  if (asked === "person" || asked === "letzte" || asked === "suchen") return asked;
  return errors.some((e) => e.field === "ansicht") ? "suchen" : undefined;
}

const NONE: ReadonlyMap<number, readonly Treffer[]> = new Map();

/** Fills the form's surroundings for what stands in it. Where another view was asked for, nothing is called wrong yet. */
export async function formularOf(
  tx: Tx,
  actor: Actor,
  typed: Values,
  rejected: Rejected | undefined,
): Promise<Formular> {
  const ansicht = rejected && ansichtVon(rejected);
  const values = ansicht === "letzte" ? await likeLast(tx, actor, typed) : typed;
  const ids = values["person"] ?? [];
  const names = await personNames(tx, actor, ids);
  const searched = searchedFor(values, ansicht);
  const noDate = searched === "" ? undefined : searchProblem(searched);
  const treffer = searched === "" || noDate !== undefined ? undefined : await findPersons(tx, actor, searched);
  const single = Object.fromEntries(Object.keys(values).map((name) => [name, first(values, name)]));
  const last = Math.max(0, ...neueZeilen(single));
  const similar = rejected === undefined || ansicht !== undefined ? NONE : await aehnliche(tx, actor, single);
  const shown = [...similar.values()].flat().map((hit) => hit.id);
  return {
    values,
    rejected: ansicht === "suchen" ? wrongSearch(values, noDate) : ansicht === undefined ? told(rejected) : undefined,
    listen: await listsFor(tx, values),
    orte: await withKept(tx, await orteOf(tx, actor), first(values, "ort")),
    gewaehlt: ids.flatMap((id) => ({ id, name: names.get(id) ?? "" })).filter((p) => p.name !== ""),
    treffer: treffer?.filter((t) => !ids.includes(t.id)),
    aehnlich: similar,
    gesehen: [...new Set([...gesehene(first(values, "gesehen")), ...shown])],
    zeilen: Math.min(NEUE_PERSONEN, Math.max(1, last + (ansicht === "person" ? 1 : 0))),
    fokus: rejected === undefined || ansicht === "letzte" ? "themen" : ansicht === "suchen" ? "suche" : undefined,
  };
}

const told = (rejected: Rejected | undefined): Rejected | undefined =>
  rejected && { ...rejected, errors: inOrder(rejected.errors) };

const wrongSearch = (values: Values, message: string | undefined): Rejected | undefined =>
  message === undefined ? undefined : { values, errors: [{ field: "suche", message }] };

/** A place that the record already has stays a choice, also when it was closed meanwhile. */
async function withKept(tx: Tx, orte: Orte, value: string): Promise<Orte> {
  if (!ORT.test(value) || orte.namen.has(value)) return orte;
  const label = (await ortNamen(tx, [ortVon(value)])).get(value);
  if (label === undefined) return orte;
  const gruppen = [...orte.gruppen, { label: "bisher", options: [{ value, label }] }];
  return { ...orte, gruppen, namen: new Map([...orte.namen, [value, label]]) };
}

/** The day that stands in the form; today as long as none does. */
export const dayOfForm = (values: Values): string =>
  dayIn(first(values, "am"), { today: today(), sense: "back" }) ?? today();

/** The lists with the codes of that day and what the form already has. */
async function listsFor(tx: Tx, values: Values): Promise<Codelisten> {
  const all = await codelisten(tx);
  const day = dayOfForm(values);
  const shown = KODEFELDER.map((field) => [field, kodesAm(all[field], day, values[field] ?? [])] as const);
  return {
    ...all,
    ...Object.fromEntries(shown),
    handlungsfeld: kodesAm(all.handlungsfeld, day, values["themen"] ?? []),
  };
}

/** What is searched for; again where hits were on the page, so that they do not vanish with another view or a mistake. */
const searchedFor = (values: Values, ansicht: Ansicht | undefined): string =>
  first(values, ansicht === "suchen" ? "suche" : "gesucht").trim();

/** All codes of one's last consultation; day, persons and note stay as they were typed. */
async function likeLast(tx: Tx, actor: Actor, typed: Values): Promise<Values> {
  const last = await vorgabeOf(tx, actor);
  return last === undefined ? typed : { ...typed, ...werteVon(last) };
}

/** An empty form: today, the place and way of the last consultation, otherwise one's own site; anonymous. */
export async function emptyValues(tx: Tx, actor: Actor, am: string): Promise<Values> {
  const last = await vorgabeOf(tx, actor);
  const like = last === undefined ? undefined : werteVon(last);
  const ort = like?.["ort"] ?? [(await ownOrt(tx, actor)) ?? ""];
  return {
    am: [am],
    ort,
    kontaktweg: like?.["kontaktweg"] ?? [""],
    stufe: ["1"],
    personenzahl: ["1"],
    neuzuweisung: ["nein"],
  };
}
