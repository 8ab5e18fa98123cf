import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { requestCount } from "../../auswertung/index.ts";
import { removeAlteBeratungen } from "../../beratungen/index.ts";
import { removeAltePersonen } from "../../personen/index.ts";
import { berichteMit } from "../queries/berichtet.ts";
import { type Gespeichert, type ListeId, gespeichert, takeYourTime } from "../queries/gespeichert.ts";
import { forgetWords } from "../rows/woerter-gemerkt.ts";

/**
 * Takes everything out again that a list brought, all of it or nothing. Persons stay where they have a consultation that was
 * recorded otherwise. Nothing happens where the list does not wait for it (any more); where a report that counts the list was
 * released since somebody asked, the list stays taken over.
 */
export async function takeBack(id: ListeId): Promise<void> {
  const liste = await gespeichert(id, "nimmt_zurueck");
  if (liste === undefined) return;
  await writeAs(liste.actor, (tx) => removeAll(tx, liste));
}

async function removeAll(tx: Tx, { kreis, id, actor }: Gespeichert): Promise<void> {
  await takeYourTime(tx);
  const blocked = (await berichteMit(tx, id)).length > 0;
  const done = await tx
    .updateTable("kim.uebernahme")
    .set({
      fortschritt: 100,
      ...(blocked ? { stand: "uebernommen" } : { stand: "zurueckgenommen", befund: null, entscheidungen: null }),
    })
    .where("id", "=", id)
    .where("stand", "=", "nimmt_zurueck")
    .executeTakeFirst();
  if (blocked || done.numUpdatedRows === 0n) return;
  await removeAlteBeratungen(tx, kreis, id);
  await removeAltePersonen(tx, kreis, id);
  const summen = tx.selectFrom("kim.summe").select("id").where("uebernahme_id", "=", id);
  await tx.deleteFrom("kim.summe_wort").where("summe_id", "in", summen).execute();
  await tx.deleteFrom("kim.summe_thema").where("summe_id", "in", summen).execute();
  await tx.deleteFrom("kim.summe").where("uebernahme_id", "=", id).execute();
  await forgetWords(tx, actor.traegerId);
  await recordEvent(tx, actor, { art: "liste.zurueckgenommen", gegenstand: { art: "liste", id } });
  await requestCount(tx, kreis);
}
