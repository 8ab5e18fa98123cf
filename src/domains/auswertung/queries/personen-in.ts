import { type Tx, sql } from "../../../platform/db.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import type { Zahlenstand } from "./zahlenstand.ts";

/** Different persons or households of a Träger in a period, the `nr`-th that was asked for, counted from 1. */
export type Personen = {
  readonly nr: number;
  readonly traegerId: string;
  readonly art: string;
  readonly anzahl: number;
};

/** Persons of periods; nothing of those that are no month, quarter, half-year or year of the calendar. */
export const personenIn = (tx: Tx, stand: Zahlenstand, spans: readonly Zeitraum[]): Promise<readonly Personen[]> =>
  // Where no half-year counts anything, nobody is counted either.
  Object.keys(stand.blaetter).length === 0 ? Promise.resolve([]) : gezaehlte(tx, stand, spans);

const gezaehlte = jeZaehlung(100, async (tx, _stand, spans: readonly Zeitraum[]): Promise<readonly Personen[]> => {
  const [von, bis] = [spans.map((z) => z.von), spans.map((z) => z.bis)];
  const { rows } = await sql<Personen>`
    select s.nr::int, z.traeger_id as "traegerId", z.art, z.anzahl
    from unnest(${von}::date[], ${bis}::date[]) with ordinality as s (von, bis, nr)
    join kim.zaehlung_person z on z.von = s.von and z.bis = s.bis`.execute(tx);
  return rows;
});
