import { randomUUID } from "node:crypto";
import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockIfThere } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Phase, schritteAus } from "../model/phasen.ts";
import { phaseOf } from "../queries/faelle.ts";
import { GRUND } from "../queries/sealed.ts";

const REASON = "Die Person ist an einen anderen Träger übergeben; er hat angenommen.";
export const UEBERGABE = "uebergabe";

/**
 * Ends a case whose person another Träger took over: done by the background, as whoever accepts reaches nothing of this file. What
 * ended before stays as it is; its own retention goes on. Before there was a consent no case came about.
 */
export async function endHandedOver(tx: Tx, kreis: string, id: string): Promise<void> {
  if (!(await lockIfThere(tx, "kim.fall", id))) return;
  const row = await tx
    .selectFrom("kim.fall")
    .select(["kreis", "id", "traeger_id", "konto_id", "person_id", "phase", "version"])
    .where("kreis", "=", kreis)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const von: Phase = phaseOf(row.phase);
  const nach = schritteAus(von).find(({ wer }) => wer.includes("programm"))?.nach;
  if (nach === undefined) return;
  const abschlussgrund = nach === "abgeschlossen" ? UEBERGABE : null;
  await tx
    .updateTable("kim.fall")
    .set({ phase: nach, phase_seit: today(), abschlussgrund, nachsorge_am: null, version: row.version + 1 })
    .where("kreis", "=", kreis)
    .where("id", "=", id)
    .execute();
  const schritt = { kreis, id: randomUUID() };
  const { n } = await tx
    .selectFrom("kim.fall_schritt")
    .select((e) => e.fn.countAll<number>().as("n"))
    .where("fall_id", "=", id)
    .executeTakeFirstOrThrow();
  const key = (await subjectKeys(tx, kreis, [row.person_id])).get(row.person_id);
  const akte = { traeger_id: row.traeger_id, konto_id: row.konto_id };
  await tx
    .insertInto("kim.fall_schritt")
    .values({
      ...schritt,
      ...akte,
      fall_id: id,
      folge: n + 1,
      von,
      nach,
      am: today(),
      erfasst_von: row.konto_id,
      grund: key === undefined ? null : sealText(key, schritt, GRUND, REASON),
      abschlussgrund,
    })
    .execute();
  await tx
    .updateTable("kim.fall_klaerung")
    .set({ schritt_id: schritt.id })
    .where("fall_id", "=", id)
    .where("schritt_id", "is", null)
    .execute();
  const actor = { ...systemActor(kreis, row.traeger_id), kontoId: row.konto_id };
  await recordEvent(tx, actor, { art: "fall.weiter", gegenstand: { art: "fall", id }, zweck: nach });
}
