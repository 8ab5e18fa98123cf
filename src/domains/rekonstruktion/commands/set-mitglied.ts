import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { tellGroup } from "../../luecken/index.ts";
import { kontoInKreis } from "../../zugang/index.ts";
import type { MitgliedEingabe } from "../model/eingabe.ts";
import { gemeldete } from "../queries/luecken.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { ledBy, refuseZu } from "../queries/rekonstruktionen.ts";
import { geschah } from "../rows/ereignis.ts";
import { refuseText } from "../rows/pruefen.ts";

async function heldBy(tx: Tx, actor: Actor, id: string): Promise<void> {
  await lockRow(tx, "kim.rekonstruktion", id);
  refuseZu(await ledBy(tx, actor, id));
}

/** @throws Refused (field `email`) for an address that nobody here has, or somebody who is in the group already */
async function kontoFor(tx: Tx, { kreis }: Actor, id: string, email: string | null): Promise<string | null> {
  if (email === null) return null;
  const kontoId = await kontoInKreis(tx, kreis, email);
  if (kontoId === undefined)
    throw new Refused(
      "Mit dieser Adresse meldet sich im Kreis niemand bei KIM an. Prüfen Sie die Schreibweise, oder lassen Sie das Feld leer.",
      "email",
    );
  if ((await mitglieder(tx, id)).some((m) => m.kontoId === kontoId))
    throw new Refused("Diese Person ist schon in der Gruppe.", "email");
  return kontoId;
}

/**
 * Somebody sits at the table: an office and a function. With the address that she signs in with she writes along, and reads what
 * becomes of the gaps. @throws NotFound, Refused
 */
export async function addMitglied(tx: Tx, actor: Actor, id: string, input: MitgliedEingabe): Promise<void> {
  await heldBy(tx, actor, id);
  const { organisation, funktion, email, kein_name } = input;
  await refuseText(tx, actor, id, { organisation, funktion }, kein_name);
  const kontoId = await kontoFor(tx, actor, id, email);
  await tx
    .insertInto("kim.rekonstruktion_mitglied")
    .values({
      kreis: actor.kreis,
      rekonstruktion_id: id,
      organisation,
      funktion,
      konto_id: kontoId,
      seit: today(),
    })
    .execute();
  if (kontoId !== null)
    for (const { luecke_id: lueckeId } of await gemeldete(tx, id)) await tellGroup(tx, actor, lueckeId, [kontoId]);
  await geschah(tx, actor, id, "rekonstruktion.gruppe");
}

/** Somebody sits there no more; what was written stays. @throws NotFound, Refused */
export async function removeMitglied(tx: Tx, actor: Actor, id: string, mitgliedId: string): Promise<void> {
  await heldBy(tx, actor, id);
  const gone = await tx
    .deleteFrom("kim.rekonstruktion_mitglied")
    .where("rekonstruktion_id", "=", id)
    .where("id", "=", mitgliedId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound();
  await geschah(tx, actor, id, "rekonstruktion.gruppe");
}
