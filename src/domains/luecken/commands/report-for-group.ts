import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { lockRow } from "../../../platform/held.ts";
import type { NeueLuecke } from "../model/luecke.ts";
import { isEnde } from "../model/stand.ts";
import type { Kennt } from "../model/pruefung.ts";
import { darueber, darunter } from "../queries/gruppe.ts";
import { meldungen } from "../queries/luecken.ts";
import { insertLuecke } from "../rows/luecke.ts";
import { istGemeldet } from "../rows/meldung.ts";

export const SAGEN = "luecke.sagen";

/** A case as it counts for a gap outside of its file: whose it is, never which. */
export type Anteil = { readonly id: string; readonly traegerId: string };

type Gruppe = {
  readonly kennt: Kennt;
  readonly anteile: readonly Anteil[];
  /** The accounts that took part: they are told what becomes of it, as reporters are. */
  readonly konten: readonly string[];
};

async function writeAnteile(
  tx: Tx,
  { kreis }: Actor,
  lueckeId: string,
  of: { readonly anteile: readonly Anteil[]; readonly kommunen: readonly string[]; readonly seit: string | null },
): Promise<void> {
  for (const { id, traegerId } of of.anteile) {
    const { id: meldungId } = await tx
      .insertInto("kim.luecke_meldung")
      .values({
        kreis,
        luecke_id: lueckeId,
        traeger_id: traegerId,
        herkunft: "fall",
        seit: of.seit,
        am: today(),
        anteil_id: id,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const rows = [...new Set(of.kommunen)].map((ags) => ({ kreis, meldung_id: meldungId, ags }));
    if (rows.length > 0) await tx.insertInto("kim.luecke_meldung_kommune").values(rows).execute();
  }
}

/**
 * Reports a gap that a group found when it went through cases: each of them counts once, as one of its Träger. Returns its id.
 * @throws Refused naming the field
 */
export async function reportForGroup(
  tx: Tx,
  actor: Actor,
  input: NeueLuecke,
  { kennt, anteile, konten }: Gruppe,
): Promise<string> {
  const quelle = { herkunft: "rekonstruktion", fallId: null, beratungId: null, kontoId: null, kennt } as const;
  const id = await insertLuecke(tx, actor, input, quelle);
  await writeAnteile(tx, actor, id, { anteile, kommunen: input.kommunen, seit: input.seit });
  await tellGroup(tx, actor, id, konten);
  return id;
}

/** Those who took part read of every step of a gap from now on. Their rows are their own; only the worker writes them. */
export async function tellGroup(tx: Tx, { kreis }: Actor, lueckeId: string, konten: readonly string[]): Promise<void> {
  for (const kontoId of konten) await enqueue(tx, SAGEN, { kreis, lueckeId, kontoId });
}

/**
 * One more case of the same reconstruction, added by whoever keeps it. Nothing where the case counts for this gap already, or the gap
 * is over.
 */
export async function countAnteil(
  tx: Tx,
  actor: Actor,
  lueckeId: string,
  { fallId, ...anteil }: Anteil & { readonly fallId: string },
): Promise<void> {
  const top = (await darueber(tx, [lueckeId])).find(({ inId }) => inId === null);
  if (top === undefined) return;
  await lockRow(tx, "kim.luecke", top.id);
  const gaps = await darunter(tx, top.id);
  if (isEnde(top.stand) || (await istGemeldet(tx, { fallId, beratungId: null }, gaps))) return;
  const of = (await meldungen(tx, [lueckeId])).find(({ herkunft }) => herkunft === "rekonstruktion");
  const kommunen = of?.kommunen ?? [];
  await writeAnteile(tx, actor, lueckeId, { anteile: [anteil], kommunen, seit: of?.seit ?? null });
}
