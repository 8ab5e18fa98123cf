import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { STAENDE, uebergang } from "../model/auftrag.ts";
import type { AuftragEingabe, AuftragSchrittEingabe, Sitzung } from "../model/eingabe.ts";
import { auftragValues } from "../model/form-values.ts";
import { auftragOf } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeAuftragSchritt } from "../rows/schritt.ts";
import { heldTop } from "./set-tagesordnung.ts";
import { refuseOhneSitzung } from "./write-notiz.ts";

/** @throws Refused where the member is none of the body, or the decision none of the point */
async function refuseFremd(
  tx: Tx,
  actor: Actor,
  sitzung: Sitzung,
  topId: string,
  input: AuftragEingabe,
): Promise<void> {
  const own = await mitglieder(tx, actor, { gremiumId: sitzung.gremiumId });
  if (input.mitglied !== null && !own.some(({ id }) => id === input.mitglied))
    throw new Refused("Wählen Sie ein Mitglied dieses Gremiums, oder nennen Sie eine Stelle.", "mitglied");
  const decided = await beschluesse(tx, { topId });
  if (input.beschluss !== null && !decided.some(({ id }) => id === input.beschluss))
    throw new Refused("Wählen Sie einen Beschluss zu diesem Punkt, oder keinen.", "beschluss");
}

/** Writes down what somebody is to do by when. Returns its id. @throws NotFound, Refused */
export async function addAuftrag(tx: Tx, actor: Actor, topId: string, input: AuftragEingabe): Promise<string> {
  const { sitzung } = await heldTop(tx, topId);
  refuseOhneSitzung(sitzung);
  await refuseFremd(tx, actor, sitzung, topId, input);
  refuseText({ was: input.was, stelle: input.stelle }, input.kein_name);
  if (input.faellig_am < sitzung.tag)
    throw new Refused("Das liegt vor der Sitzung. Geben Sie einen späteren Tag an.", "faellig_am");
  const id = randomUUID();
  await tx
    .insertInto("kim.auftrag")
    .values({
      kreis: actor.kreis,
      id,
      sitzung_id: sitzung.id,
      top_id: topId,
      beschluss_id: input.beschluss,
      was: input.was,
      mitglied_id: input.mitglied,
      stelle: input.stelle,
      faellig_am: input.faellig_am,
      stand: "offen",
      stand_seit: today(),
    })
    .execute();
  await writeAuftragSchritt(tx, actor, {
    auftragId: id,
    von: null,
    nach: "offen",
    notiz: null,
    faelligAm: input.faellig_am,
  });
  await recordEvent(tx, actor, { art: "auftrag.vereinbart", gegenstand: { art: "auftrag", id } });
  return id;
}

/** Another day, another person, other words. What was agreed before stays in its history. @throws NotFound, Stale, Refused */
export async function changeAuftrag(tx: Tx, actor: Actor, { id, version }: At, input: AuftragEingabe): Promise<void> {
  await lockRow(tx, "kim.auftrag", id);
  const before = held(await auftragOf(tx, actor, id), version, auftragValues);
  const own = await mitglieder(tx, actor, { gremiumId: before.gremiumId });
  if (input.mitglied !== null && !own.some((one) => one.id === input.mitglied))
    throw new Refused("Wählen Sie ein Mitglied dieses Gremiums, oder nennen Sie eine Stelle.", "mitglied");
  refuseText({ was: input.was, stelle: input.stelle }, input.kein_name);
  await tx
    .updateTable("kim.auftrag")
    .set({
      was: input.was,
      mitglied_id: input.mitglied,
      stelle: input.stelle,
      faellig_am: input.faellig_am,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  const step = { auftragId: id, von: before.stand, nach: before.stand, notiz: null, faelligAm: input.faellig_am };
  if (before.faelligAm !== input.faellig_am) await writeAuftragSchritt(tx, actor, step);
  await recordEvent(tx, actor, { art: "auftrag.geaendert", gegenstand: { art: "auftrag", id } });
}

/** Takes an Auftrag to another state, as its table allows. @throws NotFound, Stale, Refused */
export async function moveAuftrag(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: AuftragSchrittEingabe,
): Promise<void> {
  await lockRow(tx, "kim.auftrag", id);
  const before = held(await auftragOf(tx, actor, id), version);
  const step = uebergang(before.stand, input.nach);
  if (step === undefined)
    throw new Refused(`Von „${STAENDE[before.stand]}“ geht es nicht zu „${STAENDE[input.nach]}“.`, "nach");
  if (step.notiz === true && input.notiz === null) throw new Refused("Schreiben Sie in einem Satz, warum.", "notiz");
  refuseText({ notiz: input.notiz }, input.kein_name);
  await tx
    .updateTable("kim.auftrag")
    .set({ stand: input.nach, stand_seit: today(), version: version + 1 })
    .where("id", "=", id)
    .execute();
  const { faelligAm } = before;
  await writeAuftragSchritt(tx, actor, {
    auftragId: id,
    von: before.stand,
    nach: input.nach,
    notiz: input.notiz,
    faelligAm,
  });
  await recordEvent(tx, actor, { art: "auftrag.weiter", gegenstand: { art: "auftrag", id }, zweck: input.nach });
}
