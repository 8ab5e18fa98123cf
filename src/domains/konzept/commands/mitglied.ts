import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { kontoInKreis } from "../../zugang/index.ts";
import type { MitgliedEingabe } from "../model/eingabe.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { heldKonzept } from "../queries/konzepte.ts";
import { refuseNamen } from "../rows/pruefen.ts";

const gruppe = (tx: Tx, actor: Actor, id: string) =>
  recordEvent(tx, actor, { art: "konzept.gruppe", gegenstand: { art: "konzept", id } });

/** @throws NotFound for whoever does not lead groups */
async function ledBy(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await heldKonzept(tx, actor, id)).steuert) throw new NotFound();
}

/**
 * Takes an account of the Kreis into the group of a draft, by the address that it signs in with.
 * @throws NotFound, Refused (field `email`) for an address that nobody here has, oneself, or somebody who is in it already
 */
export async function addMitglied(
  tx: Tx,
  actor: Actor,
  { id }: Pick<At, "id">,
  { email, fuer, schreibt, kein_name }: MitgliedEingabe,
): Promise<void> {
  await ledBy(tx, actor, id);
  await refuseNamen(tx, actor, { fuer }, kein_name);
  const kontoId = await kontoInKreis(tx, actor.kreis, email);
  if (kontoId === undefined)
    throw new Refused(
      "Mit dieser Adresse meldet sich im Kreis niemand bei KIM an. Prüfen Sie die Schreibweise.",
      "email",
    );
  if (kontoId === actor.kontoId)
    throw new Refused("Sie leiten die Gruppe und schreiben ohnehin mit. Sich selbst nehmen Sie nicht auf.", "email");
  if ((await gruppeOf(tx, actor, id)).some((m) => m.kontoId === kontoId))
    throw new Refused(
      "Diese Person ist schon in der Gruppe. Nehmen Sie sie zuerst heraus, um etwas zu ändern.",
      "email",
    );
  await tx
    .insertInto("kim.konzept_mitglied")
    .values({
      kreis: actor.kreis,
      konzept_id: id,
      konto_id: kontoId,
      fuer,
      schreibt,
      seit: today(),
      aufgenommen_von: actor.kontoId,
    })
    .execute();
  await gruppe(tx, actor, id);
}

/** Takes somebody out of the group. What she wrote stays. @throws NotFound */
export async function removeMitglied(tx: Tx, actor: Actor, { id }: Pick<At, "id">, kontoId: string): Promise<void> {
  await ledBy(tx, actor, id);
  const gone = await tx
    .deleteFrom("kim.konzept_mitglied")
    .where("konzept_id", "=", id)
    .where("konto_id", "=", kontoId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound();
  await gruppe(tx, actor, id);
}
