import { type Tx, anyOf } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { ANTWORT, type Antworten } from "../model/antwort.ts";

/** What those say who reported these gaps. */
export async function antwortenZu(tx: Tx, lueckeIds: readonly string[]): Promise<Antworten> {
  const rows = await tx
    .selectFrom("kim.luecke_antwort")
    .select(["antwort", "satz"])
    .where("luecke_id", "=", anyOf(lueckeIds))
    .orderBy("am")
    .orderBy("id")
    .execute();
  const said = rows.map((row) => known(ANTWORT, row.antwort));
  const count = (one: (typeof ANTWORT)[number]) => said.filter((of) => of === one).length;
  return {
    alle: rows.length,
    je: {
      besser: count("besser"),
      etwas: count("etwas"),
      gleich: count("gleich"),
      schlechter: count("schlechter"),
      weiss_nicht: count("weiss_nicht"),
    },
    saetze: rows.flatMap(({ satz }) => satz ?? []),
  };
}
