import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From } from "../../../platform/place.ts";
import { ofEachPerson } from "../../personen/index.ts";
import { type BeratungKurz, MIT_PERSON, beratungenMit, kurzByIds } from "./beratungen.ts";

type Frage = {
  readonly personen: readonly string[];
  readonly seit: string;
  readonly from: From;
  readonly size: number;
};

/**
 * The consultations with any of these persons since a day, for a timeline: at most one more than a page holds, in the order of
 * paging. One with several of them comes once; withdrawn ones do not count.
 */
export async function beratungenSince(tx: Tx, { personen, seit, from, size }: Frage): Promise<BeratungKurz[]> {
  const paging = keyset(from, size, MIT_PERSON);
  const found = await ofEachPerson(tx, personen, paging, (eachPerson) =>
    beratungenMit(tx, paging, eachPerson).where("p.am", ">=", seit),
  );
  const ids = found.map(({ id }) => id);
  return kurzByIds(tx, ids);
}
