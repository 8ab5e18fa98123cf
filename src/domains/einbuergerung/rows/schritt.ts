import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Akte } from "../../personen/index.ts";
import type { Stand } from "../model/stand.ts";
import { NOTIZ } from "../queries/sealed.ts";

type Schritt = {
  readonly einbuergerungId: string;
  readonly folge: number;
  readonly nach: Stand;
  readonly am: string;
  readonly bis: string | null;
  readonly notiz: string | null;
};

/** Adds a step. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  { akte, key }: { readonly akte: Akte; readonly key: DataKey },
  { einbuergerungId, folge, nach, am, bis, notiz }: Schritt,
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto("kim.einbuergerung_schritt")
    .values({
      ...akte,
      id,
      einbuergerung_id: einbuergerungId,
      folge,
      nach,
      am,
      bis,
      notiz: sealText(key, { kreis: akte.kreis, id }, NOTIZ, notiz),
      erfasst_von: actor.kontoId,
    })
    .execute();
}
