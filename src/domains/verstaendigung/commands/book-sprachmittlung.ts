import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockIfThere, lockRow } from "../../../platform/held.ts";
import { type EinsatzAngaben, type NeuerEinsatz, STAENDE } from "../model/einsatz.ts";
import { einsatzOf, einsatzValues } from "../queries/einsaetze.ts";
import { refuseAngaben, refusePerson, writeSchritt } from "../rows/einsatz.ts";

const angaben = (input: EinsatzAngaben) => ({
  sprache: input.sprache,
  wunsch: input.wunsch,
  weg: input.weg,
  tag: input.tag,
  beginn: input.beginn,
  dauer: input.dauer,
  standort_id: input.standort,
});

/**
 * Asks for somebody who interprets, or books them at once. For which appointment it is stands in that appointment's file only.
 * Returns the new id. @throws Refused
 */
export async function bookSprachmittlung(tx: Tx, actor: Actor, input: NeuerEinsatz): Promise<string> {
  const { sprachmittler, termin } = input;
  // Of two who book the same person at once, the second sees the first.
  if (sprachmittler !== null) await lockIfThere(tx, "kim.sprachmittler", sprachmittler);
  await refuseAngaben(tx, actor, input);
  const id = randomUUID();
  if (sprachmittler !== null) await refusePerson(tx, actor, sprachmittler, input, id);
  const stand = sprachmittler === null ? "offen" : "gebucht";
  await tx
    .insertInto("kim.sprachmittlung")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      id,
      gebucht_von: actor.kontoId,
      sprachmittler_id: sprachmittler,
      stand,
      ...angaben(input),
    })
    .execute();
  if (termin !== null) await writeBezug(tx, id, termin);
  await writeSchritt(tx, actor, { id, stand, version: 1 }, "sprachmittlung.angefragt");
  return id;
}

/** @throws Refused where the appointment is nobody's whom one acts for */
async function writeBezug(tx: Tx, id: string, terminId: string): Promise<void> {
  const termin = await tx
    .selectFrom("kim.termin")
    .select(["kreis", "traeger_id", "konto_id"])
    .where("id", "=", terminId)
    .executeTakeFirst();
  if (termin === undefined) throw new Refused("Diesen Termin gibt es nicht. Buchen Sie auf der Seite des Termins.");
  await tx
    .insertInto("kim.sprachmittlung_bezug")
    .values({ ...termin, sprachmittlung_id: id, termin_id: terminId })
    .execute();
}

/** Moves a booking to another day, language or place as long as it lies ahead. @throws NotFound, Stale, Refused */
export async function changeSprachmittlung(tx: Tx, actor: Actor, at: At, input: EinsatzAngaben): Promise<void> {
  const before = await einsatzOf(tx, actor, at.id);
  if (before.sprachmittlerId !== null) await lockRow(tx, "kim.sprachmittler", before.sprachmittlerId);
  await lockRow(tx, "kim.sprachmittlung", at.id);
  const now = held(await einsatzOf(tx, actor, at.id), at.version, einsatzValues);
  if (now.stand !== "offen" && now.stand !== "gebucht") {
    throw new Refused(`Dieser Einsatz ist „${STAENDE[now.stand]}“ und ändert sich nicht mehr.`);
  }
  await refuseAngaben(tx, actor, input, now);
  if (now.sprachmittlerId !== null) await refusePerson(tx, actor, now.sprachmittlerId, input, now.id);
  const version = now.version + 1;
  await tx
    .updateTable("kim.sprachmittlung")
    .set({ ...angaben(input), version })
    .where("id", "=", now.id)
    .execute();
  await writeSchritt(tx, actor, { id: now.id, stand: now.stand, version }, "sprachmittlung.geaendert");
}
