import type { Actor } from "../../../platform/actor.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { recoveryCodesLeft } from "../rows/anmeldewege.ts";
import { type Stand, standAt } from "../model/sitzung.ts";
import { openEmail } from "./kontodaten.ts";

/** One sign-in of one's own, newest sign of life first. */
export type EigeneSitzung = {
  readonly id: string;
  readonly angelegt: Date;
  readonly zuletzt: Date;
  readonly stand: Exclude<Stand, "beendet" | "abgelaufen">;
};

/** What the page of one's own account shows, beside what the frame knows. */
export type EigenesKonto = {
  readonly email: string;
  readonly codes: number;
  readonly sitzungen: readonly EigeneSitzung[];
};

/** @throws NotFound when the account is gone */
export const eigenesKonto = (actor: Actor, at: Date): Promise<EigenesKonto> =>
  readAs(actor, async (tx) => {
    const { kreis, kontoId } = actor;
    const konto = await tx.selectFrom("kim.konto").select("email").where("id", "=", kontoId).executeTakeFirst();
    const key = (await subjectKeys(tx, kreis, [kontoId])).get(kontoId);
    if (konto === undefined || key === undefined) throw new NotFound();
    const email = openEmail(key, kreis, kontoId, konto.email);
    return { email, codes: await recoveryCodesLeft(tx, kontoId), sitzungen: await liveSessions(tx, kontoId, at) };
  });

async function liveSessions(tx: Tx, kontoId: string, at: Date): Promise<EigeneSitzung[]> {
  const rows = await tx
    .selectFrom("kim.sitzung")
    .select(["id", "stand", "angelegt", "zuletzt"])
    .where("konto_id", "=", kontoId)
    .where("stand", "<>", "beendet")
    .orderBy("zuletzt", "desc")
    .execute();
  return rows.flatMap((row) => {
    const stand = standAt(row, at);
    return stand === "beendet" || stand === "abgelaufen" ? [] : [{ ...row, stand }];
  });
}
