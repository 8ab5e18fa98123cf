import type { Actor } from "../../../platform/actor.ts";
import { preselected } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import {
  type PersonKurz,
  type Treffer,
  findPersons,
  lastPersons,
  personFiles,
  personsByIds,
  searchProblem,
} from "../../personen/index.ts";
import { type Angehoerig, angehoerigeVon } from "../../familie/index.ts";
import { vertretene } from "../../zustaendigkeit/index.ts";
import { inOrder, werteVon } from "../model/eingabe.ts";
import { neueZeilen, NEUE_PERSONEN } from "../model/neue-person.ts";
import { type Listenwahl, listenwahl, vorbelegt } from "./auswahl.ts";
import { aehnliche, gesehene } from "./neue-personen.ts";
import type { Kodes } from "../model/beratung.ts";
import { LETZTE, type Vorgefunden } from "./vorgefunden.ts";
import { type Orte, orteVon, ortwahl, ownOrt } from "./orte.ts";
import { vorgabeOf } from "../rows/vorgabe.ts";

/** Everything that the capture form shows: what stands in its fields, what can be chosen, who was found. */
export type Formular = {
  readonly values: Values;
  readonly rejected: Rejected | undefined;
  /** The lists as they hold for the day in the form, ended codes included; the fields offer what is open or in the form. */
  readonly listen: Listenwahl;
  readonly orte: Orte;
  readonly gewaehlt: readonly PersonKurz[];
  /** Who else belongs to the family of the chosen ones: mostly they were there, too. */
  readonly familie: readonly Angehoerig[];
  /** Whom one saw last, besides the chosen ones: mostly it is one of them. */
  readonly letzte: readonly PersonKurz[];
  /** What the search found besides the chosen ones; undefined where nobody searched. */
  readonly treffer: readonly Treffer[] | undefined;
  /** More share something with what was typed than were compared. */
  readonly mehr: boolean;
  /** Persons of one's own that a row of a new one may mean, without the chosen ones. */
  readonly aehnlich: ReadonlyMap<number, readonly Treffer[]>;
  /** All similar persons that were shown up to now, for the field `gesehen`. */
  readonly gesehen: readonly string[];
  /** Names of those one stands in for, by account. */
  readonly fremde: ReadonlyMap<string, string>;
  /** Whose file the consultation belongs to, where the chosen persons are of somebody one stands in for. */
  readonly akte: string | undefined;
  /** Rows for new persons. */
  readonly zeilen: number;
  readonly fokus: "themen" | "suche" | "neu" | undefined;
};

/** Another view of the form that a button asked for. */
type Ansicht = "suchen" | "person" | "letzte" | "familie";

/** Which view was asked for; undefined where the form was meant to be saved. */
export function ansichtVon({ values, errors }: Rejected): Ansicht | undefined {
  const asked = first(values, "ansicht");
  if (asked === "person" || asked === "letzte" || asked === "suchen" || asked === "familie") return asked;
  return errors.some((e) => e.field === "ansicht") ? "suchen" : undefined;
}

const NONE: ReadonlyMap<number, readonly Treffer[]> = new Map();

type Gegeben = {
  readonly rejected?: Rejected | undefined;
  readonly leer?: boolean;
  /** Where the page asked for it already. */
  readonly da?: Vorgefunden | undefined;
};

/**
 * Fills the form's surroundings for what stands in it. Where another view was asked for, nothing is called wrong yet. `leer`:
 * nobody has typed into it, what stands there are presets.
 */
