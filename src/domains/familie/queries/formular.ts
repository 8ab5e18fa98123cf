import type { Actor } from "../../../platform/actor.ts";
import { type Choice, offered, optionOf, preselected } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import {
  type PersonKurz,
  findDoubles,
  findPersons,
  lastPersons,
  nobodyFound,
  personOf,
  personsByIds,
  searchProblem,
} from "../../personen/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { angehoerigeVon } from "./familie.ts";

type Option = { readonly value: string; readonly label: string };

/** What the form for somebody more shows: what stands in it, what can be chosen, who may be meant. */
export type Formular = {
  readonly person: { readonly id: string; readonly name: string };
  readonly values: Values;
  readonly rejected: Rejected | undefined;
  /** Persons that are there already: found, similar to the new one, or seen last. */
  readonly vorhandene: readonly PersonKurz[];
  /** What the search says; undefined where nobody searched. */
  readonly gefunden: string | undefined;
  /** What the shown hits were searched with. */
  readonly gesucht: string;
  /** Similar persons that were shown up to now. */
  readonly gesehen: readonly string[];
  readonly kommunen: readonly Option[];
  readonly altersgruppen: readonly Option[];
  readonly staaten: readonly Option[];
  readonly sprachen: readonly Option[];
};

/** So many of those whom one saw last stand ready, and so many hits of a search. */
const LAST = 5;
const HITS = 10;

/** Which other view of the form was asked for; undefined where it was meant to be saved. */
export const wantsSearch = (rejected: Rejected | undefined): boolean =>
  rejected !== undefined && first(rejected.values, "ansicht") === "suchen";

/** @throws NotFound for a foreign person as for none */
export async function formularOf(tx: Tx, actor: Actor, id: string, rejected: Rejected | undefined): Promise<Formular> {
  const person = await personOf(tx, actor, id);
  const [kurz] = await personsByIds(tx, actor, [id]);
  const lists = await codelisten(tx);
  const now = today();
  const places = await kommunen(tx);
  const wahl = (list: readonly Choice[], name: string) => offered(list, values[name] ?? []).map(optionOf);
  const open = (list: readonly Choice[], codes: readonly string[]) => preselected(list, codes);
  const sprachen = wahlAm(lists.sprache, now);
  // The family lives, speaks and is called as the person, until somebody says otherwise.
  const preset: Values = {
    person_nachname: [person.name.nachname],
    person_kommune: open(places, person.kommune === null ? [] : [person.kommune.code]),
    person_sprachen: open(
      sprachen,
      person.sprachen.map(({ code }) => code),
    ),
    zusammen: ["ja"],
  };
  const values = rejected?.values ?? preset;
  const vorhanden = await whoMayBeMeant(tx, actor, id, rejected);
  return {
    person: { id, name: kurz?.name ?? "" },
    values,
    rejected: wantsSearch(rejected) ? wrongSearch(values) : rejected,
    ...vorhanden,
    kommunen: wahl(places, "person_kommune"),
    altersgruppen: wahl(wahlAm(lists.altersgruppe, now), "person_altersgruppe"),
    staaten: wahl(wahlAm(lists.staatsangehoerigkeit, now), "person_staatsangehoerigkeit"),
    sprachen: wahl(sprachen, "person_sprachen"),
  };
}

const wrongSearch = (values: Values): Rejected | undefined => {
  const message = searchProblem(first(values, "suche"));
  return message === undefined ? undefined : { values, errors: [{ field: "suche", message }] };
};

/** Who a half-typed form is about. */
export const enteredIn = (values: Values) => ({
  name: `${first(values, "person_vorname")} ${first(values, "person_nachname")}`.trim(),
  geburtsdatum: dayIn(first(values, "person_geburtsdatum"), { today: today(), sense: "birth" }) ?? null,
});

async function whoMayBeMeant(tx: Tx, actor: Actor, id: string, rejected: Rejected | undefined) {
  const values = rejected?.values ?? {};
  const chosen = await personsByIds(tx, actor, values["vorhandene"] ?? []);
  const searched = first(values, wantsSearch(rejected) ? "suche" : "gesucht").trim();
  const besides = (persons: readonly PersonKurz[]) =>
    persons.filter((one) => one.id !== id && !chosen.some((other) => other.id === one.id));
  const seen = values["gesehen"] ?? [];
  if (searched !== "" && searchProblem(searched) === undefined) {
    const hits = besides((await findPersons(tx, actor, searched)).treffer).slice(0, HITS);
    return {
      vorhandene: [...chosen, ...hits],
      gefunden: hits.length === 0 ? nobodyFound(searched) : `${hits.length} gefunden`,
      gesucht: searched,
      gesehen: seen,
    };
  }
  const typed = first(values, "person_vorname") !== "";
  const similar = rejected !== undefined && typed ? besides(await findDoubles(tx, actor, enteredIn(values))) : [];
  const family = rejected === undefined ? (await angehoerigeVon(tx, actor, [id])).map((one) => one.id) : [];
  const seenLast = rejected === undefined ? await lastPersons(tx, actor, LAST) : [];
  const last = besides(seenLast).filter((one) => !family.includes(one.id));
  return {
    vorhandene: [...chosen, ...similar, ...last],
    gefunden: undefined,
    gesucht: "",
    gesehen: [...new Set([...seen, ...similar.map((hit) => hit.id)])],
  };
}
