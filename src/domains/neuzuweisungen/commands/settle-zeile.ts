import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { destroySubjectKey } from "../../../platform/tresor/keys.ts";
import { stapelOf, zeileOf } from "../queries/stapel.ts";
import { nextNr, writeHaushalte } from "../rows/haushalt.ts";

/** Of two who settle the same row, the second waits here and finds it gone. @throws NotFound */
async function remove(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom("kim.zuweisung_zeile").where("id", "=", id).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new NotFound();
  await destroySubjectKey(tx, actor.kreis, id);
}

/** A row that waited is a household after all. Returns its batch. @throws NotFound */
export async function takeZeile(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { stapelId, haushalt } = await zeileOf(tx, actor, id);
  const stapel = await stapelOf(tx, actor, stapelId);
  const ab = await nextNr(tx, stapelId, 1);
  await remove(tx, actor, id);
  await writeHaushalte(tx, actor, { id: stapelId, angekuendigt: stapel.angekuendigt, ab }, [haushalt]);
  await recordEvent(tx, actor, { art: "stapel.zeile_aufgenommen", gegenstand: { art: "stapel", id: stapelId } });
  return stapelId;
}

/** A row that waited is nothing. Returns its batch. @throws NotFound */
export async function dropZeile(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { stapelId } = await zeileOf(tx, actor, id);
  await remove(tx, actor, id);
  await recordEvent(tx, actor, { art: "stapel.zeile_verworfen", gegenstand: { art: "stapel", id: stapelId } });
  return stapelId;
}
