import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { newToken, tokenHash } from "../../../platform/token.ts";
import type { ErneuerungArt } from "../model/erneuerung.ts";
import { recordErneuerung } from "../rows/erneuerungen.ts";
import { linkPlace } from "../queries/invitation-link.ts";

/** How long an invitation can be accepted. */
const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * A one-time link (`/einladung/<token>`) by which a member of staff sets password and second factor. Older links of the
 * account end with it. For somebody who was in before it is a renewal, however it came about (`art`): the files close until
 * she proves herself or somebody confirms her (decision 0025). The token is returned once and stored only as its hash; until it was mailed, the link also waits
 * sealed with the account's key. `id` is that of the invitation.
 * @throws NotFound for an account out of sight
 * @throws Refused when the account is deactivated
 */
export async function invite(
  tx: Tx,
  actor: Actor,
  kontoId: string,
  options: { readonly id?: string; readonly days?: number; readonly art?: ErneuerungArt } = {},
): Promise<string> {
  const { kreis } = actor;
  const konto = await tx
    .selectFrom("kim.konto")
    .select(["traeger_id", "status", "angenommen"])
    .where("id", "=", kontoId)
    .executeTakeFirst();
  const key = (await subjectKeys(tx, kreis, [kontoId])).get(kontoId);
  if (konto === undefined || key === undefined) throw new NotFound();
  if (konto.status === "deaktiviert") throw new Refused("Der Zugang ist deaktiviert. Öffnen Sie ihn zuerst wieder.");
  await endInvitations(tx, kontoId);
  if (konto.angenommen !== null) {
    const renewed = { kreis, kontoId, traegerId: konto.traeger_id, key };
    await recordErneuerung(tx, actor, renewed, options.art ?? "neuer_link");
  }
  const id = options.id ?? randomUUID();
  const token = newToken(kreis);
  const gueltig_bis = new Date(now().getTime() + (options.days ?? INVITATION_DAYS) * DAY_MS);
  await tx
    .insertInto("kim.einladung")
    .values({
      kreis,
      id,
      traeger_id: konto.traeger_id,
      konto_id: kontoId,
      token_hash: tokenHash(token),
      gueltig_bis,
      link: seal(key, linkPlace(kreis, id), `/einladung/${token}`),
    })
    .execute();
  await recordEvent(tx, actor, { art: "konto.eingeladen", gegenstand: { art: "konto", id: kontoId } });
  await enqueue(tx, "einladung.mailen", { kreis, einladungId: id });
  return token;
}

/** Makes every open link of an account worthless. */
export async function endInvitations(tx: Tx, kontoId: string): Promise<void> {
  await tx
    .updateTable("kim.einladung")
    .set({ verbraucht: now(), link: null })
    .where("konto_id", "=", kontoId)
    .where("verbraucht", "is", null)
    .execute();
}
