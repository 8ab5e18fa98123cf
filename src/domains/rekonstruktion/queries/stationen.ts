import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { Rekonstruktion, Station } from "../model/rekonstruktion.ts";
import { rekonstruktionOf } from "./rekonstruktionen.ts";

const GRUENDE = sql<string[]>`array(select b.bruchgrund from kim.rekonstruktion_bruch b
  join ref.bruchgrund g on g.code = b.bruchgrund where b.kreis = s.kreis and b.station_id = s.id order by g.rang)`;

async function lies(tx: Tx, rekonstruktionId: string, entfernt: boolean): Promise<Station[]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_station as s")
    .selectAll("s")
    .select(GRUENDE.as("gruende"))
    .where("s.rekonstruktion_id", "=", rekonstruktionId)
    .where("s.entfernt", "=", entfernt)
    .orderBy("s.rang")
    .orderBy("s.id")
    .execute();
  return rows.map((row, i) => ({
    id: row.id,
    rekonstruktionId: row.rekonstruktion_id,
    nr: i + 1,
    wann: row.wann,
    geschehen: row.geschehen,
    handelndArt: row.handelnd_art,
    handelnd: row.handelnd,
    gebraucht: row.gebraucht,
    gelungen: row.gelungen,
    bruch: row.bruch,
    bruchgruende: row.gruende,
    bruchText: row.bruch_text,
    offen: row.offen,
    version: row.version,
  }));
}

/** The stations of a reconstruction in their order. */
export const stationen = (tx: Tx, rekonstruktionId: string): Promise<Station[]> => lies(tx, rekonstruktionId, false);

/** What was dropped and can be fetched back. */
export const entfernte = (tx: Tx, rekonstruktionId: string): Promise<Station[]> => lies(tx, rekonstruktionId, true);

export type StationAkte = {
  readonly station: Station;
  readonly rekonstruktion: Rekonstruktion;
  readonly alle: readonly Station[];
};

/** Which reconstruction a station belongs to, dropped or not. @throws NotFound */
export async function vonStation(tx: Tx, id: string): Promise<string> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.rekonstruktion_station")
        .select("rekonstruktion_id")
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return row.rekonstruktion_id;
}

/** One station with what it belongs to; one that was dropped only for whoever fetches it back. @throws NotFound */
export async function stationOf(tx: Tx, actor: Actor, id: string, entfernt = false): Promise<StationAkte> {
  const rekonstruktion = await rekonstruktionOf(tx, actor, await vonStation(tx, id));
  const alle = await lies(tx, rekonstruktion.id, entfernt);
  const station = alle.find((one) => one.id === id);
  if (station === undefined) throw new NotFound();
  return { station, rekonstruktion, alle };
}
