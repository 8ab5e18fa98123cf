import { randomUUID } from "node:crypto";
import { type Tx, insertMany } from "../../../platform/db.ts";
import type { Gespeichert } from "../queries/gespeichert.ts";
import { merkwort, type Summe } from "../../../listen/index.ts";

/** Keeps the sums of a tally as they are, with their themes and the words that nobody knew (ids by `merkwort`). */
export async function takeSummen(
  tx: Tx,
  { actor, id }: Pick<Gespeichert, "actor" | "id">,
  summen: readonly Summe[],
  woerter: ReadonlyMap<string, string>,
): Promise<void> {
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId };
  const rows = summen.map((summe) => ({ summe, id: randomUUID() }));
  await insertMany(
    tx,
    "kim.summe",
    rows.map(({ summe: { von, bis, ags, beratungen, neuzuweisungen }, id: summeId }) => ({
      ...owner,
      id: summeId,
      uebernahme_id: id,
      von,
      bis,
      ags,
      beratungen,
      neuzuweisungen,
    })),
  );
  const themen = rows.flatMap(({ summe, id: summe_id }) =>
    Object.entries(summe.themen).map(([handlungsfeld, anzahl]) => ({ ...owner, summe_id, handlungsfeld, anzahl })),
  );
  await insertMany(tx, "kim.summe_thema", themen);
  const mentions = rows.flatMap(({ summe, id: summe_id }) =>
    [...openWords(summe, woerter)].map(([wort_id, anzahl]) => ({
      ...owner,
      summe_id,
      wort_id,
      anzahl,
    })),
  );
  await insertMany(tx, "kim.summe_wort", mentions);
}

/** Mentions by word: two spellings may be one. */
function openWords({ offeneThemen }: Summe, woerter: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [wort, n] of Object.entries(offeneThemen)) {
    const id = woerter.get(merkwort("thema", wort));
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + n);
  }
  return counts;
}
