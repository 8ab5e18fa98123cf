import { sql } from "../../../platform/db.ts";
import type { Spalte } from "../model/filter.ts";
import type { Listenwoerter } from "../model/listenwoerter.ts";
import { STUFEN } from "../model/beratung.ts";

/** Codes in the order of the words that the list shows for them. */
export type Wortfolge = Listenwoerter["folge"];

/** The column that the list calls so. */
const COLUMN: Readonly<Record<Spalte, string>> = {
  stufe: "stufe",
  ergebnis: "ergebnis",
  sprache: "sprache",
  kommune: "ags",
  personen: "personenzahl",
  dauer: "dauer_min",
};

const NOTHING = -1_000_000;

/**
 * What a row is sorted by, of the table with an alias: a number whose largest comes first. What a row does not tell comes last
 * either way. Only columns of the index of the list (0024), so that no row is read for it.
 */
export function schluesselDer(spalte: Spalte, abwaerts: boolean, woerter: Wortfolge) {
  const words = spalte === "stufe" ? STUFEN : spalte === "personen" || spalte === "dauer" ? undefined : woerter[spalte];
  const sign = sql.raw(abwaerts ? "" : "-");
  return (alias: string) => {
    const column = sql.ref(`${alias}.${COLUMN[spalte]}`);
    const value = words === undefined ? column : sql`array_position(${[...words]}::text[], ${column})`;
    return sql<number>`coalesce(${sign}${value}, ${sql.lit(NOTHING)})`;
  };
}
