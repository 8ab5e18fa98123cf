import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { ofPersons } from "../../personen/index.ts";
import type { Zeitraum } from "../model/beziehung.ts";
import type { Beziehung } from "../model/familie.ts";
import { zeitraumValues } from "../model/form-values.ts";
import { beziehungOf } from "../queries/familie.ts";

const AGAIN = "Dieselbe Beziehung besteht schon wieder. Beenden Sie erst die andere.";

/**
 * Changes from when to when a relation is. Returns it as it was.
 * @throws NotFound where one of the two is out of reach, Stale, Refused
 */
export async function changeBeziehung(tx: Tx, actor: Actor, at: At, { von, bis }: Zeitraum): Promise<Beziehung> {
  const before = await heldBeziehung(tx, actor, at);
  if (before.bis !== null && bis === null && (await isThereAgain(tx, before))) throw new Refused(AGAIN, "bis");
  await tx
    .updateTable("kim.beziehung")
    .set({ von, bis, version: before.version + 1 })
    .where("id", "=", at.id)
    .execute();
  await recordEvent(tx, actor, event("geaendert", before));
  return before;
}

/** Takes out a relation that never was. @throws NotFound, Stale */
export async function removeBeziehung(tx: Tx, actor: Actor, at: At): Promise<Beziehung> {
  const before = await heldBeziehung(tx, actor, at);
  await tx.deleteFrom("kim.beziehung").where("id", "=", at.id).execute();
  await recordEvent(tx, actor, event("entfernt", before));
  return before;
}

async function heldBeziehung(tx: Tx, actor: Actor, { id, version }: At): Promise<Beziehung> {
  const { person } = await beziehungOf(tx, actor, id);
  await lockRow(tx, "kim.person", person);
  return held(await beziehungOf(tx, actor, id), version, zeitraumValues);
}

async function isThereAgain(tx: Tx, { id, person, andere, art }: Beziehung): Promise<boolean> {
  const both = andere === null ? [person] : [person, andere];
  const other = await tx
    .selectFrom("kim.beziehung")
    .select("id")
    .where("id", "!=", id)
    .where("art", "=", art)
    .where("bis", "is", null)
    .where("person_id", "=", ofPersons(both))
    .where((eb) => (andere === null ? eb("andere_id", "is", null) : eb("andere_id", "=", ofPersons(both))))
    .executeTakeFirst();
  return other !== undefined;
}

const event = (was: "geaendert" | "entfernt", { person }: Beziehung) => ({
  art: `person.familie_${was}`,
  gegenstand: { art: "person", id: person },
});
