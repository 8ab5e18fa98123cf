import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { personNames } from "../../personen/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { type FallAkte, fallAkte } from "./akte.ts";

/** The case that a page is about, whom it is about, and whose file it is where it is not one's own. */
export type Kopf = FallAkte & { readonly person: string; readonly fremd: Fremd | undefined };

/** @throws NotFound for a foreign case as for none */
export async function kopfOf(tx: Tx, actor: Actor, fallId: string): Promise<Kopf> {
  const fall = await fallAkte(tx, actor, fallId);
  const names = await personNames(tx, actor, [fall.personId]);
  const fremd = await fremdeAkte(tx, actor, fall.akte.konto_id);
  return { ...fall, person: names.get(fall.personId) ?? "", fremd };
}
