import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { gruppen } from "../model/gewicht.ts";
import type { Luecke, Meldung } from "../model/luecke.ts";
import { luecken, meldungen } from "./luecken.ts";

/** A gap with what counts for it: those put together with it, and all their reports. */
export type Gruppe = {
  readonly luecke: Luecke;
  readonly andere: readonly Luecke[];
  readonly meldungen: readonly Meldung[];
};

/** Every gap that stands for itself, with those that were put together with it. */
export async function alleGruppen(tx: Tx): Promise<Gruppe[]> {
  const all = await luecken(tx);
  const reports = Map.groupBy(await meldungen(tx), ({ lueckeId }) => lueckeId);
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...gruppen(all)].flatMap(([id, ids]) => {
    const luecke = byId.get(id);
    if (luecke === undefined) return [];
    return [
      {
        luecke,
        andere: ids.slice(1).flatMap((one) => byId.get(one) ?? []),
        meldungen: ids.flatMap((one) => reports.get(one) ?? []),
      },
    ];
  });
}

/** Gaps and every one that counts for them now, by asking upwards: no other gap of the Kreis is read. */
export async function darueber(tx: Tx, ids: readonly string[]): Promise<Luecke[]> {
  const { rows } = await sql<{ id: string }>`with recursive weg as (
      select kreis, id, in_luecke_id from kim.luecke where id = ${anyOf(ids)}
      union select l.kreis, l.id, l.in_luecke_id from weg w join kim.luecke l on l.kreis = w.kreis and l.id = w.in_luecke_id)
    select id from weg`.execute(tx);
  return luecken(
    tx,
    rows.map(({ id }) => id),
  );
}

/** A gap and every one whose reports count for it, however many were put together on the way. */
export async function darunter(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive weg as (
      select kreis, id from kim.luecke where id = ${id}::uuid
      union select l.kreis, l.id from weg w join kim.luecke l on l.kreis = w.kreis and l.in_luecke_id = w.id)
    select id from weg`.execute(tx);
  return rows.map((row) => row.id);
}

/** The gap that counts for this one now, with the ids of all whose reports count for it. @throws NotFound */
export async function gruppeOf(
  tx: Tx,
  id: string,
): Promise<{ readonly wurzel: Luecke; readonly ids: readonly string[] }> {
  const wurzel = isId(id) ? (await darueber(tx, [id])).find(({ inId }) => inId === null) : undefined;
  if (wurzel === undefined) throw new NotFound();
  return { wurzel, ids: await darunter(tx, wurzel.id) };
}
