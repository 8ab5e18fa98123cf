import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { StationEingabe } from "../model/eingabe.ts";
import { stationValues } from "../model/rekonstruktion.ts";
import { gemeldete } from "../queries/luecken.ts";
import { heldShared, refuseNichtInArbeit } from "../queries/rekonstruktionen.ts";
import { type StationAkte, stationOf, stationen } from "../queries/stationen.ts";
import { geschah } from "../rows/ereignis.ts";
import { refuseStationKodes } from "../rows/kodes.ts";
import { refuseText } from "../rows/pruefen.ts";

const spalten = (input: StationEingabe) => ({
  wann: input.wann,
  geschehen: input.geschehen,
  handelnd_art: input.handelnd_art,
  handelnd: input.handelnd,
  gebraucht: input.gebraucht,
  gelungen: input.gelungen,
  bruch: input.bruch === "ja",
  bruch_text: input.bruch_text,
  offen: input.offen,
});

const texte = ({ wann, geschehen, handelnd, gebraucht, gelungen, bruch_text, offen }: StationEingabe) => ({
  wann,
  geschehen,
  handelnd,
  gebraucht,
  gelungen,
  bruch_text,
  offen,
});

async function setGruende(tx: Tx, { kreis }: Actor, stationId: string, gruende: readonly string[]): Promise<void> {
  await tx.deleteFrom("kim.rekonstruktion_bruch").where("station_id", "=", stationId).execute();
  const rows = [...new Set(gruende)].map((bruchgrund) => ({ kreis, station_id: stationId, bruchgrund }));
  if (rows.length > 0) await tx.insertInto("kim.rekonstruktion_bruch").values(rows).execute();
}

/** Stations stand as in this list. */
async function order(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update kim.rekonstruktion_station s set rang = o.rang
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, rang) where s.id = o.id`.execute(tx);
}

/** Adds a station, behind all or before another one. Returns its id. @throws NotFound, Refused */
export async function addStation(tx: Tx, actor: Actor, of: string, input: StationEingabe): Promise<string> {
  refuseNichtInArbeit(await heldShared(tx, actor, of));
  await refuseText(tx, actor, of, texte(input), input.kein_name);
  await refuseStationKodes(tx, input);
  const there = (await stationen(tx, of)).map((one) => one.id);
  const at = input.vor === null ? there.length : there.indexOf(input.vor);
  if (at < 0)
    throw new Refused("Die Station, vor die diese gehört, gibt es nicht mehr. Beginnen Sie auf der Seite neu.");
  const id = randomUUID();
  await tx
    .insertInto("kim.rekonstruktion_station")
    .values({ kreis: actor.kreis, id, rekonstruktion_id: of, rang: at + 1, ...spalten(input) })
    .execute();
  await setGruende(tx, actor, id, input.bruchgruende);
  await order(tx, there.toSpliced(at, 0, id));
  await geschah(tx, actor, of, "rekonstruktion.station");
  return id;
}

/** The station and its reconstruction, held: both stay what they are until the end of the transaction. @throws NotFound, Refused */
async function heldStation(tx: Tx, actor: Actor, id: string, entfernt = false): Promise<StationAkte> {
  const { rekonstruktion } = await stationOf(tx, actor, id, entfernt);
  refuseNichtInArbeit(await heldShared(tx, actor, rekonstruktion.id));
  await lockRow(tx, "kim.rekonstruktion_station", id);
  return stationOf(tx, actor, id, entfernt);
}

/** Returns the reconstruction. @throws NotFound, Stale, Refused */
export async function changeStation(tx: Tx, actor: Actor, { id, version }: At, input: StationEingabe): Promise<string> {
  const { station, rekonstruktion } = await heldStation(tx, actor, id);
  held(station, version, stationValues);
  await refuseText(tx, actor, rekonstruktion.id, texte(input), input.kein_name);
  await refuseStationKodes(tx, input, station);
  await tx
    .updateTable("kim.rekonstruktion_station")
    .set({ ...spalten(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await setGruende(tx, actor, id, input.bruchgruende);
  await geschah(tx, actor, rekonstruktion.id, "rekonstruktion.station");
  return rekonstruktion.id;
}

/** Moves a station up or down by one. Returns the reconstruction. @throws NotFound, Refused */
export async function shiftStation(tx: Tx, actor: Actor, id: string, hin: "hoch" | "runter"): Promise<string> {
  const { station, rekonstruktion, alle } = await heldStation(tx, actor, id);
  const others = alle.map((one) => one.id).filter((one) => one !== id);
  const at = Math.max(0, station.nr - 1 + (hin === "hoch" ? -1 : 1));
  await order(tx, others.toSpliced(at, 0, id));
  await geschah(tx, actor, rekonstruktion.id, "rekonstruktion.station");
  return rekonstruktion.id;
}

/**
 * Drops a station, or fetches it back to about where it stood. Returns the reconstruction.
 * @throws NotFound, Stale
 * @throws Refused where a gap was born of it
 */
export async function dropStation(tx: Tx, actor: Actor, { id, version }: At): Promise<string> {
  const { station, rekonstruktion } = await heldStation(tx, actor, id);
  held(station, version);
  if ((await gemeldete(tx, rekonstruktion.id)).some((one) => one.station_id === id))
    throw new Refused("Aus dieser Station wurde eine Systemlücke gemeldet. Sie bleibt.");
  await setEntfernt(tx, id, true);
  await geschah(tx, actor, rekonstruktion.id, "rekonstruktion.station_heraus");
  return rekonstruktion.id;
}

export async function restoreStation(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { rekonstruktion } = await heldStation(tx, actor, id, true);
  await setEntfernt(tx, id, false);
  await order(
    tx,
    (await stationen(tx, rekonstruktion.id)).map((one) => one.id),
  );
  await geschah(tx, actor, rekonstruktion.id, "rekonstruktion.station_zurueck");
  return rekonstruktion.id;
}

async function setEntfernt(tx: Tx, id: string, entfernt: boolean): Promise<void> {
  const done = await tx
    .updateTable("kim.rekonstruktion_station")
    .set({ entfernt })
    .where("id", "=", id)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound();
}
