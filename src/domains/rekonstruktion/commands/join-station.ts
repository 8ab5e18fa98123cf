import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { joinForGroup, leaveForGroup } from "../../luecken/index.ts";
import type { ZuordnungEingabe } from "../model/eingabe.ts";
import { anteile } from "../queries/faelle.ts";
import { gemeldete } from "../queries/luecken.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { heldShared } from "../queries/rekonstruktionen.ts";
import { stationOf } from "../queries/stationen.ts";
import { geschah } from "../rows/ereignis.ts";
import { kenntIn } from "../rows/pruefen.ts";
import { refuseNichtMeldbar } from "../rows/meldbar.ts";

/**
 * A break is the same as a gap that is known: it speaks for it, the cases of the reconstruction count there, each once, and the group
 * is told what becomes of it. Returns the reconstruction. @throws NotFound, Refused naming the field
 */
export async function joinStation(tx: Tx, actor: Actor, stationId: string, input: ZuordnungEingabe): Promise<string> {
  const { rekonstruktion, station } = await stationOf(tx, actor, stationId);
  const { id } = await heldShared(tx, actor, rekonstruktion.id);
  if (!may(actor, "luecke.melden")) throw new NotFound();
  await refuseNichtMeldbar(tx, id, station);
  const konten = (await mitglieder(tx, id)).flatMap(({ kontoId }) => kontoId ?? []);
  const { luecke, ...meldung } = input;
  const { lueckeId, meldungId } = await joinForGroup(tx, actor, luecke, meldung, {
    kennt: await kenntIn(tx, actor, id),
    anteile: await anteile(tx, id),
    konten: konten.filter((one) => one !== actor.kontoId),
  });
  await tx
    .insertInto("kim.rekonstruktion_luecke")
    .values({ kreis: actor.kreis, station_id: stationId, luecke_id: lueckeId, am: today(), meldung_id: meldungId })
    .execute();
  await geschah(tx, actor, id, "rekonstruktion.luecke");
  return id;
}

/**
 * Takes that back: the gap stands as if the group had not spoken for it. Returns the reconstruction.
 * @throws NotFound, Refused where the gap was born of the station, or is over
 */
export async function leaveStation(tx: Tx, actor: Actor, stationId: string): Promise<string> {
  const { rekonstruktion } = await stationOf(tx, actor, stationId);
  const { id } = await heldShared(tx, actor, rekonstruktion.id);
  if (!may(actor, "luecke.melden")) throw new NotFound();
  const all = await gemeldete(tx, id);
  const one = all.find((row) => row.station_id === stationId);
  if (one === undefined) throw new NotFound();
  const { luecke_id: lueckeId, meldung_id: meldungId } = one;
  if (meldungId === null)
    throw new Refused(
      "Die Lücke ist aus dieser Station entstanden und bleibt. Was aus ihr wird, sagt die Koordination.",
    );
  const alone = all.every((row) => row.station_id === stationId || row.luecke_id !== lueckeId);
  await leaveForGroup(tx, actor, { lueckeId, meldungId }, alone ? await anteile(tx, id) : []);
  await tx
    .deleteFrom("kim.rekonstruktion_luecke")
    .where("station_id", "=", stationId)
    .where("luecke_id", "=", lueckeId)
    .execute();
  await geschah(tx, actor, id, "rekonstruktion.luecke_heraus");
  return id;
}
