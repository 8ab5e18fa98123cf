import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { holdNext } from "../../../platform/held.ts";
import { gilt, isOpen } from "../../../platform/span.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type RolleVonBis, mayManage } from "../model/konto.ts";

/** All roles of an account, the newest first. */
export const rollenOf = (tx: Tx, kontoId: string): Promise<(RolleVonBis & { readonly id: string })[]> =>
  tx
    .selectFrom("kim.rolle")
    .select(["id", "rolle", "von", "bis"])
    .where("konto_id", "=", kontoId)
    .orderBy("von", "desc")
    .orderBy("rolle")
    .execute();

export type ManagedKonto = {
  readonly id: string;
  readonly traegerId: string;
  readonly standortId: string | null;
  readonly status: string;
  /** Somebody came in once: a new link for this account is a renewal. */
  readonly angenommen: boolean;
  readonly version: number;
  readonly name: Buffer;
  readonly email: Buffer;
  readonly emailHash: Buffer;
  readonly key: DataKey;
  readonly rollen: readonly (RolleVonBis & { readonly id: string })[];
};

/**
 * An account that somebody is about to change, held until the end of the transaction; and with it all administrators, in one
 * order for everybody, so that two cannot remove each other at the same instant.
 * @throws NotFound when it is out of sight
 * @throws Refused when it holds a role that the actor may not give
 */
export async function managedKonto(tx: Tx, actor: Actor, id: string): Promise<ManagedKonto> {
  holdNext(tx, "kim.konto");
  const administrators = tx.selectFrom("kim.rolle").select("konto_id").where("rolle", "=", "administration");
  await tx
    .selectFrom("kim.konto")
    .select("id")
    .where((eb) => eb.or([eb("id", "=", id), eb("id", "in", administrators)]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const row = await tx
    .selectFrom("kim.konto")
    .select(["id", "traeger_id as traegerId", "standort_id as standortId", "status", "version", "name", "email"])
    .select(["email_hash as emailHash", "angenommen"])
    .where("id", "=", id)
    .executeTakeFirst();
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (row === undefined || key === undefined) throw new NotFound();
  const rollen = await rollenOf(tx, id);
  const open = rollen.filter((rolle) => isOpen(rolle, today())).map((rolle) => rolle.rolle);
  if (!mayManage(actor, open))
    throw new Refused("Dieser Zugang hat Rollen, die Sie nicht vergeben dürfen. Bitten Sie die Administration darum.");
  return { ...row, angenommen: row.angenommen !== null, key, rollen };
}

/**
 * Refuses to take the administration away from an account when no other could carry on: one that can sign in and whose role
 * has no end. Asked after `managedKonto`, which holds them all.
 * @throws Refused
 */
export async function keepAdministration(tx: Tx, kontoId: string): Promise<void> {
  const rows = await tx
    .selectFrom("kim.konto as k")
    .innerJoin("kim.rolle as r", (on) => on.onRef("r.kreis", "=", "k.kreis").onRef("r.konto_id", "=", "k.id"))
    .select(["k.id", "r.rolle", "r.von", "r.bis"])
    .where("k.status", "=", "aktiv")
    .where("r.rolle", "=", "administration")
    .execute();
  const administrators = rows.filter((row) => gilt(row, today()));
  const carriesOn = administrators.some((row) => row.id !== kontoId && row.bis === null);
  if (administrators.some((row) => row.id === kontoId) && !carriesOn)
    throw new Refused(
      "Danach könnte sich im Kreis niemand mehr als Administration anmelden. Geben Sie diese Rolle zuerst einer zweiten Person, ohne letzten Tag.",
    );
}
