import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

const place = (kreis: string, id: string) => ({ kreis, table: "kim.uebergabe", row: id, column: "notiz" });

/** The columns of a note: under the key of the person that it is about, or of whoever takes over several. */
export async function sealedNotiz(tx: Tx, { kreis }: Actor, id: string, under: string, notiz: string | null) {
  const key = notiz === null ? undefined : (await subjectKeys(tx, kreis, [under])).get(under);
  if (notiz === null || key === undefined) return { notiz: null, notiz_schluessel: null };
  return { notiz: seal(key, place(kreis, id), notiz), notiz_schluessel: under };
}

/** Opens the note of a hand-over. */
export const openNotiz = (key: DataKey, kreis: string, id: string, sealed: Uint8Array): string =>
  open(key, place(kreis, id), sealed);

/** Asks the worker to carry a hand-over out. */
export const requestUebergabe = (tx: Tx, { kreis }: Pick<Actor, "kreis">, id: string): Promise<void> =>
  enqueue(tx, "zustaendigkeit.uebergeben", { kreis, id });
