import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Spot } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** What lies sealed here, all of it with the key of the Träger: nothing of it is about a client. */
export const NAME = { table: "kim.sprachmittler", column: "name" } as const satisfies Spot;
export const TELEFON = { table: "kim.sprachmittler", column: "telefon" } as const satisfies Spot;
export const EMAIL = { table: "kim.sprachmittler", column: "email" } as const satisfies Spot;
export const NOTIZ = { table: "kim.sprachmittler", column: "notiz" } as const satisfies Spot;
export const AN_WEN = { table: "kim.geraet_ausleihe", column: "an_wen" } as const satisfies Spot;

/** The key of one's own Träger. @throws Refused where it is out of reach */
export async function traegerDataKey(tx: Tx, { kreis, traegerId }: Actor): Promise<DataKey> {
  const key = (await subjectKeys(tx, kreis, [traegerId])).get(traegerId);
  if (key === undefined)
    throw new Refused("Der Schlüssel Ihres Trägers fehlt. Sagen Sie Ihrer Administration Bescheid.");
  return key;
}