export async function formularOf(
  tx: Tx,
  actor: Actor,
  typed: Values,
  { rejected, leer = false, da }: Gegeben,
): Promise<Formular> {
  const ansicht = rejected && ansichtVon(rejected);
  const ids = typed["person"] ?? [];
  const [auswahl, gewaehlt, angehoerige, letzte, vertreten] = await Promise.all([
    auswahlOf(tx, actor, typed, leer ? "leer" : ansicht, da),
    personsByIds(tx, actor, ids),
    angehoerigeVon(tx, actor, ids),
    lastPersons(tx, actor, LETZTE, da?.zuletzt),
    vertretene(tx, actor),
  ]);
  const { values } = auswahl;
  const familie = angehoerige.filter((one) => one.kontoId === gewaehlt[0]?.kontoId);
  const fremde = new Map(vertreten.map(({ id, name }) => [id, name]));
  const [whose] = fremde.size === 0 ? [] : (await personFiles(tx, ids)).values();
  const searched = searchedFor(values, ansicht);
  const noDate = searched === "" ? undefined : searchProblem(searched);
  const gefunden = searched === "" || noDate !== undefined ? undefined : await findPersons(tx, actor, searched);
  const there = new Set([...ids, ...familie.map(({ id }) => id)]);
  const besides = <P extends PersonKurz>(persons: readonly P[]) => persons.filter(({ id }) => !there.has(id));
  const single = Object.fromEntries(Object.keys(values).map((name) => [name, first(values, name)]));
  const last = Math.max(0, ...neueZeilen(single));
  const similar = rejected === undefined || ansicht !== undefined ? NONE : await aehnliche(tx, actor, single);
  const shown = [...similar.values()].flat().map((hit) => hit.id);
  return {
    rejected: ansicht === "suchen" ? wrongSearch(values, noDate) : ansicht === undefined ? told(rejected) : undefined,
    ...auswahl,
    gewaehlt,
    familie,
    letzte: besides(letzte),
    treffer: gefunden && besides(gefunden.treffer),
    mehr: gefunden?.weiter !== undefined,
    aehnlich: similar,
    fremde,
    akte: whose === undefined ? undefined : fremde.get(whose),
    gesehen: [...new Set([...gesehene(first(values, "gesehen")), ...shown])],
    zeilen: Math.min(NEUE_PERSONEN, Math.max(1, last + (ansicht === "person" ? 1 : 0))),
    fokus: rejected === undefined || ansicht === "letzte" ? "themen" : ansicht === "suchen" ? "suche" : undefined,
  };
}

const told = (rejected: Rejected | undefined): Rejected | undefined =>
  rejected && { ...rejected, errors: inOrder(rejected.errors) };

const wrongSearch = (values: Values, message: string | undefined): Rejected | undefined =>
  message === undefined ? undefined : { values, errors: [{ field: "suche", message }] };

/** The day that stands in the form; today as long as none does. */
export const dayOfForm = (values: Values): string =>
  dayIn(first(values, "am"), { today: today(), sense: "back" }) ?? today();

/** What is searched for; again where hits were on the page, so that they do not vanish with another view or a mistake. */
const searchedFor = (values: Values, ansicht: Ansicht | undefined): string =>
  first(values, ansicht === "suchen" ? "suche" : "gesucht").trim();

/**
 * What stands in a form and can be chosen in it: what was typed; for "wie die letzte" all codes of one's last consultation,
 * while day, persons and note stay; in an empty one the presets (`typed`). Presets are never what cannot be chosen any more;
 * where the last place was closed it is one's own site.
 */
export async function auswahlOf(
  tx: Tx,
  actor: Actor,
  typed: Values,
  preset: Ansicht | "leer" | undefined,
  da?: Vorgefunden,
): Promise<Pick<Formular, "values" | "listen" | "orte">> {
  const [listen, orte] = await Promise.all([listenwahl(tx, dayOfForm(typed)), da?.orte ?? ortwahl(tx, actor)]);
  let values = typed;
  if (preset === "leer") {
    const before = vorbelegt(typed, listen, orte);
    const own = first(before, "ort") !== "" ? undefined : da === undefined ? await ownOrt(tx, actor) : da.eigenerOrt;
    values = own === undefined ? before : { ...before, ort: preselected(orte, [own]) };
  }
  const last = preset === "letzte" ? await vorgabeOf(tx, actor) : undefined;
  if (last !== undefined) values = { ...typed, ...vorbelegt(werteVon(last), listen, orte) };
  return { values, listen, orte: orteVon(orte, values["ort"]) };
}

/** An empty form: its day, the place and way of the last consultation, anonymous. `formularOf` takes out what is closed. */
export function emptyValues(last: Kodes | undefined, am: string): Values {
  const like = last === undefined ? undefined : werteVon(last);
  return {
    am: [am],
    ort: like?.["ort"] ?? [],
    kontaktweg: like?.["kontaktweg"] ?? [""],
    stufe: ["1"],
    personenzahl: ["1"],
    neuzuweisung: ["nein"],
  };
}
