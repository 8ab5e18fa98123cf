import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From } from "../../../platform/place.ts";
import { ofPersons } from "../../personen/index.ts";
import { type BeratungKurz, kurzByIds } from "./beratungen.ts";

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
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const found = await tx
    .with("alle", (q) =>
      q
        .selectFrom("kim.beratung_person as p")
        .innerJoin("kim.beratung as b", (on) => on.onRef("b.kreis", "=", "p.kreis").onRef("b.id", "=", "p.beratung_id"))
        .select(["b.id", "b.am"])
        .distinct()
        .where("p.person_id", "=", ofPersons(personen))
        .where("b.am", ">=", seit)
        .where("b.zurueckgezogen", "=", false),
    )
    .selectFrom("alle")
    .select("id")
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const ids = found.map(({ id }) => id);
  return kurzByIds(tx, ids);
}
