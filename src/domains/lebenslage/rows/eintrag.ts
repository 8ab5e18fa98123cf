import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Values } from "../../../platform/form.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Bereichsname } from "../model/bereiche.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { WERTE } from "../queries/sealed.ts";

/** What every row of this room begins with: whose file, about whom, which. */
export type Kopf = {
  readonly kreis: string;
  readonly traeger_id: string;
  readonly konto_id: string;
  readonly person_id: string;
  readonly id: string;
};

/** The file and the key of a person, for a row about her. @throws NotFound for a foreign person as for none */
export async function kopfFor(
  tx: Tx,
  actor: Actor,
  personId: string,
  id: string = randomUUID(),
): Promise<{ readonly kopf: Kopf; readonly key: DataKey }> {
  const { akte, key } = await akteWithKey(tx, actor, personId);
  return { kopf: { ...akte, person_id: personId, id }, key };
}

type Vorher = {
  readonly bereich: Bereichsname;
  readonly id: string;
  readonly version: number;
  readonly values: Values;
};

/** Keeps what stands in an entry before it is changed. */
export async function keepFassung(
  tx: Tx,
  actor: Actor,
  { kopf, key }: { readonly kopf: Kopf; readonly key: DataKey },
  { bereich, id, version, values }: Vorher,
): Promise<void> {
  const row = { ...kopf, id: randomUUID() };
  await tx
    .insertInto("kim.lage_fassung")
    .values({
      ...row,
      bereich,
      eintrag_id: id,
      version,
      werte: sealText(key, row, WERTE, JSON.stringify(values)),
      erfasst_von: actor.kontoId,
    })
    .execute();
}
