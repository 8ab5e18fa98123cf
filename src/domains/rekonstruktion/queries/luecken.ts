import type { Tx } from "../../../platform/db.ts";
import { type Luecke, gruppeOf } from "../../luecken/index.ts";

/** A gap that was reported from a station, and the one that counts for it now. */
export type StationLuecke = { readonly stationId: string; readonly lueckeId: string; readonly wurzel: Luecke };

/** Which gaps came from which stations. */
export async function gemeldete(tx: Tx, rekonstruktionId: string) {
  return tx
    .selectFrom("kim.rekonstruktion_luecke as l")
    .innerJoin("kim.rekonstruktion_station as s", (on) =>
      on.onRef("s.kreis", "=", "l.kreis").onRef("s.id", "=", "l.station_id"),
    )
    .select(["l.station_id", "l.luecke_id"])
    .where("s.rekonstruktion_id", "=", rekonstruktionId)
    .orderBy("l.am")
    .orderBy("l.luecke_id")
    .execute();
}

/** The same with what became of them. */
export async function stationLuecken(tx: Tx, rekonstruktionId: string): Promise<StationLuecke[]> {
  const found: StationLuecke[] = [];
  for (const { station_id: stationId, luecke_id: lueckeId } of await gemeldete(tx, rekonstruktionId)) {
    const { wurzel } = await gruppeOf(tx, lueckeId);
    found.push({ stationId, lueckeId, wurzel });
  }
  return found;
}
