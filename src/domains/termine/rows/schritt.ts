import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { Stand } from "../model/termin.ts";
import { GRUND } from "../queries/sealed.ts";

export type Danach = {
  readonly kreis: string;
  readonly traeger_id: string;
  readonly konto_id: string;
  readonly id: string;
  readonly tag: string;
  readonly beginn: number;
  readonly stand: Stand;
  readonly version: number;
};

/** Adds the step that led to what an appointment is now. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  danach: Danach,
  key: DataKey,
  grund: string | null = null,
): Promise<void> {
  const { kreis, traeger_id, konto_id, tag, beginn, stand, version } = danach;
  const id = randomUUID();
  await tx
    .insertInto("kim.termin_schritt")
    .values({
      kreis,
      traeger_id,
      konto_id,
      id,
      termin_id: danach.id,
      folge: version,
      stand,
      tag,
      beginn,
      am: today(),
      erfasst_von: actor.kontoId,
      grund: sealText(key, { kreis, id }, GRUND, grund),
    })
    .execute();
}

/** What a text about an appointment is sealed with. @throws Refused where the key of its person was destroyed */
export async function keyFor(tx: Tx, { kreis, traegerId }: Actor, personId: string | null): Promise<DataKey> {
  const under = personId ?? traegerId;
  const key = (await subjectKeys(tx, kreis, [under])).get(under);
  if (key === undefined) throw new Refused("Die Angaben zu dieser Person wurden gelöscht.");
  return key;
}
