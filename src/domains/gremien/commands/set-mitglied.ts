import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { mitgliedValues } from "../model/form-values.ts";
import type { MitgliedEingabe } from "../model/gremium.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { mitgliedOf, mitglieder } from "../queries/mitglieder.ts";
import { inviteLater } from "../rows/einladung.ts";
import { personColumns } from "../rows/mitglied.ts";

/** @throws Refused where a deputy stands in for nobody who has a voice here, or for another deputy */
async function refuseVertretung(tx: Tx, actor: Actor, gremiumId: string, input: MitgliedEingabe, id: string) {
  if (input.vertritt === null) return;
  const seat = (await mitglieder(tx, actor, { gremiumId })).find((one) => one.id === input.vertritt);
  if (seat === undefined || seat.id === id || !seat.stimme)
    throw new Refused("Vertreten wird, wer hier eine eigene Stimme hat. Wählen Sie ein anderes Mitglied.", "vertritt");
}

const columnsOf = (input: MitgliedEingabe) => ({
  organisation: input.organisation,
  funktion: input.funktion,
  rolle: input.rolle,
  stimme: input.stimme,
  vertritt_id: input.vertritt,
  von: input.von,
  bis: input.bis,
});

/** Adds a member, who needs no account. Returns its id. @throws NotFound, Refused */
export async function addMitglied(tx: Tx, actor: Actor, gremiumId: string, input: MitgliedEingabe): Promise<string> {
  await lockRow(tx, "kim.gremium", gremiumId);
  await gremiumOf(tx, gremiumId);
  const id = randomUUID();
  await refuseVertretung(tx, actor, gremiumId, input, id);
  const person = await personColumns(tx, actor, id, input);
  await tx
    .insertInto("kim.gremium_mitglied")
    .values({ kreis: actor.kreis, id, gremium_id: gremiumId, ...columnsOf(input), ...person })
    .execute();
  await inviteLater(tx, actor, gremiumId);
  await recordEvent(tx, actor, { art: "gremium.mitglied", gegenstand: { art: "gremium", id: gremiumId } });
  return id;
}

/**
 * Changes a member. Whoever cannot read the name can still correct the rest: then name and address stay.
 * @throws NotFound, Stale, Refused
 */
export async function changeMitglied(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: MitgliedEingabe,
): Promise<string> {
  const { gremiumId } = await mitgliedOf(tx, actor, id);
  await lockRow(tx, "kim.gremium", gremiumId);
  const mitglied = held(await mitgliedOf(tx, actor, id), version, mitgliedValues);
  await refuseVertretung(tx, actor, gremiumId, input, id);
  const deputies = (await mitglieder(tx, actor, { gremiumId })).filter(({ vertrittId }) => vertrittId === id);
  if (deputies.length > 0 && !input.stimme)
    throw new Refused(
      "Dieses Mitglied hat eine Vertretung und braucht seine Stimme. Ändern Sie zuerst die Vertretung.",
      "stimme",
    );
  const kept = !mitglied.lesbar && input.name === null && input.email === null;
  const person = kept ? {} : await personColumns(tx, actor, id, input);
  await tx
    .updateTable("kim.gremium_mitglied")
    .set({ ...columnsOf(input), ...person, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await inviteLater(tx, actor, gremiumId);
  await recordEvent(tx, actor, { art: "gremium.mitglied", gegenstand: { art: "gremium", id: gremiumId } });
  return gremiumId;
}
