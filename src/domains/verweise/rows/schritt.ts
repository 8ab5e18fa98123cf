import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Akte } from "../../personen/index.ts";
import type { Absage, Stand } from "../model/stand.ts";
import { NOTIZ } from "../queries/sealed.ts";

type Schritt = {
  readonly verweisId: string;
  readonly folge: number;
  readonly nach: Stand;
  readonly am: string;
  readonly absage: Absage | null;
  readonly notiz: string | null;
};

/** Adds a step to what became of a referral. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  { akte, key }: { readonly akte: Akte; readonly key: DataKey },
  { verweisId, folge, nach, am, absage, notiz }: Schritt,
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto("kim.verweis_schritt")
    .values({
      ...akte,
      id,
      verweis_id: verweisId,
      folge,
      nach,
      am,
      absage,
      notiz: sealText(key, { kreis: akte.kreis, id }, NOTIZ, notiz),
      erfasst_von: actor.kontoId,
    })
    .execute();
}
