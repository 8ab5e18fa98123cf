import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, insertMany } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { type ThemenEingabe, besprochenes } from "../model/gespraech.ts";
import { type Thema, type Themenstand, themenValues } from "../model/themen.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

type Of = {
  readonly kreis: string;
  readonly traeger_id: string;
  readonly konto_id: string;
  readonly zuweisung_id: string;
};
type Themen = ReadonlyMap<Thema, Themenstand>;

/** Writes what is said of the themes; what stays as it was keeps its day. */
export async function writeThemen(tx: Tx, of: Of, before: Themen, now: Themen, am: string): Promise<void> {
  const changed = [...now].filter(([thema, stand]) => before.get(thema) !== stand);
  const gone = [...before.keys()].filter((thema) => now.get(thema) !== before.get(thema));
  if (gone.length > 0)
    await tx
      .deleteFrom("kim.zuweisung_thema")
      .where("zuweisung_id", "=", of.zuweisung_id)
      .where("thema", "=", anyOf(gone))
      .execute();
  await insertMany(
    tx,
    "kim.zuweisung_thema",
    changed.map(([thema, stand]) => ({ ...of, thema, stand, am })),
  );
}

/** Takes down how far the orientation of a household is, without a talk. @throws NotFound, Stale */
export async function setThemen(tx: Tx, actor: Actor, { id, version }: At, input: ThemenEingabe): Promise<void> {
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version, ({ themen }) => themenValues(themen));
  const of = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: z.kontoId, zuweisung_id: id };
  await writeThemen(tx, of, z.themen, besprochenes(input), today());
  await tx
    .updateTable("kim.zuweisung")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "zuweisung.themen", gegenstand: { art: "zuweisung", id } });
}
