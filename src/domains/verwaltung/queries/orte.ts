import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { keepOpen } from "../../../platform/held.ts";

/** The open Kommunen of the Kreis by name, for select fields. */
export const kommunen = (tx: Tx): Promise<{ ags: string; name: string }[]> =>
  tx.selectFrom("kim.kommune").select(["ags", "name"]).where("aktiv", "=", true).orderBy("name").execute();

/** The open Standorte of one's own Träger by name, for select fields. */
export const standorte = (tx: Tx, actor: Actor): Promise<{ id: string; ags: string; name: string }[]> =>
  tx
    .selectFrom("kim.standort")
    .select(["id", "ags", "name"])
    .where("traeger_id", "=", actor.traegerId)
    .where("aktiv", "=", true)
    .orderBy("name")
    .execute();

/**
 * Holds a Träger open until the end of the transaction, so that nobody closes it while something is added to it.
 * @throws NotFound when it is not there, closed, or another one than the actor's who sees only that
 */
export async function activeTraeger(tx: Tx, actor: Actor, id: string): Promise<void> {
  const mine = actor.sicht === "kreis" || id === actor.traegerId;
  if (!mine || !(await keepOpen(tx, "kim.traeger", id))) throw new NotFound();
}

/** @throws Refused (field `ags`) when the Kreis has no such open Kommune */
export async function knownKommune(tx: Tx, ags: string): Promise<void> {
  const row = await tx
    .selectFrom("kim.kommune")
    .select("ags")
    .where("ags", "=", ags)
    .where("aktiv", "=", true)
    .executeTakeFirst();
  if (row === undefined) throw new Refused("Wählen Sie eine Kommune des Kreises.", "ags");
}

/** @throws Refused (field `standort`) when the Träger has no such open Standort */
export async function standortOf(tx: Tx, traegerId: string, id: string): Promise<void> {
  const row = await tx
    .selectFrom("kim.standort")
    .select("id")
    .where("id", "=", id)
    .where("traeger_id", "=", traegerId)
    .where("aktiv", "=", true)
    .executeTakeFirst();
  if (row === undefined) throw new Refused("Wählen Sie einen Standort dieses Trägers.", "standort");
}

/** The 54 KIM-Kommunen by name, for choosing one's own. */
export const kreisChoices = (tx: Tx, day: string): Promise<{ code: string; name: string; art: string }[]> =>
  tx
    .selectFrom("ref.kim_kommune")
    .select(["code", "name", "art"])
    .where("gueltig_ab", "<=", day)
    .where((eb) => eb.or([eb("gueltig_bis", "is", null), eb("gueltig_bis", ">=", day)]))
    .orderBy("name")
    .execute();
