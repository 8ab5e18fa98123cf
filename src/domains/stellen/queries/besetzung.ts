import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type BesetzungZeile, type StelleAkte, heldStelle, stelleOf } from "./stellen.ts";

/** Which row of which post. */
export type BesetzungAt = { readonly stelle: string; readonly besetzung: string };

type Besetzt = {
  readonly stelle: StelleAkte;
  readonly besetzung: BesetzungZeile;
  /** Everybody else on the post. */
  readonly andere: readonly BesetzungZeile[];
};

function rowOf(stelle: StelleAkte, id: string): Besetzt {
  const besetzung = stelle.besetzungen.find((b) => b.id === id);
  if (besetzung === undefined) throw new NotFound();
  return { stelle, besetzung, andere: stelle.besetzungen.filter((b) => b !== besetzung) };
}

/** A row of a post as somebody may see it, with the post. @throws NotFound, also for a row of another post */
export const besetzungOf = async (tx: Tx, actor: Actor, at: BesetzungAt): Promise<Besetzt> =>
  rowOf(await stelleOf(tx, actor, at.stelle), at.besetzung);

/** The same for somebody who is about to change it: the post is held until the end of the transaction. @throws NotFound */
export const heldBesetzung = async (tx: Tx, actor: Actor, at: BesetzungAt): Promise<Besetzt> =>
  rowOf(await heldStelle(tx, actor, at.stelle), at.besetzung);
