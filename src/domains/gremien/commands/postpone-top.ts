import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { heldTop } from "./set-tagesordnung.ts";
import { refuseOhneSitzung } from "./write-notiz.ts";

/**
 * Puts a point off, so that it is offered for the next meeting of the body, or takes that back. Returns the meeting. @throws NotFound
 * @throws Refused where something was decided, or where a later meeting has taken it up
 */
export async function postponeTop(tx: Tx, actor: Actor, id: string, vertagt: boolean): Promise<string> {
  const { top, sitzung } = await heldTop(tx, id);
  refuseOhneSitzung(sitzung);
  const decided = await tx.selectFrom("kim.beschluss").select("id").where("top_id", "=", id).executeTakeFirst();
  if (vertagt && decided !== undefined)
    throw new Refused("Zu diesem Punkt ist schon etwas beschlossen. Was offen bleibt, halten Sie als Auftrag fest.");
  const taken = await tx.selectFrom("kim.top").select("id").where("vertagt_aus", "=", id).executeTakeFirst();
  if (!vertagt && taken !== undefined)
    throw new Refused("Dieser Punkt steht schon auf einer anderen Tagesordnung. Nehmen Sie ihn zuerst dort herunter.");
  if (top.vertagt === vertagt) return sitzung.id;
  await tx
    .updateTable("kim.top")
    .set({ vertagt, version: top.version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, {
    art: "gremium.protokolliert",
    gegenstand: { art: "gremium_sitzung", id: sitzung.id },
  });
  return sitzung.id;
}
