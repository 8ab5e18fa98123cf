import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql, writeAs, takeYourTime } from "../../../platform/db.ts";
import { requestCount } from "../../auswertung/index.ts";
import { removeAlteBeratungen } from "../../beratungen/index.ts";
import { removeAlteFaelle } from "../../faelle/index.ts";
import { removeAltePersonen } from "../../personen/index.ts";
import { berichteMit } from "../queries/berichtet.ts";
import { type Gespeichert, type ListeId, gespeichert, lockTraeger } from "../queries/gespeichert.ts";
import { type Fortschritt, fortschrittIn, partOf } from "../rows/fortschritt.ts";
import { forgetWords } from "../rows/woerter-gemerkt.ts";

/** Consultations are this share of the work. */
const BERATUNGEN = 0.9;

/**
 * Takes everything out again that a list brought, all of it or nothing. Persons stay where they have a consultation that was
 * recorded otherwise. Nothing happens where the list does not wait for it (any more); where a report that counts the list was
 * released since somebody asked, the list stays taken over.
 */
export async function takeBack(id: ListeId, fortschritt: Fortschritt = fortschrittIn(id)): Promise<void> {
  const liste = await gespeichert(id, "nimmt_zurueck", "ohne Inhalt");
  if (liste === undefined) return;
  await writeAs(liste.actor, (tx) => removeAll(tx, liste, fortschritt)).finally(fortschritt.finish);
}

async function removeAll(tx: Tx, liste: Gespeichert, fortschritt: Fortschritt): Promise<void> {
  const { kreis, id, actor } = liste;
  await takeYourTime(tx);
  // The row itself must stay free: the progress is written into it meanwhile.
  await lockTraeger(tx, actor.traegerId);
  const waits = tx.selectFrom("kim.uebernahme").select("id").where("id", "=", id).where("stand", "=", "nimmt_zurueck");
  if ((await waits.executeTakeFirst()) === undefined) return;
  const blocked = (await berichteMit(tx, id)).length > 0;
  if (!blocked) {
    await removeAlteBeratungen(tx, kreis, id, partOf(fortschritt, 0, BERATUNGEN).tell);
    await removeAlteFaelle(tx, id);
    await removeAltePersonen(tx, kreis, id);
    const summen = tx.selectFrom("kim.summe").select("id").where("uebernahme_id", "=", id);
    await tx.deleteFrom("kim.summe_wort").where("summe_id", "in", summen).execute();
    await tx.deleteFrom("kim.summe_thema").where("summe_id", "in", summen).execute();
    await tx.deleteFrom("kim.summe").where("uebernahme_id", "=", id).execute();
    await forgetWords(tx, actor.traegerId);
    await recordEvent(tx, actor, { art: "liste.zurueckgenommen", gegenstand: { art: "liste", id } });
    await requestCount(tx, kreis);
  }
  await fortschritt.finish();
  const gone = { stand: "zurueckgenommen", inhalt: null, befund: null, entscheidungen: null };
  await tx
    .updateTable("kim.uebernahme")
    .set({
      fortschritt: 100,
      ...(blocked ? { stand: "uebernommen" } : { ...gone, zahlen: sql`coalesce(bisher, zahlen)`, bisher: null }),
    })
    .where("id", "=", id)
    .execute();
}
