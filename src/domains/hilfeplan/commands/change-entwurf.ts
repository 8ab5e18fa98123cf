import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, type Values } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import type { EntwurfEingabe, Plan } from "../model/plan.ts";
import { planOf } from "../queries/plaene.ts";
import { heldEntwurf } from "../rows/plan.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { BEMERKUNG } from "../rows/sealed.ts";

/** What a draft says beside its goals, as its form would be filled with it. */
export const entwurfValues = ({ ueberpruefungAm, bemerkung }: Plan): Values => ({
  ueberpruefung_am: ueberpruefungAm === null ? [] : [ueberpruefungAm],
  bemerkung: bemerkung === null ? [] : [bemerkung],
});

/**
 * Replaces what a draft says beside its goals. @param at the case, and the version of its draft
 * @throws NotFound, Stale
 * @throws Refused for a day that has gone
 */
export async function changeEntwurf(tx: Tx, actor: Actor, { id, version }: At, eingabe: EntwurfEingabe): Promise<void> {
  const { akte, kopf } = await heldEntwurf(tx, actor, id);
  held(await planOf(tx, akte, kopf), version, entwurfValues);
  refuseGone(eingabe.ueberpruefung_am);
  await tx
    .updateTable("kim.hilfeplan")
    .set({
      ueberpruefung_am: eingabe.ueberpruefung_am,
      bemerkung: sealText(akte.key, { kreis: actor.kreis, id: kopf.id }, BEMERKUNG, eingabe.bemerkung),
      version: version + 1,
    })
    .where("id", "=", kopf.id)
    .execute();
  await recordEvent(tx, actor, { art: "hilfeplan.geaendert", gegenstand: { art: "fall", id } });
}

function refuseGone(day: string | null): void {
  if (day !== null && day < today()) {
    throw new Refused("Dieser Tag ist vorbei. Geben Sie an, wann Sie wieder auf den Plan schauen.", "ueberpruefung_am");
  }
}
