import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { Refused } from "../../../platform/form.ts";
import { type Submission, writeOnce } from "../../../platform/submission.ts";
import { genauigkeit } from "../model/beratung.ts";
import { keepFassung } from "../rows/fassung.ts";
import { refuseTelling } from "../queries/pruefung.ts";
import { openOwn } from "./correct.ts";

/** Why; and that a text which looks as if it told who came does not. */
export type Begruendung = { readonly grund: string; readonly unbedenklich: boolean };

/**
 * Withdraws one's own consultation: it stays for oneself and does not count any more. Returns the id.
 * @throws NotFound, Stale, Refused
 */
export const withdrawBeratung = (actor: Actor, submission: Submission, id: string, why: Begruendung): Promise<string> =>
  setWithdrawn(actor, submission, id, { ...why, withdrawn: true });

/** Takes a withdrawal back: the consultation counts again. Returns the id. @throws NotFound, Stale, Refused */
export const restoreBeratung = (actor: Actor, submission: Submission, id: string, why: Begruendung): Promise<string> =>
  setWithdrawn(actor, submission, id, { ...why, withdrawn: false });

const setWithdrawn = (
  actor: Actor,
  submission: Submission,
  id: string,
  change: Begruendung & { readonly withdrawn: boolean },
): Promise<string> =>
  writeOnce(actor, submission, async (tx) => {
    const before = await openOwn(tx, actor, id, submission.version);
    if (before.zurueckgezogen === change.withdrawn) {
      throw new Refused(change.withdrawn ? "Sie ist schon zurückgezogen." : "Sie zählt schon.");
    }
    refuseTelling(change.grund, { ...before, unbedenklich: change.unbedenklich }, "grund");
    await keepFassung(tx, actor, before, { art: change.withdrawn ? "rueckzug" : "aufhebung", grund: change.grund });
    await tx
      .updateTable("kim.beratung")
      .set({ zurueckgezogen: change.withdrawn, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    const art = change.withdrawn ? "beratung.zurueckgezogen" : "beratung.wiederhergestellt";
    await recordEvent(tx, actor, { art, gegenstand: { art: "beratung", id }, ...genauigkeit(before.stufe) });
    return id;
  });
