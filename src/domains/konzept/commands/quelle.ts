import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import type { QuelleEingabe } from "../model/eingabe.ts";
import { neuesIn } from "../model/absaetze.ts";
import { quelleValues } from "../model/form-values.ts";
import { quelleMarke } from "../model/word-papier.ts";
import { kapitelIn, quellenIn } from "../queries/kapitel.ts";
import { heldKonzept } from "../queries/konzepte.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/** The draft of a source. @throws NotFound */
export async function konzeptVonQuelle(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom("kim.konzept_quelle").select("konzept_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.konzept_id;
}

const geaendert = (tx: Tx, actor: Actor, id: string) =>
  recordEvent(tx, actor, { art: "konzept.geaendert", gegenstand: { art: "konzept", id } });

/** Adds a source under the next number. @throws NotFound, Refused */
export async function addQuelle(tx: Tx, actor: Actor, { id }: Pick<At, "id">, input: QuelleEingabe): Promise<void> {
  await heldKonzept(tx, actor, id);
  refuseUnprintable([input.text], "text");
  const { text, adresse } = input;
  await refuseNamen(tx, actor, { text }, input.kein_name);
  const nr = ((await quellenIn(tx, id)).at(-1)?.nr ?? 0) + 1;
  await tx.insertInto("kim.konzept_quelle").values({ kreis: actor.kreis, konzept_id: id, nr, text, adresse }).execute();
  await geaendert(tx, actor, id);
}

async function heldQuelle(tx: Tx, actor: Actor, id: string) {
  const konzept = await heldKonzept(tx, actor, await konzeptVonQuelle(tx, id));
  return { konzept, quelle: (await quellenIn(tx, konzept.id)).find((q) => q.id === id) };
}

/** Changes a source; its number stays. Returns the id of its draft. @throws NotFound, Stale, Refused */
export async function changeQuelle(tx: Tx, actor: Actor, { id, version }: At, input: QuelleEingabe): Promise<string> {
  const { konzept, quelle } = await heldQuelle(tx, actor, id);
  const { text: before } = held(quelle, version, quelleValues);
  refuseUnprintable([input.text], "text");
  const { text, adresse } = input;
  await refuseNamen(tx, actor, { text: neuesIn(text, before) }, input.kein_name);
  await tx
    .updateTable("kim.konzept_quelle")
    .set({ text, adresse, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await geaendert(tx, actor, konzept.id);
  return konzept.id;
}

/** Takes a source out. Returns the id of its draft. @throws NotFound, Refused as long as a text names it */
export async function removeQuelle(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<string> {
  const { konzept, quelle } = await heldQuelle(tx, actor, id);
  if (quelle === undefined) throw new NotFound();
  const name = quelleMarke(quelle.nr);
  const used = (await kapitelIn(tx, konzept.id)).find((k) => k.teile.some(({ text }) => text.includes(name)));
  if (used !== undefined)
    throw new Refused(`Das Kapitel „${used.titel}“ nennt diese Quelle als ${name}. Nehmen Sie sie dort zuerst heraus.`);
  await tx.deleteFrom("kim.konzept_quelle").where("id", "=", id).execute();
  await geaendert(tx, actor, konzept.id);
  return konzept.id;
}
