import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { endHandedOver } from "../../faelle/index.ts";

/** Another Träger took the person over: the giver's case ends. Nothing happens where there is none, or it ended before. */
export async function endGiven({ kreis, id }: { readonly kreis: string; readonly id: string }): Promise<void> {
  const row = await readAs(systemActor(kreis), (tx) =>
    tx
      .selectFrom("kim.freigabe as f")
      .innerJoin("kim.freigabe_akte as a", (on) => on.onRef("a.kreis", "=", "f.kreis").onRef("a.id", "=", "f.id"))
      .select(["a.fall_id", "a.traeger_id", "a.konto_id"])
      .where("f.kreis", "=", kreis)
      .where("f.id", "=", id)
      .where("f.stand", "=", "angenommen")
      .executeTakeFirst(),
  );
  if (row?.fall_id == null) return;
  const { fall_id: fall } = row;
  // In the name of whoever offered it: what ends is said to have been hers.
  const actor = { ...systemActor(kreis, row.traeger_id), kontoId: row.konto_id };
  await writeAs(actor, (tx) => endHandedOver(tx, kreis, fall));
}
