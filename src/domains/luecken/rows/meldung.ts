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
  if (fallId !== null && (await zaehltAlsAnteil(tx, fallId, gaps)))
    throw new Refused("Dieser Fall zählt für diese Lücke schon: Er ging in ihre Fallrekonstruktion ein.");
  if (await istGemeldet(tx, { fallId, beratungId }, gaps))
    throw new Refused("Das haben Sie für diese Lücke schon gemeldet. Eine zweite Meldung zählte es doppelt.");
}

/** Whether a case of one's own counts for one of these gaps by a reconstruction that it went into. */
async function zaehltAlsAnteil(tx: Tx, fallId: string, gaps: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom("kim.rekonstruktion_fall as f")
    .innerJoin("kim.luecke_meldung as m", (on) =>
      on.onRef("m.kreis", "=", "f.kreis").onRef("m.anteil_id", "=", "f.anteil_id"),
    )
    .select("f.id")
    .where("f.fall_id", "=", fallId)
    .where("m.zurueck_am", "is", null)
    .where("m.luecke_id", "in", [...gaps])
    .executeTakeFirst();
  return row !== undefined;
}

type Herkunftsakte = Pick<Quelle, "fallId" | "beratungId">;

/** Whether a case or consultation of one's own was reported for one of these gaps. */
export async function istGemeldet(
  tx: Tx,
  { fallId, beratungId }: Herkunftsakte,
  gaps: readonly string[],
): Promise<boolean> {
  const row = await tx
    .selectFrom("kim.luecke_bezug as b")
    .innerJoin("kim.luecke_meldung as m", (on) =>
      on.onRef("m.kreis", "=", "b.kreis").onRef("m.id", "=", "b.meldung_id"),
    )
    .select("b.id")
    .where("m.luecke_id", "in", [...gaps])
    .where("m.zurueck_am", "is", null)
    .where((eb) => eb.or([eb("b.fall_id", "=", fallId), eb("b.beratung_id", "=", beratungId)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** One more report of a gap: its weight, whose it is, and in the file what it was about. Returns its id. */
export async function writeMeldung(
  tx: Tx,
  actor: Actor,
  lueckeId: string,
  input: MeldungEingabe,
  quelle: Quelle,
): Promise<string> {
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
  if (quelle.kontoId === null) return id;
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
  return id;
}
