import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { addSchritt } from "../../hilfeplan/index.ts";
import type { PunktAlsSchritt } from "../model/vereinbarung.ts";
import { type Which, heldOffen } from "../rows/punkt.ts";

/**
 * An open item becomes a step of the plan, in its draft: it is not open any more, unless the step goes with the draft.
 * @throws NotFound
 * @throws Refused naming the field that has to be put right, and where the item is no more open
 */
export async function planPunkt(tx: Tx, actor: Actor, which: Which, input: PunktAlsSchritt): Promise<void> {
  const { wer, name, ...schritt } = input;
  if (wer === "andere" && name === null) throw new Refused("Schreiben Sie, wer es tut.", "name");
  const werName = wer === "andere" ? name : null;
  const faden = await addSchritt(tx, actor, which.fall, { ...schritt, wer, werName });
  const { version } = await heldOffen(tx, which);
  await tx
    .updateTable("kim.vereinbarung")
    .set({ stand: "im_plan", stand_am: today(), schritt_faden: faden, version: version + 1 })
    .where("id", "=", which.vereinbarung)
    .execute();
  await recordEvent(tx, actor, { art: "fall.punkt_im_plan", gegenstand: { art: "fall", id: which.fall } });
}
