import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type ErgebnisListe, kurzErgebnis } from "../model/verweis.ts";
import { moveVerweis } from "./move-verweis.ts";

const first = (typed: unknown): string => (Array.isArray(typed) ? String(typed[0] ?? "") : "");

/**
 * Takes down what became of several referrals, today; those that nothing is chosen for stay as they are. Returns how many.
 * @throws NotFound
 * @throws Refused naming the row, also where somebody changed it meanwhile: then nothing is written
 */
export async function setErgebnisse(tx: Tx, actor: Actor, typed: ErgebnisListe): Promise<number> {
  const ids = Object.keys(typed)
    .filter((name) => name.startsWith("ergebnis_") && first(typed[name]) !== "")
    .map((name) => name.slice("ergebnis_".length))
    .filter(isId);
  // In one order, so that nobody waits for another in a circle.
  for (const id of ids.toSorted()) {
    const field = `ergebnis_${id}`;
    const chosen = kurzErgebnis(first(typed[field]));
    if (chosen === undefined) throw new Refused("Wählen Sie einen Eintrag aus der Liste.", field);
    const at = { id, version: Number(first(typed[`fassung_${id}`])) };
    try {
      await moveVerweis(tx, actor, at, { ...chosen, am: today(), nachfragen_am: null, notiz: null });
    } catch (error) {
      if (error instanceof Stale)
        throw new Refused("Das hat inzwischen jemand geändert. Laden Sie die Liste neu.", field);
      if (error instanceof Refused) throw new Refused(error.message, field);
      throw error;
    }
  }
  return ids.length;
}
