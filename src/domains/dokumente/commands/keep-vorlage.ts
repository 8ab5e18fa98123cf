import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { WordFehler } from "../../berichte/index.ts";
import { MUSTER, briefWord } from "../documents/briefe.ts";
import type { VorlageEingabe } from "../model/brief.ts";
import { vorlagenOf } from "../queries/vorlagen.ts";

/**
 * Keeps a Word file of the Träger to write letters with, filled once to see that it can be. One of the same name takes the place of
 * the one before. Returns its id.
 * @throws Refused (field `datei`) with every placeholder that is wrong, and its place
 */
export async function keepVorlage(tx: Tx, actor: Actor, typed: VorlageEingabe, word: Buffer): Promise<string> {
  try {
    briefWord(word, MUSTER);
  } catch (error) {
    throw error instanceof WordFehler ? new Refused(error.message, "datei") : error;
  }
  const before = await tx
    .selectFrom("kim.briefvorlage")
    .select(["id", "version"])
    .where("traeger_id", "=", actor.traegerId)
    .where("name", "=", typed.name)
    .executeTakeFirst();
  const id = before?.id ?? randomUUID();
  if (before === undefined) {
    const own = { kreis: actor.kreis, id, traeger_id: actor.traegerId };
    await tx
      .insertInto("kim.briefvorlage")
      .values({ ...own, ...typed, word })
      .execute();
  } else {
    await lockRow(tx, "kim.briefvorlage", id);
    const set = { empfaenger: typed.empfaenger, word, aktiv: true, version: before.version + 1 };
    await tx.updateTable("kim.briefvorlage").set(set).where("id", "=", id).execute();
  }
  const art = before === undefined ? "briefvorlage.angelegt" : "briefvorlage.geaendert";
  await recordEvent(tx, actor, { art, gegenstand: { art: "briefvorlage", id } });
  return id;
}

/** Offers a template no more; a new file of the same name brings it back. @throws NotFound, Stale */
export async function closeVorlage(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.briefvorlage", id);
  const now = held(
    (await vorlagenOf(tx, actor)).find((one) => one.id === id),
    version,
  );
  await tx
    .updateTable("kim.briefvorlage")
    .set({ aktiv: false, version: now.version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "briefvorlage.geaendert", gegenstand: { art: "briefvorlage", id } });
}
