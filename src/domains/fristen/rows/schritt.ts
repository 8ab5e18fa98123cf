import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Stand } from "../model/frist.ts";
import { GRUND } from "../queries/sealed.ts";

/** A Frist as it is after a step, with whose it is. */
export type Danach = {
  readonly kreis: string;
  readonly traeger_id: string;
  readonly konto_id: string;
  readonly id: string;
  readonly am: string;
  readonly stand: Stand;
  readonly version: number;
};

type Dazu = {
  readonly grund?: string | null;
  /** Under which steps taken together are taken back together. */
  readonly lauf?: string;
  readonly zurueck?: boolean;
};

/** Adds the step that led to what a Frist is now; without one the database refuses the change. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  danach: Danach,
  key: DataKey | undefined,
  { grund = null, lauf, zurueck = false }: Dazu = {},
): Promise<void> {
  const { kreis, traeger_id, konto_id } = danach;
  const id = randomUUID();
  await tx
    .insertInto("kim.frist_schritt")
    .values({
      kreis,
      traeger_id,
      konto_id,
      id,
      frist_id: danach.id,
      folge: danach.version,
      stand: danach.stand,
      tag: danach.am,
      am: today(),
      erfasst_von: actor.kontoId,
      zurueck,
      lauf: lauf ?? null,
      grund: grund === null || key === undefined ? null : sealText(key, { kreis, id }, GRUND, grund),
    })
    .execute();
}
