import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { VorlageSpeichern } from "../model/eingabe.ts";
import { vorlageAus } from "../model/vorlage.ts";
import { entwurfOf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { heldVorlage, vorlageNamens } from "../queries/vorlagen.ts";

/** @throws Refused (field `name`) where another template is called so */
export async function refuseNameTaken(tx: Tx, name: string, own?: string): Promise<void> {
  const other = await vorlageNamens(tx, name);
  if (other === undefined || other.id === own) return;
  throw new Refused(`Eine Vorlage namens „${other.name}“ gibt es schon. Wählen Sie einen anderen Namen.`, "name");
}

/**
 * Makes a template of a draft, or puts it in the place of one that exists: head, order, headings, and the texts that are the same
 * in every paper. Returns its id.
 * @throws NotFound
 * @throws Refused (field `name`)
 */
export async function saveVorlage(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
  { ersetzt, name, feste }: VorlageSpeichern,
): Promise<string> {
  const before = ersetzt === null ? undefined : await heldVorlage(tx, ersetzt);
  if (before === undefined && name === "") throw new Refused("Geben Sie der Vorlage einen Namen.", "name");
  if (name !== "") await refuseNameTaken(tx, name, before?.id);
  const { titel, kopf, kapitel } = vorlageAus(await entwurfOf(tx, actor, id), await kapitelIn(tx, id), feste);
  const said = { titel, kopf: JSON.stringify(kopf), kapitel: JSON.stringify(kapitel) };
  const vorlage = before?.id ?? randomUUID();
  if (before === undefined) {
    await tx
      .insertInto("kim.bericht_vorlage")
      .values({ kreis: actor.kreis, id: vorlage, name, ...said })
      .execute();
  } else {
    await tx
      .updateTable("kim.bericht_vorlage")
      .set({ ...said, name: name === "" ? before.name : name, version: before.version + 1 })
      .where("id", "=", vorlage)
      .execute();
  }
  await recordEvent(tx, actor, {
    art: "bericht_vorlage.geaendert",
    gegenstand: { art: "bericht_vorlage", id: vorlage },
  });
  return vorlage;
}
