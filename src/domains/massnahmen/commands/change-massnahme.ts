import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { massnahmeValues } from "../model/form-values.ts";
import type { MassnahmeEingabe } from "../model/massnahme.ts";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { massnahmeRow, refuseMassnahme, writeBezuege } from "../rows/massnahme.ts";

/** Changes what a measure is; where it stands, only a step does. @throws NotFound, Stale, Refused naming the field */
export async function changeMassnahme(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: MassnahmeEingabe,
): Promise<void> {
  await lockRow(tx, "kim.massnahme", id);
  const now = held(await massnahmeOf(tx, id), version, massnahmeValues);
  await refuseMassnahme(tx, input, now);
  await tx
    .updateTable("kim.massnahme")
    .set({ ...massnahmeRow(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeBezuege(tx, { kreis: actor.kreis, id }, input);
  await recordEvent(tx, actor, { art: "massnahme.geaendert", gegenstand: { art: "massnahme", id } });
}
