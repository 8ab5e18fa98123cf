import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { massnahmeGesagt, unterschiede } from "../model/aenderung.ts";
import { massnahmeValues } from "../model/form-values.ts";
import type { MassnahmeEingabe } from "../model/massnahme.ts";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { writeAenderungen } from "../rows/aenderung.ts";
import { massnahmeRow, refuseMassnahme, writeBezuege } from "../rows/massnahme.ts";

/** Changes what a measure is, and keeps what it was; where it stands, only a step changes. @throws NotFound, Stale, Refused naming the field */
export async function changeMassnahme(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: MassnahmeEingabe,
): Promise<void> {
  await lockRow(tx, "kim.massnahme", id);
  const now = held(await massnahmeOf(tx, id), version, massnahmeValues);
  const namen = await refuseMassnahme(tx, input, now);
  await tx
    .updateTable("kim.massnahme")
    .set({ ...massnahmeRow(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeBezuege(tx, { kreis: actor.kreis, id }, input);
  const since = massnahmeGesagt(await massnahmeOf(tx, id), namen);
  await writeAenderungen(tx, actor, { massnahmeId: id }, unterschiede(massnahmeGesagt(now, namen), since));
  await recordEvent(tx, actor, { art: "massnahme.geaendert", gegenstand: { art: "massnahme", id } });
}
