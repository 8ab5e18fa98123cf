import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { genauigkeit } from "../model/beratung.ts";
import { keepFassung } from "../rows/fassung.ts";
import { refuseTelling } from "../queries/pruefung.ts";
import { heldBeratung } from "../rows/beratung.ts";

/** Why; and that a text which looks as if it told who came does not. */
export type Begruendung = { readonly grund: string; readonly unbedenklich: boolean };

/**
 * Withdraws one's own consultation: it stays for oneself and does not count any more.
 * @throws NotFound, Stale, Refused
 */
export const withdrawBeratung = (tx: Tx, actor: Actor, at: At, why: Begruendung): Promise<void> =>
  setWithdrawn(tx, actor, at, { ...why, withdrawn: true });

/** Takes a withdrawal back: the consultation counts again. @throws NotFound, Stale, Refused */
export const restoreBeratung = (tx: Tx, actor: Actor, at: At, why: Begruendung): Promise<void> =>
  setWithdrawn(tx, actor, at, { ...why, withdrawn: false });

async function setWithdrawn(
  tx: Tx,
  actor: Actor,
  at: At,
  change: Begruendung & { readonly withdrawn: boolean },
): Promise<void> {
  const before = await heldBeratung(tx, actor, at);
  if (before.zurueckgezogen === change.withdrawn) {
    throw new Refused(change.withdrawn ? "Sie ist schon zurückgezogen." : "Sie zählt schon.");
  }
  refuseTelling(change.grund, { ...before, unbedenklich: change.unbedenklich }, "grund");
  await keepFassung(tx, actor, before, { art: change.withdrawn ? "rueckzug" : "aufhebung", grund: change.grund });
  await tx
    .updateTable("kim.beratung")
    .set({ zurueckgezogen: change.withdrawn, version: before.version + 1 })
    .where("id", "=", at.id)
    .execute();
  const art = change.withdrawn ? "beratung.zurueckgezogen" : "beratung.wiederhergestellt";
  const gegenstand = { art: "beratung", id: at.id };
  await recordEvent(tx, actor, { art, gegenstand, ...genauigkeit(before.stufe) });
}
