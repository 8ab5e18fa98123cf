import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import type { KopfEingabe } from "../model/eingabe.ts";
import { kopfValues } from "../model/form-values.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { heldEntwurf } from "../queries/berichte.ts";
import { countChange } from "../rows/kapitel.ts";

/**
 * Saves the head of a draft.
 * @throws NotFound for a released report
 * @throws Stale when it was changed since `at.version`
 * @throws Refused when a character has no place in a PDF for everybody
 */
export async function changeKopf(tx: Tx, actor: Actor, { id, version }: At, input: KopfEingabe): Promise<void> {
  held(await heldEntwurf(tx, actor, id), version, kopfValues);
  const { titel, ...kopf } = input;
  refuseUnprintable(Object.values(input));
  await tx
    .updateTable("kim.bericht")
    .set({ titel, kopf: JSON.stringify(kopf), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await countChange(tx, id);
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id } });
}
