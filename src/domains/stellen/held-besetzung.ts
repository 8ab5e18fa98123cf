import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db.ts";
import { NotFound, Stale } from "../../platform/form.ts";
import { besetzungValues } from "./form-values.ts";
import { besetzungNamen } from "./personal.ts";
import { type BesetzungZeile, type StelleAkte, heldStelle } from "./queries.ts";

/** A row of a post that somebody is about to change, with the post, held until the end of the transaction. */
export type HeldBesetzung = {
  readonly stelle: StelleAkte;
  readonly besetzung: BesetzungZeile;
  /** Everybody else on the post. */
  readonly andere: readonly BesetzungZeile[];
};

/** @throws NotFound, also for a row of another post @throws Stale when it was changed since `version` */
export async function heldBesetzung(
  tx: Tx,
  actor: Actor,
  at: { readonly stelle: string; readonly besetzung: string; readonly version: number },
): Promise<HeldBesetzung> {
  const stelle = await heldStelle(tx, actor, at.stelle);
  const besetzung = stelle.besetzungen.find((b) => b.id === at.besetzung);
  if (besetzung === undefined) throw new NotFound();
  if (besetzung.version !== at.version) {
    const name = (await besetzungNamen(tx, actor, [besetzung])).get(besetzung.id);
    throw new Stale(besetzung.version, besetzungValues(besetzung, name));
  }
  return { stelle, besetzung, andere: stelle.besetzungen.filter((b) => b.id !== besetzung.id) };
}
