import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { istDabei } from "../model/gremium.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { sitzungen } from "../queries/sitzungen.ts";

export const EINLADEN = "sitzung.einladen";

/** Everybody who belongs to the body on the day of its meeting has a row there; whoever joins later gets one as well. */
export async function writeTeilnehmende(tx: Tx, actor: Actor, { id, gremiumId, tag }: Sitzung): Promise<number> {
  const all = (await mitglieder(tx, actor, { gremiumId })).filter((m) => istDabei(m, tag));
  if (all.length === 0) return 0;
  await tx
    .insertInto("kim.gremium_teilnahme")
    .values(all.map((m) => ({ kreis: actor.kreis, sitzung_id: id, mitglied_id: m.id })))
    .onConflict((c) => c.doNothing())
    .execute();
  return all.length;
}

/** Whoever belongs to a body by now is invited to what others are invited to already: with the version that these have. */
export async function inviteLater(tx: Tx, actor: Actor, gremiumId: string): Promise<void> {
  for (const sitzung of await sitzungen(tx, { gremiumId })) {
    if (sitzung.stand !== "eingeladen" || sitzung.folge === null || sitzung.tag < today()) continue;
    await writeTeilnehmende(tx, actor, sitzung);
    const { id: sitzungId, folge } = sitzung;
    await enqueue(tx, EINLADEN, { kreis: actor.kreis, sitzungId, folge: String(folge), methode: "REQUEST" });
  }
}

/** The next version of an invitation, or of taking it back: the worker mails it once the change is there. */
export async function sendEinladung(
  tx: Tx,
  actor: Actor,
  sitzung: Sitzung,
  methode: "REQUEST" | "CANCEL",
): Promise<void> {
  const folge = (sitzung.folge ?? -1) + 1;
  await tx
    .updateTable("kim.gremium_sitzung")
    .set({ folge, ...(methode === "REQUEST" ? { eingeladen_am: today() } : {}) })
    .where("id", "=", sitzung.id)
    .execute();
  await enqueue(tx, EINLADEN, { kreis: actor.kreis, sitzungId: sitzung.id, folge: String(folge), methode });
}
