import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { fallAkte } from "./akte.ts";
import { bewertungenOf } from "./bewertungen.ts";
import { entwurfIn, fassungenOf, geltendeIn, planOf } from "./plaene.ts";

/** A goal that is looked back at when the case ends, with what was last said of it. */
export type OffenesZiel = {
  readonly faden: string;
  readonly ziel: string;
  readonly zuletzt: { readonly wert: number; readonly am: string } | undefined;
};

/** The goals of the version in force; none where no plan was agreed. @throws NotFound for a foreign case as for none */
export async function offeneZiele(tx: Tx, actor: Actor, fallId: string): Promise<OffenesZiel[]> {
  const kopf = geltendeIn(await fassungenOf(tx, fallId));
  if (kopf === undefined) return [];
  const akte = await fallAkte(tx, actor, fallId);
  const { ziele } = await planOf(tx, akte, kopf);
  const bewertungen = await bewertungenOf(tx, akte);
  return ziele.map(({ faden, ziel }) => {
    const last = bewertungen.find(({ werte }) => werte.has(faden));
    const wert = last?.werte.get(faden);
    return { faden, ziel, zuletzt: last === undefined || wert === undefined ? undefined : { wert, am: last.am } };
  });
}

/** The goals that a step can be added to: those of the draft, else of the version in force. @throws NotFound */
export async function zieleImPlan(
  tx: Tx,
  actor: Actor,
  fallId: string,
): Promise<readonly Pick<OffenesZiel, "faden" | "ziel">[]> {
  const fassungen = await fassungenOf(tx, fallId);
  const kopf = entwurfIn(fassungen) ?? geltendeIn(fassungen);
  if (kopf === undefined) return [];
  return (await planOf(tx, await fallAkte(tx, actor, fallId), kopf)).ziele;
}
