import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { type Stand, standOf } from "../model/uebernahme.ts";
import { isId } from "../../../platform/ids.ts";

/** Why something cannot be done in a state: what the worker is doing, or what came of it. */
const SAETZE: Readonly<Record<Stand, string>> = {
  liest: "Die Liste wird gerade gelesen. Warten Sie, bis sie fertig ist.",
  gelesen: "Die Liste ist noch nicht übernommen.",
  unlesbar: "Die Datei lässt sich nicht lesen. Laden Sie sie in einem lesbaren Format noch einmal hoch.",
  uebernimmt: "Die Liste wird gerade übernommen. Warten Sie, bis sie fertig ist.",
  uebernommen: "Die Liste ist schon übernommen. Nehmen Sie die Übernahme zurück, wenn etwas nicht stimmt.",
  nimmt_zurueck: "Die Übernahme wird gerade zurückgenommen. Warten Sie, bis sie fertig ist.",
  zurueckgenommen: "Diese Übernahme ist zurückgenommen. Laden Sie die Liste noch einmal hoch.",
};

/**
 * One's own list, held until the end of the transaction, in a state that allows what is wanted. Without `version` any will
 * do. @throws NotFound for a foreign one as for none, Stale, Refused naming the state
 */
export async function openList(tx: Tx, { id, version }: Pick<At, "id"> & Partial<At>, allowed: readonly Stand[]) {
  if (!isId(id)) throw new NotFound();
  await lockRow(tx, "kim.uebernahme", id);
  const row = await tx
    .selectFrom("kim.uebernahme")
    .select(["id", "stand", "version", "entscheidungen", "bisher"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const stand = standOf(row.stand);
  if (!allowed.includes(stand)) throw new Refused(SAETZE[stand]);
  return held(row, version ?? row.version);
}

/** One's own list that is taken over, also while rows that stayed behind are being mended. @throws as `openList` */
export async function openTaken(tx: Tx, at: At) {
  const row = await openList(tx, at, ["uebernommen", "gelesen"]);
  if (row.stand === "gelesen" && row.bisher === null) throw new Refused(SAETZE.gelesen);
  return row;
}
