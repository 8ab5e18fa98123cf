import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { Person } from "./personen.ts";

type Option = { readonly value: string; readonly label: string };

/** What the fields of a person offer. */
export type PersonLists = {
  readonly kommunen: readonly Option[];
  readonly altersgruppen: readonly Option[];
  readonly staaten: readonly Option[];
  readonly sprachen: readonly Option[];
};

/** The lists that the fields of a person are chosen from, as they are on a day. Of the Kommunen only `ags`, or none for null. */
export async function personWahl(tx: Tx, day: string, ags?: string | null) {
  const lists = await codelisten(tx);
  return {
    person_kommune: ags === null ? [] : await kommunen(tx, ags),
    person_altersgruppe: wahlAm(lists.altersgruppe, day),
    person_staatsangehoerigkeit: wahlAm(lists.staatsangehoerigkeit, day),
    person_sprachen: wahlAm(lists.sprache, day),
  };
}

/** What a person has of each list: it stays when the person is corrected. */
export const personKept = (person?: Person) => ({
  person_kommune: codesOf([person?.kommune]),
  person_altersgruppe: codesOf([person?.altersgruppe]),
  person_staatsangehoerigkeit: codesOf([person?.staatsangehoerigkeit]),
  person_sprachen: codesOf(person?.sprachen ?? []),
});

const codesOf = (coded: readonly ({ readonly code: string } | null | undefined)[]): string[] =>
  coded.flatMap((one) => one?.code ?? []);

/** What can be chosen today, and what the person has already, even if it ended. */
export async function personLists(tx: Tx, person?: Person): Promise<PersonLists> {
  const wahl = await personWahl(tx, today());
  const kept = personKept(person);
  const options = (list: readonly Choice[], has: readonly string[]) => offered(list, has).map(optionOf);
  return {
    kommunen: options(wahl.person_kommune, kept.person_kommune),
    altersgruppen: options(wahl.person_altersgruppe, kept.person_altersgruppe),
    staaten: options(wahl.person_staatsangehoerigkeit, kept.person_staatsangehoerigkeit),
    sprachen: options(wahl.person_sprachen, kept.person_sprachen),
  };
}
