import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { type Dated, type Eintrag, newestFirst } from "../model/bereiche.ts";
import { keysOf } from "./keys.ts";

/** Which entries of a history: all of a person, or one. */
export type Welche = { readonly person: string } | { readonly id: string };

type Row = {
  readonly id: string;
  readonly person_id: string;
  readonly konto_id: string;
  readonly version: number;
  readonly falsch: boolean;
};

/** Rows of a history as its entries, wrong ones included, the last begun first. `daten`: what one says, opened with its key. */
export async function gelesen<R extends Row, D extends Dated>(
  tx: Tx,
  actor: Actor,
  rows: readonly R[],
  daten: (row: R, key: DataKey | undefined) => D,
): Promise<Eintrag<D>[]> {
  const keys = await keysOf(tx, actor, rows);
  return newestFirst(
    rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      kontoId: row.konto_id,
      version: row.version,
      falsch: row.falsch,
      daten: daten(row, keys.get(row.person_id)),
    })),
  );
}
