import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { stehtIn } from "../model/absaetze.ts";
import type { KommentarEingabe } from "../model/eingabe.ts";
import { kommentarOrt } from "../queries/besprechung.ts";
import { teilOf } from "../queries/kapitel.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/**
 * Says something about a passage of a part, or about all of it (`stelle` "").
 * @throws NotFound, Refused (field `stelle`) where the passage does not stand there, or (`text`) somebody can be recognised
 */
export async function addKommentar(
  tx: Tx,
  actor: Actor,
  { id }: Pick<At, "id">,
  { stelle, text, kein_name }: KommentarEingabe,
): Promise<void> {
  const { teil, konzept } = await teilOf(tx, actor, id);
  if (stelle !== "" && !stehtIn(teil.text, stelle))
    throw new Refused(
      "So steht es nicht im Text. Kopieren Sie die Stelle aus dem Text, oder lassen Sie das Feld leer.",
      "stelle",
    );
  await refuseNamen(tx, actor, { text }, kein_name);
  const { kreis, kontoId: von } = actor;
  await tx.insertInto("kim.konzept_kommentar").values({ kreis, teil_id: id, stelle, text, am: today(), von }).execute();
  await recordEvent(tx, actor, { art: "konzept.kommentiert", gegenstand: { art: "konzept", id: konzept.id } });
}

/** Says that a comment is dealt with, or open again. Everybody of the group may. Returns the id of its part. @throws NotFound, Stale */
export async function setErledigt(tx: Tx, actor: Actor, { id, version }: At, erledigt: boolean): Promise<string> {
  const ort = await kommentarOrt(tx, id);
  const akte = await teilOf(tx, actor, ort.teilId);
  held(ort, version);
  const done = await tx
    .updateTable("kim.konzept_kommentar")
    .set({
      erledigt_am: erledigt ? today() : null,
      erledigt_von: erledigt ? actor.kontoId : null,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound();
  await recordEvent(tx, actor, { art: "konzept.kommentiert", gegenstand: { art: "konzept", id: akte.konzept.id } });
  return akte.teil.id;
}
