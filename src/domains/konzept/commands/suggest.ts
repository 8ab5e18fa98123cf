import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { EntscheidungEingabe, VorschlagEingabe } from "../model/eingabe.ts";
import { neuesIn } from "../model/absaetze.ts";
import { vorschlagOf } from "../queries/besprechung.ts";
import { teilOf } from "../queries/kapitel.ts";
import { textIn } from "../queries/staende.ts";
import { refuseText, saveTeil } from "./save-teil.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/**
 * Proposes a text for a part, from the version that was before one's eyes; nothing in the part changes.
 * @throws NotFound, Stale for a version that the part never had, Refused (field `text`)
 */
export async function addVorschlag(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { text, grund, kein_name }: VorschlagEingabe,
): Promise<string> {
  const akte = await teilOf(tx, actor, id);
  const vorher = await textIn(tx, id, version);
  if (vorher === undefined) throw new Stale(akte.teil.version, { text: [akte.teil.text] });
  if (vorher === text) throw new Refused("Ändern Sie im Text, was anders werden soll. So steht es schon da.", "text");
  await refuseText(tx, actor, akte, text);
  await refuseNamen(tx, actor, { text: neuesIn(text, vorher), grund }, kein_name);
  const vorschlag = crypto.randomUUID();
  const { kreis, kontoId: von } = actor;
  await tx
    .insertInto("kim.konzept_vorschlag")
    .values({ kreis, id: vorschlag, teil_id: id, basis: version, text, grund, am: today(), von })
    .execute();
  await recordEvent(tx, actor, { art: "konzept.vorgeschlagen", gegenstand: { art: "konzept", id: akte.konzept.id } });
  return vorschlag;
}

/**
 * Accepts a proposal – it is put together with what was written since –, refuses it, or takes one's own back. Returns the id of
 * its part.
 * @throws Refused where it touches what was written since (then somebody writes it by hand), or is decided already
 * @throws NotFound, Stale
 */
export async function decideVorschlag(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { nach, antwort, kein_name }: EntscheidungEingabe,
): Promise<string> {
  const { teil } = await vorschlagOf(tx, actor, id);
  await lockRow(tx, "kim.konzept_teil", teil.id);
  const { vorschlag, konzept } = await vorschlagOf(tx, actor, id);
  held(vorschlag, version);
  if (vorschlag.stand !== "offen") throw new Refused("Über diesen Vorschlag ist schon entschieden.", "nach");
  if (nach === "zurueckgezogen" ? vorschlag.von !== actor.kontoId : !konzept.schreibt) throw new NotFound();
  await refuseNamen(tx, actor, { antwort }, kein_name);
  if (nach === "angenommen") {
    const at = { id: teil.id, version: vorschlag.basis };
    // Looked through when it was proposed.
    await saveTeil(tx, actor, at, { text: vorschlag.text, kein_name: true }).catch((error: unknown) => {
      if (!(error instanceof Stale)) throw error;
      throw new Refused(
        "Seit dem Vorschlag hat jemand dieselben Absätze geändert. Übernehmen Sie von Hand, was passt, und lehnen Sie den Vorschlag mit einem Satz ab.",
        "nach",
      );
    });
  }
  await tx
    .updateTable("kim.konzept_vorschlag")
    .set({
      stand: nach,
      antwort,
      entschieden_am: today(),
      entschieden_von: actor.kontoId,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, {
    art: "konzept.entschieden",
    gegenstand: { art: "konzept", id: konzept.id },
    zweck: nach,
  });
  return teil.id;
}
