import type { Tx } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openNote, openOld, sealNote, sealOld } from "../queries/notiz.ts";

/** A consultation of one person that turned out to be with another one. Done by the worker: no page takes anybody's records. */
export type Weitergabe = {
  readonly kreis: string;
  readonly beratung: string;
  readonly von: string;
  readonly an: string;
};

/**
 * Gives a consultation to another person of the same file: she takes the place of the first, and what lay under the first one's key
 * is sealed with hers. Nothing happens where the first one was not there (any more). Safe to repeat.
 */
export async function giveBeratung(tx: Tx, { kreis, beratung: id, von, an }: Weitergabe): Promise<void> {
  const link = await tx
    .deleteFrom("kim.beratung_person")
    .where("kreis", "=", kreis)
    .where("beratung_id", "=", id)
    // one row: of the two, this one.
    .where("person_id", "=", von)
    .returning(["traeger_id", "konto_id", "am"])
    .executeTakeFirst();
  if (link === undefined) return;
  await tx
    .insertInto("kim.beratung_person")
    .values({ kreis, ...link, beratung_id: id, person_id: an })
    .onConflict((c) => c.doNothing())
    .execute();
  await sealAgain(tx, { kreis, beratung: id, von, an });
}

async function sealAgain(tx: Tx, { kreis, beratung: id, von, an }: Weitergabe): Promise<void> {
  const keys = await subjectKeys(tx, kreis, [von, an]);
  const [from, to] = [keys.get(von), keys.get(an)];
  if (from === undefined || to === undefined) return;
  const rows = await tx
    .selectFrom("kim.beratung")
    .select(["notiz"])
    .where("id", "=", id)
    .where("notiz_schluessel", "=", von)
    .execute();
  for (const { notiz } of rows)
    if (notiz !== null)
      await tx
        .updateTable("kim.beratung")
        .set({ notiz: sealNote(to, kreis, id, openNote(from, kreis, id, notiz)), notiz_schluessel: an })
        .where("id", "=", id)
        .execute();
  const before = await tx
    .selectFrom("kim.beratung_fassung")
    .select(["version", "notiz", "grund"])
    .where("beratung_id", "=", id)
    .where("schluessel", "=", von)
    .execute();
  for (const { version, notiz, grund } of before) {
    const at = { kreis, id, version };
    const again = (column: "notiz" | "grund", sealed: Buffer) =>
      sealOld(to, at, column, openOld(from, at, column, sealed));
    await tx
      .updateTable("kim.beratung_fassung")
      .set({ notiz: notiz === null ? null : again("notiz", notiz), grund: again("grund", grund), schluessel: an })
      .where("beratung_id", "=", id)
      .where("version", "=", version)
      .execute();
  }
}
