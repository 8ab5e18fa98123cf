import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Station } from "../model/rekonstruktion.ts";
import { gemeldete } from "../queries/luecken.ts";

/** @throws Refused where a station did not break, or speaks for a gap already */
export async function refuseNichtMeldbar(tx: Tx, rekonstruktionId: string, station: Station): Promise<void> {
  if (!station.bruch)
    throw new Refused(
      "Hier brach es nicht. Sagen Sie zuerst bei der Station, woran es brach, dann lässt es sich melden.",
    );
  if ((await gemeldete(tx, rekonstruktionId)).some((one) => one.station_id === station.id))
    throw new Refused("Aus dieser Station ist schon eine Systemlücke gemeldet. Was daraus wurde, steht bei ihr.");
}
