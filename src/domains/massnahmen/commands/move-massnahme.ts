import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import type { Massnahme, SchrittEingabe } from "../model/massnahme.ts";
import { hindernis } from "../model/stand.ts";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { wahl } from "../queries/wahl.ts";
import { moveLuecken, writeSchritt } from "../rows/schritt.ts";

/**
 * Takes a measure to its next state as the table of steps allows, and its gaps along.
 * @param gesehen whether its effect was looked at in this transaction (checkWirkung)
 * @throws NotFound, Stale
 * @throws Refused with a sentence where there is no such step, or something is missing for it
 */
export async function moveMassnahme(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: SchrittEingabe,
  gesehen = false,
): Promise<void> {
  await lockRow(tx, "kim.massnahme", id);
  const now = held(await massnahmeOf(tx, id), version);
  const beschluss = input.beschluss ?? now.beschlussId;
  const { grund, nach } = input;
  const problem = hindernis(now.stand, nach, { grund, beschluss }, gesehen);
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  await refuseBeschluss(tx, now, beschluss);
  if (!gesehen) refuseErkennbar({ grund }, input.kein_name);
  await tx
    .updateTable("kim.massnahme")
    .set({ stand: nach, stand_seit: today(), beschluss_id: beschluss, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeSchritt(tx, actor, id, { von: now.stand, nach, grund });
  await moveLuecken(tx, actor, now, { von: now.stand, nach, grund });
  await recordEvent(tx, actor, { art: "massnahme.weiter", gegenstand: { art: "massnahme", id }, zweck: nach });
}

async function refuseBeschluss(tx: Tx, { beschlussId }: Massnahme, chosen: string | null): Promise<void> {
  if (chosen === null || chosen === beschlussId) return;
  const { beschluesse } = await wahl(tx);
  refuseClosed({ name: "beschluss", label: "Aus welchem Beschluss?", list: beschluesse, chosen: [chosen] });
}
