import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type NeueLuecke, reportForGroup } from "../../luecken/index.ts";
import { anteile } from "../queries/faelle.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { heldShared } from "../queries/rekonstruktionen.ts";
import { stationOf } from "../queries/stationen.ts";
import { geschah } from "../rows/ereignis.ts";
import { refuseNichtMeldbar } from "../rows/meldbar.ts";
import { kenntIn } from "../rows/pruefen.ts";

/**
 * A break becomes a gap: its cases count there, each once, and the whole group is told what becomes of it. Returns the
 * reconstruction. @throws NotFound, Refused naming the field
 */
export async function reportStation(tx: Tx, actor: Actor, stationId: string, input: NeueLuecke): Promise<string> {
  const { rekonstruktion, station } = await stationOf(tx, actor, stationId);
  const { id } = await heldShared(tx, actor, rekonstruktion.id);
  if (!may(actor, "luecke.melden")) throw new NotFound();
  await refuseNichtMeldbar(tx, id, station);
  const konten = (await mitglieder(tx, id)).flatMap(({ kontoId }) => kontoId ?? []);
  const lueckeId = await reportForGroup(tx, actor, input, {
    kennt: await kenntIn(tx, actor, id),
    anteile: await anteile(tx, id),
    konten: konten.filter((one) => one !== actor.kontoId),
  });
  await tx
    .insertInto("kim.rekonstruktion_luecke")
    .values({ kreis: actor.kreis, station_id: stationId, luecke_id: lueckeId, am: today() })
    .execute();
  await geschah(tx, actor, id, "rekonstruktion.luecke");
  return id;
}
