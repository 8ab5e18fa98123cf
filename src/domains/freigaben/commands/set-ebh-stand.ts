import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import type { EbhEingabe } from "../model/ebh.ts";
import { type Art, VORBEI } from "../model/stand.ts";
import { recordReceived } from "../rows/schritt.ts";
import { holdKopie } from "./receive-kopie.ts";

/** Only the naturalisation authority says how far a naturalisation is. */
export const EBH = ["ebh"] as const satisfies readonly Art[];

/** The authority says how far it is; whoever gave the copy reads it there. @throws NotFound, Stale, Refused */
export async function setEbhStand(tx: Tx, actor: Actor, at: At, { stand, seit }: EbhEingabe): Promise<void> {
  const kopie = held(await holdKopie(tx, actor, EBH, at.id), at.version);
  if (kopie.stand === "erledigt") throw new Refused(VORBEI);
  refuseLater("seit", seit);
  await tx
    .updateTable("kim.freigabe")
    .set((e) => ({ ebh_stand: stand, ebh_seit: seit, version: e("version", "+", 1) }))
    .where("id", "=", at.id)
    .execute();
  await recordReceived(tx, actor, kopie, "kopie.stand", stand);
}
