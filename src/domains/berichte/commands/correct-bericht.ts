import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { Berichtigung } from "../model/eingabe.ts";
import { inhalte } from "../model/kapitel.ts";
import { berichtOf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { insertKapitel } from "../rows/kapitel.ts";

/**
 * A new draft that replaces a released report and says why; head and texts begin as they were. Returns its id.
 * @throws NotFound for a draft
 * @throws Refused when another one replaces it already
 */
export async function correctBericht(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
  { grund }: Berichtigung,
): Promise<string> {
  const { kreis, kontoId } = actor;
  await lockRow(tx, "kim.bericht", id);
  const old = await berichtOf(tx, actor, id);
  if (old.nummer === undefined) throw new NotFound();
  if (old.berichtigtDurch !== undefined) {
    throw new Refused("Zu diesem Bericht gibt es schon eine Berichtigung. Berichtigen Sie die neueste.");
  }
  const neu = randomUUID();
  await tx
    .insertInto("kim.bericht")
    .values({
      kreis,
      id: neu,
      von: old.von,
      bis: old.bis,
      titel: old.titel,
      berichtigt: id,
      grund,
      kopf: JSON.stringify(old.kopf),
      vorlage_id: old.vorlageId,
      angelegt: today(),
      angelegt_von: kontoId,
    })
    .execute();
  await insertKapitel(tx, { kreis, bericht: neu }, inhalte(await kapitelIn(tx, id)));
  await recordEvent(tx, actor, { art: "bericht.angelegt", gegenstand: { art: "bericht", id: neu } });
  return neu;
}
