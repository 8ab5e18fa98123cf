import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import {
  type Ergebnis,
  type Vorhanden,
  type Zeile,
  fastGleich,
  isFortsetzung,
  mitFastgleich,
  tagUndOrt,
} from "../../../listen/index.ts";
import type { Neue } from "./frueher.ts";
import { readCodes } from "./kontext.ts";

const WO = "eine Beratung, die eine früher übernommene Liste brachte";

/** Consultations that earlier lists brought on these days, by day and Kommune; those with one of these prints are known. */
async function vorhandene(
  tx: Tx,
  { actor, id }: Neue,
  tage: readonly string[],
  bekannt: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Vorhanden[]>> {
  const rows = await tx
    .selectFrom("kim.beratung as b")
    .select(["b.am", "b.ags", "b.kontaktweg", "b.dauer_min", "b.neuzuweisung", "b.abdruck"])
    .select(
      sql<string[]>`coalesce((select array_agg(t.handlungsfeld order by t.handlungsfeld) from kim.beratung_thema t
        where t.kreis = b.kreis and t.beratung_id = b.id), '{}')`.as("themen"),
    )
    .where("b.traeger_id", "=", actor.traegerId)
    .where("b.uebernahme_id", "is not", null)
    .where("b.zurueckgezogen", "=", false)
    .where("b.am", "=", anyOf(tage))
    .$if(id !== null, (query) => query.where("b.uebernahme_id", "<>", id))
    .execute();
  const fresh = rows.filter(({ abdruck }) => abdruck !== null && !bekannt.has(abdruck.toString("hex")));
  return Map.groupBy(
    fresh.map(({ am, ags, kontaktweg, neuzuweisung, themen, dauer_min }) => ({
      wo: WO,
      zeile: { am, ags, kontaktweg, neuzuweisung, themen, dauerMin: dauer_min },
    })),
    ({ zeile }) => tagUndOrt(zeile),
  );
}

/**
 * Holds rows that are nearly the same as a consultation of an earlier list which this one does not repeat, where it repeats most
 * of that list: a list that was corrected and brought again. `abdruecke` are the prints of all its rows, before any was held.
 */
export async function ohneFastVorhandene(
  tx: Tx,
  neue: Neue,
  ergebnis: Ergebnis,
  abdruecke: ReadonlySet<string>,
  isWanted: (zeile: Zeile) => boolean,
): Promise<Ergebnis> {
  const held = ergebnis.zeilen.filter(({ stand, wiederholt }) => stand === "wiederholt" && wiederholt === null).length;
  const fresh = ergebnis.zeilen.filter(({ stand, beratung }) => stand === "uebernommen" && beratung !== null);
  if (!isFortsetzung(held, fresh.length) || fresh.length === 0) return ergebnis;
  const days = [...new Set(fresh.flatMap(({ beratung }) => beratung?.am ?? []))];
  const known = await vorhandene(tx, neue, days, abdruecke);
  if (known.size === 0) return ergebnis;
  const codes = await readCodes(tx);
  const zeilen = ergebnis.zeilen.map((zeile) => {
    if (zeile.stand !== "uebernommen" || zeile.beratung === null || isWanted(zeile)) return zeile;
    const fast = fastGleich(zeile.beratung, known.get(tagUndOrt(zeile.beratung)) ?? [], codes);
    return fast === undefined ? zeile : mitFastgleich(zeile, fast);
  });
  return { ...ergebnis, zeilen };
}
