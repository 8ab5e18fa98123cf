import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { lockRow } from "../../../platform/held.ts";
import type { MeldungEingabe, NeueLuecke } from "../model/luecke.ts";
import { isEnde } from "../model/stand.ts";
import type { Kennt } from "../model/pruefung.ts";
import { darueber, darunter, gruppeOf } from "../queries/gruppe.ts";
import { lueckeOf, meldungen } from "../queries/luecken.ts";
import { countOnce } from "../rows/doppelt.ts";
import { insertLuecke, pruefeMeldung } from "../rows/luecke.ts";
import { istGemeldet, writeMeldung } from "../rows/meldung.ts";
import { SAGEN } from "../rows/schritt.ts";

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

/**
 * A group found the same as a gap that is known: one more report of it, and each case of theirs that does not count there yet. Returns
 * the gap that counts for it now, and the report. @throws NotFound, also for whoever may only report; Refused
 */
export async function joinForGroup(
  tx: Tx,
  actor: Actor,
  asked: string,
  input: MeldungEingabe,
  { kennt, anteile, konten }: Gruppe,
): Promise<{ readonly lueckeId: string; readonly meldungId: string }> {
  if (!may(actor, "luecke.lesen")) throw new NotFound();
  const top = (await darueber(tx, [asked])).find(({ inId }) => inId === null);
  if (top === undefined) throw new NotFound();
  const { id } = top;
  await lockRow(tx, "kim.luecke", id);
  if (isEnde((await lueckeOf(tx, id)).stand))
    throw new Refused("Diese Lücke ist erledigt. Melden Sie den Bruch als neue, wenn es wieder auftritt.", "luecke");
  const quelle = { herkunft: "rekonstruktion", fallId: null, beratungId: null, kontoId: null, kennt } as const;
  await pruefeMeldung(tx, input, quelle, null);
  const there = new Set((await meldungen(tx, await darunter(tx, id))).map(({ anteilId }) => anteilId));
  const meldungId = await writeMeldung(tx, actor, id, input, quelle);
  const neu = anteile.filter((one) => !there.has(one.id));
  await writeAnteile(tx, actor, id, { anteile: neu, kommunen: input.kommunen, seit: input.seit });
  await tellGroup(tx, actor, id, konten);
  await countOnce(tx, actor, id);
  await recordEvent(tx, actor, { art: "luecke.bestaetigt", gegenstand: { art: "luecke", id } });
  return { lueckeId: id, meldungId };
}

/**
 * Takes back that a group found the same as a known gap: its report, and where no other one of theirs speaks for the gap, its cases.
 * Whoever reads of the gap by now goes on. @throws Refused where the gap is over
 */
export async function leaveForGroup(
  tx: Tx,
  actor: Actor,
  { lueckeId, meldungId }: { readonly lueckeId: string; readonly meldungId: string },
  anteile: readonly Anteil[],
): Promise<void> {
  const { wurzel } = await gruppeOf(tx, lueckeId);
  await lockRow(tx, "kim.luecke", wurzel.id);
  if (isEnde((await lueckeOf(tx, wurzel.id)).stand))
    throw new Refused("Diese Lücke ist erledigt. Was für sie sprach, bleibt.");
  await tx
    .updateTable("kim.luecke_meldung")
    .set({ zurueck_am: today() })
    .where("luecke_id", "=", lueckeId)
    .where("zurueck_am", "is", null)
    .where((eb) => eb.or([eb("id", "=", meldungId), eb("anteil_id", "=", anyOf(anteile.map(({ id }) => id)))]))
    .execute();
  await countOnce(tx, actor, lueckeId);
  await recordEvent(tx, actor, { art: "luecke.zurueckgenommen", gegenstand: { art: "luecke", id: lueckeId } });
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
