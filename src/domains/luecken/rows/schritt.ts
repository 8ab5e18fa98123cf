import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { Stand } from "../model/stand.ts";

export const MAIL = "luecke.mailen";

export const SAGEN = "luecke.sagen";

type Schritt = {
  readonly lueckeId: string;
  readonly von: Stand | null;
  readonly nach: Stand;
  readonly grund: string | null;
  /** Taken by whoever reported: then nothing says who. */
  readonly meldende?: true;
  readonly andereId?: string;
};

/** Writes what became of a gap. Whoever reported it and wants mail is told; who that is only the worker sees. */
export async function writeSchritt(tx: Tx, actor: Actor, schritt: Schritt): Promise<void> {
  const { kreis } = actor;
  const id = randomUUID();
  await tx
    .insertInto("kim.luecke_schritt")
    .values({
      kreis,
      id,
      luecke_id: schritt.lueckeId,
      von: schritt.von,
      nach: schritt.nach,
      am: today(),
      grund: schritt.grund,
      getan_von: schritt.meldende === true ? null : actor.kontoId,
      andere_id: schritt.andereId ?? null,
    })
    .execute();
  if (schritt.von !== null) await enqueue(tx, MAIL, { kreis, schrittId: id });
}
