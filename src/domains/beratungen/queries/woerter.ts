import type { Tx } from "../../../platform/db.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { compareNames } from "../../../platform/words.ts";

/** The key for words of a Träger's lists: they are about no single person. @throws Error when the Träger has none */
export async function wortKey(tx: Tx, kreis: string, traegerId: string): Promise<DataKey> {
  const key = (await subjectKeys(tx, kreis, [traegerId])).get(traegerId);
  if (key === undefined) throw new Error("Zu diesem Träger fehlt der Schlüssel.");
  return key;
}

const place = (kreis: string, id: string) => ({ kreis, table: "kim.wort", row: id, column: "wort" });

export const sealWort = (key: DataKey, kreis: string, id: string, wort: string): Buffer =>
  seal(key, place(kreis, id), wort);
export const openWort = (key: DataKey, kreis: string, id: string, sealed: Buffer): string =>
  open(key, place(kreis, id), sealed);

/** The words of an old list in a consultation that nobody assigned yet, as they were written. */
export async function offeneWoerterIn(tx: Tx, kreis: string, traegerId: string, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("kim.beratung_wort as b")
    .innerJoin("kim.wort as w", (on) => on.onRef("w.kreis", "=", "b.kreis").onRef("w.id", "=", "b.wort_id"))
    .select(["w.id", "w.wort"])
    .where("b.beratung_id", "=", id)
    .where("w.stand", "=", "offen")
    .execute();
  if (rows.length === 0) return [];
  const key = await wortKey(tx, kreis, traegerId);
  return rows.map((row) => openWort(key, kreis, row.id, row.wort)).toSorted(compareNames);
}
