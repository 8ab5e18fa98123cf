import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";
import { type Beratungsdaten, Kodes } from "../model/beratung.ts";

const FORMULAR = "beratung";

/** Keeps the codes of the last consultation for the next one; no day, no person, no text. */
export async function saveVorgabe(tx: Tx, actor: Actor, daten: Beratungsdaten): Promise<void> {
  await KEEP(tx, { kreis: actor.kreis, konto: actor.kontoId, werte: Kodes.parse(daten) });
}

const KEEP = prepared<{ readonly kreis: string; readonly konto: string; readonly werte: Kodes }>()(
  (db, { kreis, konto, werte }) =>
    db
      .insertInto("kim.vorgabe")
      .values({ kreis, konto_id: konto, formular: FORMULAR, werte })
      .onConflict((c) => c.columns(["kreis", "konto_id", "formular"]).doUpdateSet({ werte })),
);

/** The same for a statement that asks more; `vorgabeIn` says what came of it. */
export const vorgabeQuery = (tx: Tx, konto: Given<string>) =>
  tx.selectFrom("kim.vorgabe").select("werte").where("konto_id", "=", konto).where("formular", "=", FORMULAR);

const LAST = prepared<{ readonly konto: string }>()((db, { konto }) => vorgabeQuery(db, konto));

/** The codes of one's last consultation; undefined before the first, or when they were kept by an older program. */
export const vorgabeOf = async (tx: Tx, { kontoId }: Actor): Promise<Kodes | undefined> =>
  vorgabeIn((await LAST(tx, { konto: kontoId }))[0]?.werte);

export const vorgabeIn = (werte: unknown): Kodes | undefined => Kodes.safeParse(werte).data;
