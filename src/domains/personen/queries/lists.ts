import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { Person } from "./person.ts";

type Option = { readonly value: string; readonly label: string };

/** The lists that something about a person is chosen from. */
type Listenname = "kommune" | "altersgruppe" | "staat" | "land" | "sprache" | "gespraech" | "unterkunftsart";

/** What the fields of a person offer. */
export type PersonLists = Readonly<Record<Listenname, readonly Option[]>>;

const LISTS: Readonly<Record<string, Listenname>> = {
  person_kommune: "kommune",
  person_altersgruppe: "altersgruppe",
  person_staatsangehoerigkeit: "staat",
  staaten: "staat",
  geburtsland: "land",
  verstaendigungssprache: "gespraech",
  unterkunftsart: "unterkunftsart",
};

/** Which list a field is chosen from; the others are languages. */
export const listOf = (field: string): Listenname => LISTS[field] ?? "sprache";

/** The lists as they are on a day. Of the Kommunen only `ags`, or none for null. */
export async function personWahl(tx: Tx, day: string, ags?: string | null) {
  const lists = await codelisten(tx);
  return {
    kommune: ags === null ? [] : await kommunen(tx, ags),
    altersgruppe: wahlAm(lists.altersgruppe, day),
    staat: wahlAm(lists.staatsangehoerigkeit, day),
    land: wahlAm(lists.staatsangehoerigkeit, day),
    sprache: wahlAm(lists.sprache, day),
    gespraech: wahlAm(lists.sprache, day),
    unterkunftsart: wahlAm(lists.unterkunftsart, day),
  };
}

/** What a person has of each list: it stays when the person is corrected. */
export const personKept = (person?: Person): Readonly<Record<Listenname, readonly string[]>> => ({
  kommune: codesOf([person?.kommune]),
  altersgruppe: codesOf([person?.altersgruppe]),
  staat: codesOf([person?.staatsangehoerigkeit, ...(person?.weitereStaaten ?? [])]),
  land: codesOf([person?.geburtsland]),
  sprache: codesOf(person?.sprachen ?? []),
  gespraech: codesOf([person?.verstaendigungssprache]),
  unterkunftsart: codesOf([person?.unterkunftsart]),
});

const codesOf = (coded: readonly ({ readonly code: string } | null | undefined)[]): string[] =>
  coded.flatMap((one) => one?.code ?? []);

/** What can be chosen today, and what the person has already, even if it ended. */
export async function personLists(tx: Tx, person?: Person): Promise<PersonLists> {
  const wahl = await personWahl(tx, today());
  const kept = personKept(person);
  const options = (list: readonly Choice[], has: readonly string[]) => offered(list, has).map(optionOf);
  return {
    kommune: options(wahl.kommune, kept.kommune),
    altersgruppe: options(wahl.altersgruppe, kept.altersgruppe),
    staat: options(wahl.staat, kept.staat),
    land: options(wahl.land, kept.land),
    sprache: options(wahl.sprache, kept.sprache),
    gespraech: options(wahl.gespraech, kept.gespraech),
    unterkunftsart: options(wahl.unterkunftsart, kept.unterkunftsart),
  };
}
