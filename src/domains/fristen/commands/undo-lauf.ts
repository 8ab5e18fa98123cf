import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Lauf, laufOf } from "../queries/lauf.ts";
import { change, holdFristen } from "./do-fristen.ts";

/**
 * Takes back what was done together: every Frist becomes again what it was before. Nothing of the history goes. Returns how many.
 * @throws NotFound, Refused where something happened since
 */
export async function undoLauf(tx: Tx, actor: Actor, id: string): Promise<number> {
  const before: Lauf = await laufOf(tx, actor, id);
  const found = await holdFristen(
    tx,
    actor,
    before.map(({ frist }) => frist.id),
  );
  const lauf = randomUUID();
  for (const frist of found) {
    const was = before.find((one) => one.frist.id === frist.id);
    if (was === undefined || was.folge !== frist.version) {
      throw new Refused("Seitdem ist mit einer dieser Fristen etwas geschehen. Ändern Sie sie einzeln.");
    }
    const danach = { am: was.am, stand: was.stand, version: frist.version + 1 };
    await change(tx, actor, frist, danach, new Map(), { grund: null, lauf, zurueck: true });
    await recordEvent(tx, actor, { art: "frist.zurueckgenommen", gegenstand: { art: "frist", id: frist.id } });
  }
  return found.length;
}
