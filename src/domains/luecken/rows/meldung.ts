import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { MeldungEingabe } from "../model/luecke.ts";
import type { Quelle } from "../queries/herkunft.ts";

/** The site that an account works at; where there is none, the report counts for its Träger. */
async function standortOf(tx: Tx, { kontoId }: Actor): Promise<string | null> {
  const row = await tx.selectFrom("kim.konto").select("standort_id").where("id", "=", kontoId).executeTakeFirst();
  return row?.standort_id ?? null;
}

/** @throws Refused where the same case or consultation was reported for one of these gaps before */
export async function refuseTwice(tx: Tx, quelle: Quelle, gaps: readonly string[]): Promise<void> {
  const { fallId, beratungId } = quelle;
  if (fallId === null && beratungId === null) return;
  const row = await tx
    .selectFrom("kim.luecke_bezug as b")
    .innerJoin("kim.luecke_meldung as m", (on) =>
      on.onRef("m.kreis", "=", "b.kreis").onRef("m.id", "=", "b.meldung_id"),
    )
    .select("b.id")
    .where("m.luecke_id", "in", [...gaps])
    .where((eb) => eb.or([eb("b.fall_id", "=", fallId), eb("b.beratung_id", "=", beratungId)]))
    .executeTakeFirst();
  if (row !== undefined)
    throw new Refused("Das haben Sie für diese Lücke schon gemeldet. Eine zweite Meldung zählte es doppelt.");
}

/** One more report of a gap: its weight, whose it is, and in the file what it was about. */
export async function writeMeldung(
  tx: Tx,
  actor: Actor,
  lueckeId: string,
  input: MeldungEingabe,
  quelle: Quelle,
): Promise<void> {
  const { kreis, traegerId, kontoId } = actor;
  const id = randomUUID();
  await tx
    .insertInto("kim.luecke_meldung")
    .values({
      kreis,
      id,
      luecke_id: lueckeId,
      traeger_id: traegerId,
      standort_id: await standortOf(tx, actor),
      herkunft: quelle.herkunft,
      personen: input.personen,
      seit: input.seit,
      beispiel: input.beispiel,
      am: today(),
    })
    .execute();
  const kommunen = [...new Set(input.kommunen)].map((ags) => ({ kreis, meldung_id: id, ags }));
  await tx.insertInto("kim.luecke_meldung_kommune").values(kommunen).execute();
  const last = sql<number>`coalesce((select max(nr) from kim.luecke_schritt where luecke_id = ${lueckeId}::uuid), 0)`;
  await tx
    .insertInto("kim.luecke_melder")
    .values({ kreis, konto_id: kontoId, luecke_id: lueckeId, mail: input.mail, gelesen: last })
    .onConflict((c) => c.columns(["kreis", "konto_id", "luecke_id"]).doUpdateSet({ mail: input.mail }))
    .execute();
  if (quelle.kontoId === null) return;
  const file = fileOf(actor, quelle.kontoId);
  await tx
    .insertInto("kim.luecke_bezug")
    .values({
      kreis: file.kreis,
      id: randomUUID(),
      traeger_id: file.traegerId,
      konto_id: file.kontoId,
      meldung_id: id,
      fall_id: quelle.fallId,
      beratung_id: quelle.beratungId,
    })
    .execute();
}
