import type { Actor } from "../../../platform/actor.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
import { fileKey, openPiece } from "../../../platform/files/pieces.ts";
import { NotFound } from "../../../platform/form.ts";
import { openText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { SCHLUESSEL, stueckOrt } from "../rows/sealed.ts";
import { type Dokument, dokumentOf } from "./dokumente.ts";

/** A file that was opened: what it is, and a reader of its bytes from the first to the last. */
export type Datei = { readonly dokument: Dokument; readonly next: () => Promise<Buffer | undefined> };

/**
 * Opens the file of a document; that it was opened stands in the log. What follows is read piece by piece, each in a transaction of
 * its own: whoever loses the right in the middle gets no more, and a slow line holds no connection. A withdrawn one does not open.
 * @throws NotFound for a foreign one as for none
 */
export async function openDatei(actor: Actor, id: string, zweck: "vorschau" | "herunterladen"): Promise<Datei> {
  const { dokument, key } = await openRecordAs(actor, { art: "dokument", id }, zweck, async (tx) => {
    const found = await dokumentOf(tx, actor, id);
    if (found.zurueckgezogenAm !== null) throw new NotFound();
    return { dokument: found, key: await keyOfFile(tx, actor, found) };
  });
  let nr = 0;
  return {
    dokument,
    next: async () => {
      if (nr >= dokument.stuecke) return undefined;
      const at = nr;
      nr += 1;
      return readAs(actor, (tx) => stueck(tx, actor, { dokument, key }, at));
    },
  };
}

async function keyOfFile(tx: Tx, actor: Actor, { id, personId }: Dokument): Promise<DataKey> {
  const row = await tx
    .selectFrom("kim.dokument")
    .select(["kreis", "id", "schluessel"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const written = openText(
    (await subjectKeys(tx, actor.kreis, [personId])).get(personId),
    row,
    SCHLUESSEL,
    row.schluessel,
  );
  if (written === null) throw new NotFound();
  return fileKey(written);
}

/** @throws NotFound where it is out of reach by now, TresorError where it is not the one that was put there */
async function stueck(
  tx: Tx,
  { kreis }: Actor,
  { dokument, key }: { readonly dokument: Dokument; readonly key: DataKey },
  nr: number,
): Promise<Buffer> {
  const row = await tx
    .selectFrom("kim.dokument_stueck")
    .select("inhalt")
    .where("dokument_id", "=", dokument.id)
    .where("nr", "=", nr)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return openPiece(key, stueckOrt(kreis, dokument.id), nr, dokument.stuecke, row.inhalt);
}
