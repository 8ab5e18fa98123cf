import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type PersonKurz, eachOnce, personsByIds } from "../../personen/index.ts";
import type { Fall } from "./faelle.ts";

/** Whom a case is about besides its person, as far as they are in reach. */
export const betroffeneOf = async (
  tx: Tx,
  actor: Actor,
  { betrifft }: Pick<Fall, "betrifft">,
): Promise<PersonKurz[]> => (betrifft.length === 0 ? [] : personsByIds(tx, actor, await eachOnce(tx, betrifft)));
