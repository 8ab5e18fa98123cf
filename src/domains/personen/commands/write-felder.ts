import { type Actor, fileOf } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { angabenOf, unterschied } from "../model/angaben.ts";
import type { Werte } from "../model/zusammen.ts";
import { ownPersonOf } from "../queries/person.ts";
import { writeWerte } from "../rows/werte.ts";
import { recordAenderungen } from "./record-aenderungen.ts";

/** Whose row is written, and why it says something else now: stands behind the name of the field in the history. */
type Row = { readonly id: string; readonly kontoId: string; readonly key: DataKey; readonly weil: string };

/** Writes what merging or undoing it decides about fields of a row, each a line of its history like any other change. */
export async function writeFelder(tx: Tx, actor: Actor, { id, kontoId, key, weil }: Row, werte: Werte): Promise<void> {
  if (Object.keys(werte).length === 0) return;
  const owner = fileOf(actor, kontoId);
  const before = angabenOf(await ownPersonOf(tx, actor, id));
  await writeWerte(tx, owner, { id, key }, werte);
  const changes = unterschied(before, angabenOf(await ownPersonOf(tx, actor, id)));
  await recordAenderungen(
    tx,
    owner,
    { id, key },
    changes.map((change) => ({ ...change, label: `${change.label} (${weil})` })),
  );
}
