import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { keepOpen } from "../../../platform/held.ts";
import { traeger } from "../../verwaltung/index.ts";
import { refuseArt, refuseKommunen } from "../queries/angaben.ts";
import { type NeueStelle, vzaeText } from "../model/stelle.ts";

/**
 * An approved post. Returns its id.
 * @throws Refused (fields `traegerId`, `art`, `kommunen`) when one of them is not there or no longer to be chosen
 */
export async function createStelle(tx: Tx, actor: Actor, input: NeueStelle): Promise<string> {
  const { kreis } = actor;
  const { traegerId, art, bezeichnung, vzae, von, bis, kommunen } = input;
  const id = randomUUID();
  if (!(await keepOpen(tx, "kim.traeger", traegerId))) {
    refuseClosed({ name: "traegerId", label: "Träger", list: await traeger(tx, traegerId), chosen: [traegerId] });
  }
  await refuseArt(tx, art);
  await refuseKommunen(tx, kommunen);
  await tx
    .insertInto("kim.stelle")
    .values({ kreis, id, traeger_id: traegerId, art, bezeichnung, vzae: dezimal(vzae), von, bis })
    .execute();
  await setKommunen(tx, kreis, id, kommunen);
  await recordEvent(tx, actor, { art: "stelle.angelegt", gegenstand: { art: "stelle", id } });
  return id;
}

/** Hundredths as the database takes them: 350 → "3.5". */
export const dezimal = (h: number): string => vzaeText(h).replace(",", ".");

/** Writes which Kommunen a post serves, in place of what was there. */
export async function setKommunen(tx: Tx, kreis: string, id: string, kommunen: readonly string[]): Promise<void> {
  await tx.deleteFrom("kim.stelle_kommune").where("stelle_id", "=", id).execute();
  const rows = [...new Set(kommunen)].map((ags) => ({ kreis, stelle_id: id, ags }));
  if (rows.length > 0) await tx.insertInto("kim.stelle_kommune").values(rows).execute();
}
