import type { Tx } from "../../../platform/db.ts";
import { type Luecke, darueber } from "../../luecken/index.ts";

/** A gap that was reported from a station, and the one that counts for it now. */
export type StationLuecke = {
  readonly stationId: string;
  readonly lueckeId: string;
  readonly wurzel: Luecke;
  /** Whether it was there before the break was added to it: that can be taken back. */
  readonly zugeordnet: boolean;
};

/** Which gaps came from which stations. */
export async function gemeldete(tx: Tx, rekonstruktionId: string) {
  return tx
    .selectFrom("kim.rekonstruktion_luecke as l")
    .innerJoin("kim.rekonstruktion_station as s", (on) =>
      on.onRef("s.kreis", "=", "l.kreis").onRef("s.id", "=", "l.station_id"),
    )
    .select(["l.station_id", "l.luecke_id", "l.meldung_id"])
    .where("s.rekonstruktion_id", "=", rekonstruktionId)
    .orderBy("l.am")
    .orderBy("l.luecke_id")
    .execute();
}

/** The same with what became of them, however many were put together on the way. */
export async function stationLuecken(tx: Tx, rekonstruktionId: string): Promise<StationLuecke[]> {
  const rows = await gemeldete(tx, rekonstruktionId);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.luecke_id);
  const byId = new Map((await darueber(tx, ids)).map((one) => [one.id, one]));
  const top = (id: string): Luecke | undefined => {
    const one = byId.get(id);
    return one === undefined || one.inId === null ? one : top(one.inId);
  };
  return rows.flatMap(({ station_id: stationId, luecke_id: lueckeId, meldung_id: meldungId }) => {
    const wurzel = top(lueckeId);
    return wurzel === undefined ? [] : [{ stationId, lueckeId, wurzel, zugeordnet: meldungId !== null }];
  });
}
