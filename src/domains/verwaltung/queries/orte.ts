import type { Actor } from "../../../platform/actor.ts";
import { type Choice, refuseClosed } from "../../../platform/choice.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { keepOpen } from "../../../platform/held.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";

/**
 * Kommunen, Standorte and Träger as they are chosen (platform/choice.ts), closed ones included: old records keep them, and
 * lists and filters name them.
 */

/** The Kommunen of the Kreis by name; `value` is the AGS. Only one where its AGS is given. */
export const kommunen = (tx: Tx, only?: string): Promise<Choice[]> =>
  only === undefined ? ALL(tx, {}) : ONE(tx, { only });

/** The same for a statement that asks more. */
export const kommunenQuery = (tx: Tx) =>
  tx.selectFrom("kim.kommune").select(["ags as value", "name", "aktiv as open"]).orderBy("name");
const ALL = prepared()((db) => kommunenQuery(db));
const ONE = prepared<{ readonly only: string }>()((db, { only }) => kommunenQuery(db).where("ags", "=", only));

export type Standort = Choice & { readonly ags: string; readonly traegerId: string };

type Only = { readonly traegerId?: Given<string>; readonly id?: Given<string> };

/** Standorte in sight by name; of one Träger, or only one. A closed Kommune or Träger closes its Standorte as well. */
export const standorte = (tx: Tx, only: Only = {}): Promise<Standort[]> => standorteQuery(tx, only).execute();

/** The same for a statement that asks more. */
export const standorteQuery = (tx: Tx, only: Only = {}) =>
  tx
    .selectFrom("kim.standort as s")
    .innerJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "s.kreis").onRef("k.ags", "=", "s.ags"))
    .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "s.kreis").onRef("t.id", "=", "s.traeger_id"))
    .select(["s.id as value", "s.name", "s.ags", "s.traeger_id as traegerId"])
    .select(sql<boolean>`s.aktiv and k.aktiv and t.aktiv`.as("open"))
    .$if(only.traegerId !== undefined, (q) => q.where("s.traeger_id", "=", only.traegerId ?? ""))
    .$if(only.id !== undefined, (q) => q.where("s.id", "=", only.id ?? ""))
    .orderBy("s.name");

/** The Träger of the Kreis by name; only one where its id is given. */
export const traeger = (tx: Tx, only?: string): Promise<Choice[]> =>
  tx
    .selectFrom("kim.traeger")
    .select(["id as value", "name", "aktiv as open"])
    .$if(only !== undefined, (q) => q.where("id", "=", only ?? ""))
    .orderBy("name")
    .execute();

/** The Träger that the actor may add people and places to: all of the Kreis, or the own one. */
export const ownTraeger = (tx: Tx, actor: Actor): Promise<Choice[]> =>
  traeger(tx, actor.sicht === "kreis" ? undefined : actor.traegerId);

/**
 * Holds a Träger open until the end of the transaction, so that nobody closes it while something is added to it.
 * @throws NotFound when it is not there, or another one than the actor's who sees only that
 * @throws Refused (field `field`) when it is closed
 */
export async function activeTraeger(tx: Tx, actor: Actor, id: string, field: string): Promise<void> {
  if (actor.sicht !== "kreis" && id !== actor.traegerId) throw new NotFound();
  if (await keepOpen(tx, "kim.traeger", id)) return;
  const list = await traeger(tx, id);
  if (list.length === 0) throw new NotFound();
  refuseClosed({ name: field, label: "Träger", list, chosen: [id] });
}

/** @throws Refused (field `ags`) when the Kreis has no such Kommune, or it is closed and not `kept` */
export async function refuseKommune(tx: Tx, ags: string, kept?: string): Promise<void> {
  if (ags === kept) return;
  refuseClosed({ name: "ags", label: "Kommune", list: await kommunen(tx, ags), chosen: [ags] });
}

/** @throws Refused (field `standort`) when the Träger has no such Standort, or it is closed and not `kept` */
export async function refuseStandort(tx: Tx, traegerId: string, id: string, kept?: string | null): Promise<void> {
  if (id === kept) return;
  refuseClosed({ name: "standort", label: "Standort", list: await standorte(tx, { traegerId, id }), chosen: [id] });
}

/** The KIM-Kommunen by name that can be chosen on a day, for choosing one's own. */
export const kreisChoices = (tx: Tx, day: string): Promise<{ code: string; name: string; art: string }[]> =>
  tx
    .selectFrom("ref.kim_kommune")
    .select(["code", "name", "art"])
    .where("gueltig_ab", "<=", day)
    .where((eb) => eb.or([eb("gueltig_bis", "is", null), eb("gueltig_bis", ">=", day)]))
    .orderBy("name")
    .execute();
