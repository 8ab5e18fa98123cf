import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { UebersetzungEingabe } from "../model/uebersetzung.ts";
import { pruefsummeOf } from "../queries/uebersetzungen.ts";

/**
 * Says for one's own Träger that the words of a language are right, or takes that back. Released is what was read.
 * @throws Refused where the program says it in other words by now
 */
export async function releaseUebersetzung(tx: Tx, actor: Actor, eingabe: UebersetzungEingabe): Promise<void> {
  const { sprache, pruefsumme, zurueck } = eingabe;
  const subject = { art: "traeger", id: actor.traegerId };
  if (zurueck) {
    await tx
      .deleteFrom("kim.hilfeplan_uebersetzung")
      .where("traeger_id", "=", actor.traegerId)
      .where("sprache", "=", sprache)
      .execute();
    await recordEvent(tx, actor, { art: "uebersetzung.zurueckgezogen", gegenstand: subject, zweck: sprache });
    return;
  }
  if (pruefsumme !== pruefsummeOf(sprache)) {
    throw new Refused("Die Texte haben sich geändert. Lesen Sie sie noch einmal, bevor Sie sie freigeben.");
  }
  const values = { pruefsumme, freigegeben_am: today(), freigegeben_von: actor.kontoId };
  await tx
    .insertInto("kim.hilfeplan_uebersetzung")
    .values({ kreis: actor.kreis, traeger_id: actor.traegerId, sprache, ...values })
    .onConflict((c) => c.columns(["kreis", "traeger_id", "sprache"]).doUpdateSet(values))
    .execute();
  await recordEvent(tx, actor, { art: "uebersetzung.freigegeben", gegenstand: subject, zweck: sprache });
}
