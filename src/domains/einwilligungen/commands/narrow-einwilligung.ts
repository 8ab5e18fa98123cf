import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Einschraenkung } from "../model/einwilligung.ts";
import { KATEGORIEN } from "../model/zwecke.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";
import { refuseDay, refuseWeg, writeSchritt } from "../rows/einwilligung.ts";

/**
 * Takes down that a consent says less from now on: fewer kinds of data, or an earlier last day. More of either is a new consent.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function narrowEinwilligung(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { am, kategorien, gueltig_bis: bis, grund }: Einschraenkung,
): Promise<void> {
  await lockRow(tx, "kim.einwilligung", id);
  const now = held(await einwilligungOf(tx, actor, id), version);
  refuseWeg(now.stand, "eingeschraenkt");
  refuseDay(am, now.schritte.at(-1)?.am);
  const neu = kategorien.filter((one) => !now.kategorien.includes(one)).map((one) => `„${KATEGORIEN[one]}“`);
  if (neu.length > 0) {
    throw new Refused(
      `${neu.join(", ")} war bisher nicht dabei. Dafür braucht es eine neue Einwilligung.`,
      "kategorien",
    );
  }
  if (now.gueltigBis !== null && (bis === null || bis > now.gueltigBis)) {
    throw new Refused("Länger als bisher gilt sie nur mit einer neuen Einwilligung.", "gueltig_bis");
  }
  if (bis !== null && bis < am) throw new Refused("Der letzte Tag liegt vor diesem Schritt.", "gueltig_bis");
  if (kategorien.length === now.kategorien.length && bis === now.gueltigBis) {
    throw new Refused(
      "So galt sie schon. Nehmen Sie Angaben heraus, oder wählen Sie einen früheren letzten Tag.",
      "kategorien",
    );
  }
  const of = await akteWithKey(tx, actor, now.personId);
  await tx
    .updateTable("kim.einwilligung")
    .set({ stand: "eingeschraenkt", kategorien, gueltig_bis: bis, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeSchritt(tx, actor, of, now, { nach: "eingeschraenkt", am, kategorien, gueltigBis: bis, grund });
  await recordEvent(tx, actor, { art: "einwilligung.eingeschraenkt", gegenstand: { art: "einwilligung", id } });
}
