import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import { refuseArt, refuseKommunen } from "../queries/angaben.ts";
import { stelleValues } from "../model/form-values.ts";
import { heldStelle } from "../queries/stellen.ts";
import { refuseTooMuch, refuseUncovered } from "../model/regeln.ts";
import type { StelleEingabe } from "../model/stelle.ts";
import { dezimal, setKommunen } from "./create-stelle.ts";

/**
 * Corrects a post or sets its end. A real change from a day on (other share, other Kommunen) is the end of this post and a new
 * one, so that plans of earlier days stay what they were.
 * @throws NotFound
 * @throws Stale when it was changed since `at.version`
 * @throws Refused (fields `art`, `kommunen`, `vzae`, `von`, `bis`) when it would no longer cover who fills it
 */
export async function changeStelle(tx: Tx, actor: Actor, { id, version }: At, input: StelleEingabe): Promise<void> {
  const now = held(await heldStelle(tx, actor, id), version, stelleValues);
  const { art, bezeichnung, vzae, von, bis, kommunen } = input;
  await refuseArt(tx, art, [now.art]);
  const before = now.kommunen.map((k) => k.ags);
  await refuseKommunen(tx, kommunen, before);
  const next = { von, bis, vzae, besetzungen: now.besetzungen };
  refuseUncovered(next);
  refuseTooMuch(next, "vzae");
  await tx
    .updateTable("kim.stelle")
    .set({ art, bezeichnung, vzae: dezimal(vzae), von, bis, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await setKommunen(tx, actor.kreis, id, kommunen);
  await recordEvent(tx, actor, { art: "stelle.geaendert", gegenstand: { art: "stelle", id } });
}
