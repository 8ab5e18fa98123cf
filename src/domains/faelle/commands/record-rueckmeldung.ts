import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import type { RueckmeldungEingabe } from "../model/fragebogen.ts";
import { fallOf } from "../queries/faelle.ts";
import { refuseGesperrt } from "../rows/fall.ts";

/** What the person answered when she was asked how satisfied she is; asked again, both stay. @throws NotFound, Refused */
export async function recordRueckmeldung(
  tx: Tx,
  actor: Actor,
  fallId: string,
  { sprache, wert }: RueckmeldungEingabe,
): Promise<void> {
  await lockRow(tx, "kim.fall", fallId);
  const fall = await fallOf(tx, actor, fallId);
  refuseGesperrt(fall);
  const { akte } = await akteWithKey(tx, actor, fall.personId);
  await tx
    .insertInto("kim.fall_rueckmeldung")
    .values({ ...akte, fall_id: fallId, am: today(), erfasst_von: actor.kontoId, sprache, wert })
    .execute();
  await recordEvent(tx, actor, { art: "fall.gefragt", gegenstand: { art: "fall", id: fallId } });
}
