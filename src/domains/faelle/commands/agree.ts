import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import { Refused } from "../../../platform/form.ts";
import { type VereinbarungEingabe, STAND } from "../model/vereinbarung.ts";
import { fallOf } from "../queries/faelle.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { WAS, WER } from "../queries/sealed.ts";
import { refuseGesperrt } from "../rows/fall.ts";
import { type Which, heldOffen, heldPunkt } from "../rows/punkt.ts";

/** Notes who does what by when: an open item of the case. @throws NotFound, Refused */
export async function agree(tx: Tx, actor: Actor, fallId: string, input: VereinbarungEingabe): Promise<void> {
  await lockRow(tx, "kim.fall", fallId);
  const fall = await fallOf(tx, actor, fallId);
  refuseGesperrt(fall);
  const { akte, key } = await akteWithKey(tx, actor, fall.personId);
  const id = randomUUID();
  const row = { kreis: actor.kreis, id };
  await tx
    .insertInto("kim.vereinbarung")
    .values({
      ...akte,
      id,
      fall_id: fallId,
      fallbesprechung_id: input.besprechung,
      am: today(),
      erfasst_von: actor.kontoId,
      wer: sealText(key, row, WER, input.wer) ?? Buffer.alloc(0),
      was: sealText(key, row, WAS, input.was) ?? Buffer.alloc(0),
      bis: input.bis,
      stand_am: today(),
    })
    .execute();
  await recordEvent(tx, actor, { art: "fall.vereinbart", gegenstand: { art: "fall", id: fallId } });
}

/** An open item is done, or is not needed any more. @throws NotFound, Refused where it is no more open */
export async function settle(tx: Tx, actor: Actor, which: Which, stand: "erledigt" | "entfallen"): Promise<void> {
  const { version } = await heldOffen(tx, which);
  await tx
    .updateTable("kim.vereinbarung")
    .set({ stand, stand_am: today(), schritt_faden: null, version: version + 1 })
    .where("id", "=", which.vereinbarung)
    .execute();
  await recordEvent(tx, actor, {
    art: "fall.punkt_erledigt",
    gegenstand: { art: "fall", id: which.fall },
    zweck: stand,
  });
}

/**
 * What was ticked off by mistake, or came back, is open again. @throws NotFound
 * @throws Refused where it is open, or a step of the plan: then it is that which is dropped
 */
export async function reopen(tx: Tx, actor: Actor, which: Which): Promise<void> {
  refuseGesperrt(await fallOf(tx, actor, which.fall));
  const { version, stand } = await heldPunkt(tx, which);
  if (stand === "offen" || stand === "im_plan") throw new Refused(`Dieser Punkt ist ${STAND[stand]}.`);
  await tx
    .updateTable("kim.vereinbarung")
    .set({ stand: "offen", stand_am: today(), version: version + 1 })
    .where("id", "=", which.vereinbarung)
    .execute();
  await recordEvent(tx, actor, { art: "fall.punkt_offen", gegenstand: { art: "fall", id: which.fall } });
}
