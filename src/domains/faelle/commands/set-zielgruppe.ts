import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { type ZielgruppeEingabe, kriterienIn, zielgruppeValues } from "../model/zielgruppe.ts";
import { zielgruppeOf, zielgruppen } from "../queries/zielgruppen.ts";

/**
 * A rule that begins stays as it was: cases are decided by it. So a new one begins tomorrow at the earliest; only the very first
 * may have begun, as it held before KIM knew it.
 * @throws Refused where the day cannot be, or has a rule already
 */
async function refuseDay(tx: Tx, ab: string, self: string | undefined): Promise<void> {
  const others = (await zielgruppen(tx)).filter(({ id }) => id !== self);
  const same = others.find((one) => one.ab === ab);
  if (same !== undefined)
    throw new Refused(`Ab ${tagText(ab)} gibt es schon eine Regel. Ändern Sie diese.`, "gueltig_ab");
  const first = others.every((one) => one.ab > today());
  if (ab <= today() && !first) {
    throw new Refused(
      "Nach der laufenden Regel wird heute entschieden. Die neue beginnt frühestens morgen.",
      "gueltig_ab",
    );
  }
}

const event = (tx: Tx, actor: Actor, what: "angelegt" | "geaendert" | "entfernt", id: string) =>
  recordEvent(tx, actor, { art: `zielgruppe.${what}`, gegenstand: { art: "zielgruppe", id } });

/** A new rule of the Kreis. Returns its id. @throws Refused naming the field that has to be put right */
export async function addZielgruppe(tx: Tx, actor: Actor, input: ZielgruppeEingabe): Promise<string> {
  await refuseDay(tx, input.gueltig_ab, undefined);
  const id = randomUUID();
  const { gueltig_ab, mindestens, hinweis } = input;
  await tx.insertInto("kim.zielgruppe").values({ kreis: actor.kreis, id, gueltig_ab, mindestens, hinweis }).execute();
  await writeKriterien(tx, actor.kreis, id, input);
  await event(tx, actor, "angelegt", id);
  return id;
}

/** @throws NotFound, Stale, Refused where the rule has begun */
export async function changeZielgruppe(tx: Tx, actor: Actor, { id, version }: At, input: ZielgruppeEingabe) {
  await holdComing(tx, { id, version });
  await refuseDay(tx, input.gueltig_ab, id);
  const { gueltig_ab, mindestens, hinweis } = input;
  await tx
    .updateTable("kim.zielgruppe")
    .set({ gueltig_ab, mindestens, hinweis, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("kim.zielgruppe_kriterium").where("zielgruppe_id", "=", id).execute();
  await writeKriterien(tx, actor.kreis, id, input);
  await event(tx, actor, "geaendert", id);
}

/** Takes a rule away that has not begun. @throws NotFound, Stale, Refused */
export async function removeZielgruppe(tx: Tx, actor: Actor, at: At): Promise<void> {
  await holdComing(tx, at);
  await tx.deleteFrom("kim.zielgruppe").where("id", "=", at.id).execute();
  await event(tx, actor, "entfernt", at.id);
}

async function holdComing(tx: Tx, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.zielgruppe", id);
  const rule = held(await zielgruppeOf(tx, id), version, zielgruppeValues);
  if (rule.ab <= today()) {
    throw new Refused("Diese Regel gilt schon; nach ihr ist entschieden. Beginnen Sie eine neue, die später gilt.");
  }
}

async function writeKriterien(tx: Tx, kreis: string, id: string, input: ZielgruppeEingabe): Promise<void> {
  const rows = kriterienIn(input).map((one) => ({ kreis, zielgruppe_id: id, ...one }));
  await tx.insertInto("kim.zielgruppe_kriterium").values(rows).execute();
}
