import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import type { Unterschied } from "../model/aenderung.ts";

/** Of what it is: a measure, and where it is one of its indicators, which one and how that is called. */
type Wovon = {
  readonly massnahmeId: string;
  /** Null where it is gone. */
  readonly indikatorId?: string | null;
  readonly indikator?: string;
};

/** Writes what says something else than before; nothing where nothing does. */
export async function writeAenderungen(
  tx: Tx,
  { kreis, kontoId }: Actor,
  { massnahmeId, indikatorId = null, indikator }: Wovon,
  changes: readonly Unterschied[],
): Promise<void> {
  const am = today();
  await insertMany(
    tx,
    "kim.massnahme_aenderung",
    changes.map((one) => ({
      kreis,
      id: randomUUID(),
      massnahme_id: massnahmeId,
      indikator_id: indikatorId,
      indikator: indikator ?? null,
      ...one,
      am,
      getan_von: kontoId,
    })),
  );
}
