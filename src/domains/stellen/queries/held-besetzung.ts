import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type BesetzungZeile, type StelleAkte, heldStelle } from "./stellen.ts";

/** A row of a post that somebody is about to change, with the post, held until the end of the transaction. */
export type HeldBesetzung = {
  readonly stelle: StelleAkte;
  readonly besetzung: BesetzungZeile;
  /** Everybody else on the post. */
  readonly andere: readonly BesetzungZeile[];
};

/** @throws NotFound, also for a row of another post */
export async function heldBesetzung(
  tx: Tx,
  actor: Actor,
  at: { readonly stelle: string; readonly besetzung: string },
): Promise<HeldBesetzung> {
  const stelle = await heldStelle(tx, actor, at.stelle);
  const besetzung = stelle.besetzungen.find((b) => b.id === at.besetzung);
  if (besetzung === undefined) throw new NotFound();
  return { stelle, besetzung, andere: stelle.besetzungen.filter((b) => b.id !== besetzung.id) };
}
