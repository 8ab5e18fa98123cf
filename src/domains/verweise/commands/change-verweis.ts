import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { tagText } from "../../../platform/span.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { VerweisAngaben } from "../model/verweis.ts";
import { verweisOf, verweisValues } from "../queries/verweise.ts";
import { angabenRow, pruefe } from "../rows/angaben.ts";
import { weitergeben } from "../rows/weitergeben.ts";

/**
 * Puts right what a referral says. What is ticked goes out anew; nothing is ticked where it already did.
 * @throws NotFound, Stale, Refused
 */
export async function changeVerweis(tx: Tx, actor: Actor, { id, version }: At, input: VerweisAngaben): Promise<void> {
  const { personId } = await verweisOf(tx, actor, id);
  const { key } = await akteWithKey(tx, actor, personId);
  const stelle = await pruefe(tx, input, await verweisOf(tx, actor, id));
  const { kontakt, kategorien } = input;
  const before = await verweisOf(tx, actor, id);
  const schon = kontakt === "cm" && before.kontakt === "cm" && before.organisationId === stelle.organisation.id;
  const neu =
    schon && kategorien.length === 0
      ? undefined
      : await weitergeben(tx, actor, personId, { kontakt, kategorien }, stelle);
  await lockRow(tx, "kim.verweis", id);
  const now = held(await verweisOf(tx, actor, id), version, verweisValues);
  const zweiter = gueltige(now.schritte)[1];
  if (zweiter !== undefined && input.am > zweiter.am) {
    throw new Refused(`Am ${tagText(zweiter.am)} war schon der nächste Schritt. Prüfen Sie den Tag.`, "am");
  }
  await tx
    .updateTable("kim.verweis")
    .set({
      ...angabenRow(key, { kreis: actor.kreis, id }, input, stelle),
      ...(neu === undefined ? {} : { weitergabe_id: neu }),
      ...(zweiter === undefined ? { stand_seit: input.am } : {}),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "verweis.geaendert", gegenstand: { art: "verweis", id } });
}
