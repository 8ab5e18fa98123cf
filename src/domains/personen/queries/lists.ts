import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Kode, codelisten, kodesAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { Person } from "./personen.ts";

type Choice = { readonly value: string; readonly label: string };

/** What the fields of a person offer. */
export type PersonLists = {
  readonly kommunen: readonly Choice[];
  readonly altersgruppen: readonly Choice[];
  readonly staaten: readonly Choice[];
  readonly sprachen: readonly Choice[];
};

/** The codes of today, and those that the person has already, even if they ended. */
export async function personLists(tx: Tx, person?: Person): Promise<PersonLists> {
  const lists = await codelisten(tx);
  const day = today();
  const offer = (list: readonly Kode[], kept: readonly (string | undefined)[]): Choice[] =>
    kodesAm(
      list,
      day,
      kept.filter((code) => code !== undefined),
    ).map(({ code, name }) => ({ value: code, label: name }));
  const towns = (await kommunen(tx)).map(({ ags, name }) => ({ value: ags, label: name }));
  const home = person?.kommune;
  if (home != null && towns.every((town) => town.value !== home.code)) {
    towns.push({ value: home.code, label: home.name });
  }
  return {
    kommunen: towns,
    altersgruppen: offer(lists.altersgruppe, [person?.altersgruppe?.code]),
    staaten: offer(lists.staatsangehoerigkeit, [person?.staatsangehoerigkeit?.code]),
    sprachen: offer(lists.sprache, person?.sprachen.map((language) => language.code) ?? []),
  };
}
