import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { STAENDE, STAND } from "../model/vereinbarung.ts";
import { oneOf } from "../queries/faelle.ts";
import { standJetzt } from "../queries/vereinbarungen.ts";

/** An open item, and the case that it belongs to. */
export type Which = { readonly fall: string; readonly vereinbarung: string };

/** An item that is open, held. @throws NotFound, Refused where it is no more open */
export async function heldOffen(tx: Tx, which: Which): Promise<{ readonly version: number }> {
  const { version, stand } = await heldPunkt(tx, which);
  if (stand !== "offen") throw new Refused(`Dieser Punkt ist schon ${STAND[stand]}.`);
  return { version };
}

/** An item whatever became of it, held. @throws NotFound */
export async function heldPunkt(tx: Tx, which: Which) {
  await lockRow(tx, "kim.vereinbarung", which.vereinbarung);
  const row = await tx
    .selectFrom("kim.vereinbarung as v")
    .select([standJetzt.as("stand"), "version"])
    .where("id", "=", which.vereinbarung)
    .where("fall_id", "=", which.fall)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return { version: row.version, stand: oneOf(STAENDE, row.stand) ?? "offen" };
}
