import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Sitzung, SitzungEingabe } from "../model/eingabe.ts";
import { sitzungValues } from "../model/form-values.ts";
import { STAENDE } from "../model/sitzung.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { punkte } from "../queries/punkte.ts";
import { sitzungOf } from "../queries/sitzungen.ts";
import { sendEinladung, writeTeilnehmende } from "../rows/einladung.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeSitzungSchritt } from "../rows/schritt.ts";

const refuseTexte = ({ ort, hinweis, kein_name }: SitzungEingabe) => refuseText({ ort, hinweis }, kein_name);

const columnsOf = ({ tag, beginn, ende, ort, hinweis }: SitzungEingabe) => ({ tag, beginn, ende, ort, hinweis });

/** Plans a meeting of a body; what comes back at each is on its agenda already. Returns its id. @throws NotFound, Refused */
export async function planSitzung(tx: Tx, actor: Actor, gremiumId: string, input: SitzungEingabe): Promise<string> {
  await lockRow(tx, "kim.gremium", gremiumId);
  const gremium = await gremiumOf(tx, gremiumId);
  if (gremium.beendetAm !== null)
    throw new Refused("Dieses Gremium trifft sich nicht mehr. Nehmen Sie das Ende zuerst zurück.");
  refuseTexte(input);
  const { kreis } = actor;
  const id = randomUUID();
  await tx
    .insertInto("kim.gremium_sitzung")
    .values({ kreis, id, gremium_id: gremiumId, ...columnsOf(input), stand: "geplant", stand_seit: today() })
    .execute();
  const again = await punkte(tx, gremiumId);
  if (again.length > 0) {
    const rows = again.map(({ id: punktId, titel }, i) => ({
      kreis,
      sitzung_id: id,
      rang: i + 1,
      titel,
      punkt_id: punktId,
    }));
    await tx.insertInto("kim.top").values(rows).execute();
  }
  await writeSitzungSchritt(tx, actor, { sitzungId: id, von: null, nach: "geplant", grund: null });
  await recordEvent(tx, actor, { art: "gremium.sitzung_geplant", gegenstand: { art: "gremium_sitzung", id } });
  return id;
}

const isMoved = (before: Sitzung, now: SitzungEingabe): boolean =>
  before.tag !== now.tag || before.beginn !== now.beginn || before.ende !== now.ende || before.ort !== now.ort;

/**
 * Changes when or where a meeting is. Whoever was invited gets the invitation again, as its next version, whoever joined since gets
 * it as the first one, whoever does not belong to the body on the new day gets a cancellation; on another day the answers start
 * anew. @throws NotFound, Stale, Refused
 */
export async function changeSitzung(tx: Tx, actor: Actor, { id, version }: At, input: SitzungEingabe): Promise<void> {
  await lockRow(tx, "kim.gremium_sitzung", id);
  const before = held(await sitzungOf(tx, id), version, sitzungValues);
  if (before.stand !== "geplant" && before.stand !== "eingeladen")
    throw new Refused(`Die Sitzung ist ${STAENDE[before.stand]}. Ihr Tag und ihr Ort bleiben.`);
  refuseTexte(input);
  await tx
    .updateTable("kim.gremium_sitzung")
    .set({ ...columnsOf(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  if (before.stand === "eingeladen" && isMoved(before, input)) {
    if (before.tag !== input.tag)
      await tx
        .updateTable("kim.gremium_teilnahme")
        .set({ antwort: null, antwort_am: null })
        .where("sitzung_id", "=", id)
        .execute();
    const moved = await sitzungOf(tx, id);
    if ((await writeTeilnehmende(tx, actor, moved)) === 0)
      throw new Refused("Das Gremium hat an diesem Tag kein Mitglied. Wählen Sie einen anderen.", "tag");
    await sendEinladung(tx, actor, moved, "REQUEST");
  }
  await recordEvent(tx, actor, { art: "gremium.sitzung_geaendert", gegenstand: { art: "gremium_sitzung", id } });
}
