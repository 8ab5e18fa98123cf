import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { emailHash, invite } from "../../zugang/index.ts";

const LINK_DAYS = 1;

/**
 * The way back in for somebody who lost password or second factor and whom nobody in the program can help: the only
 * administrator. Called by whoever runs the server. Until the link is used nobody signs in with what was valid before.
 * Its files close as after any renewal (`invite`). Returns the path `/einladung/<token>`, good for a day and once.
 * @throws Refused when the Kreis has no active or invited account with this address
 */
export async function restoreAccess(kreis: string, email: string): Promise<string> {
  const actor = systemActor(kreis);
  return writeAs(actor, async (tx) => {
    const konto = await tx
      .updateTable("kim.konto")
      .set((eb) => ({ status: "eingeladen", version: eb("version", "+", 1) }))
      .where("email_hash", "=", emailHash(email))
      .where("status", "<>", "deaktiviert")
      .returning("id")
      .executeTakeFirst();
    if (konto === undefined)
      throw new Refused("Zu dieser Adresse gibt es in diesem Kreis keinen Zugang, der offen ist.", "email");
    await recordEvent(tx, actor, { art: "konto.zurueckgesetzt", gegenstand: { art: "konto", id: konto.id } });
    return `/einladung/${await invite(tx, actor, konto.id, { days: LINK_DAYS, art: "betrieb" })}`;
  });
}
