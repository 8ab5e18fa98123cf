import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { PunktEingabe } from "../model/gremium.ts";
import { punkte } from "../queries/punkte.ts";
import { refuseText } from "../rows/pruefen.ts";

/** Adds what comes back at every meeting of a body. @throws NotFound, Refused */
export async function addPunkt(tx: Tx, actor: Actor, gremiumId: string, input: PunktEingabe): Promise<void> {
  await lockRow(tx, "kim.gremium", gremiumId);
  refuseText({ titel: input.titel }, input.kein_name);
  const last = (await punkte(tx, gremiumId)).at(-1)?.rang ?? 0;
  await tx
    .insertInto("kim.gremium_punkt")
    .values({ kreis: actor.kreis, gremium_id: gremiumId, titel: input.titel, rang: last + 1 })
    .execute();
  await recordEvent(tx, actor, { art: "gremium.geaendert", gegenstand: { art: "gremium", id: gremiumId } });
}

/** It comes back no more; agendas that have it keep it. Returns the body. @throws NotFound */
export async function removePunkt(tx: Tx, actor: Actor, id: string): Promise<string> {
  const row = await tx.selectFrom("kim.gremium_punkt").select("gremium_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  await tx.deleteFrom("kim.gremium_punkt").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "gremium.geaendert", gegenstand: { art: "gremium", id: row.gremium_id } });
  return row.gremium_id;
}
