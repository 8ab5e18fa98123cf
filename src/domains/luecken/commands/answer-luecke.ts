import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type AntwortEingabe, fragt } from "../model/antwort.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { refuseErkennbar } from "../rows/pruefen.ts";

/**
 * Whoever reported a gap says whether it is better since something was done; said again, it replaces what she said. The answer counts
 * for the gap; that it is hers only her own row says.
 * @throws NotFound for whoever did not report it
 * @throws Refused where nothing was done yet, or the sentence tells somebody
 */
export async function answerLuecke(tx: Tx, actor: Actor, id: string, input: AntwortEingabe): Promise<void> {
  const own = isId(id)
    ? await tx
        .selectFrom("kim.luecke_melder")
        .select("antwort_id")
        .where("konto_id", "=", actor.kontoId)
        .where("luecke_id", "=", id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (own === undefined) throw new NotFound();
  const { wurzel } = await gruppeOf(tx, id);
  if (!fragt(wurzel.stand)) throw new Refused("Gefragt wird, wenn etwas umgesetzt ist. Laden Sie die Seite neu.");
  refuseErkennbar({ satz: input.satz }, input.kein_name);
  const { antwort, satz } = input;
  if (own.antwort_id === null) {
    const antwortId = randomUUID();
    await tx
      .insertInto("kim.luecke_antwort")
      .values({ kreis: actor.kreis, id: antwortId, luecke_id: id, antwort, satz, am: today() })
      .execute();
    await tx
      .updateTable("kim.luecke_melder")
      .set({ antwort_id: antwortId })
      .where("konto_id", "=", actor.kontoId)
      .where("luecke_id", "=", id)
      .execute();
  } else {
    await tx
      .updateTable("kim.luecke_antwort")
      .set({ antwort, satz, am: today() })
      .where("id", "=", own.antwort_id)
      .execute();
  }
  await recordEvent(tx, actor, { art: "luecke.beantwortet", gegenstand: { art: "luecke", id } });
}
