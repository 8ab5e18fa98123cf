import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Beratungsdaten, Kodes } from "../model/beratung.ts";

const FORMULAR = "beratung";

/** Keeps the codes of the last consultation for the next one; no day, no person, no text. */
export async function saveVorgabe(tx: Tx, actor: Actor, daten: Beratungsdaten): Promise<void> {
  const werte = Kodes.parse(daten);
  await tx
    .insertInto("kim.vorgabe")
    .values({ kreis: actor.kreis, konto_id: actor.kontoId, formular: FORMULAR, werte })
    .onConflict((c) => c.columns(["kreis", "konto_id", "formular"]).doUpdateSet({ werte }))
    .execute();
}

/** The codes of one's last consultation; undefined before the first, or when they were kept by an older program. */
export const vorgabeOf = async (tx: Tx, actor: Actor): Promise<Kodes | undefined> =>
  vorgabeIn((await vorgabeQuery(tx, actor).executeTakeFirst())?.werte);

/** The same for a statement that asks more, and what it says. */
export const vorgabeQuery = (tx: Tx, { kontoId }: Actor) =>
  tx.selectFrom("kim.vorgabe").select("werte").where("konto_id", "=", kontoId).where("formular", "=", FORMULAR);

export const vorgabeIn = (werte: unknown): Kodes | undefined => Kodes.safeParse(werte).data;
