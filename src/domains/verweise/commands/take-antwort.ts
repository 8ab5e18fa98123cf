import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Stale } from "../../../platform/form.ts";
import { type At, lockRow } from "../../../platform/held.ts";
import { daysFrom } from "../../../platform/span.ts";
import type { Absage, Stand } from "../model/stand.ts";
import { hindernis } from "../model/stand.ts";
import { verweisOf, verweisValues } from "../queries/verweise.ts";
import { moveVerweis } from "./move-verweis.ts";

/** What a place answered: where the referral goes with it, and the appointment it named. Days are ISO. */
export type Antwort = {
  readonly nach: Extract<Stand, "vermittelt" | "warteliste" | "abgelehnt">;
  readonly absage: Absage | null;
  readonly am: string;
  readonly termin: string | null;
  readonly notiz: string | null;
};

/**
 * Takes what the place itself answered into a referral, as the same step that somebody else would enter by hand. False where it
 * ended meanwhile: then it stays as it is. @throws NotFound
 */
export async function takeAntwort(tx: Tx, actor: Actor, id: string, antwort: Antwort): Promise<boolean> {
  await lockRow(tx, "kim.verweis", id);
  const verweis = await verweisOf(tx, actor, id);
  const { nach, absage, termin, notiz } = antwort;
  if (verweis.stand !== nach) {
    if (hindernis(verweis.stand, nach) !== undefined) return false;
    // What was entered by hand since then stands before it.
    const am = antwort.am < verweis.standSeit ? verweis.standSeit : antwort.am;
    const nachfragen_am = termin === null ? null : daysFrom(termin, 1);
    await moveVerweis(tx, actor, { id, version: verweis.version }, { nach, absage, am, nachfragen_am, notiz });
  }
  if (termin !== null && termin !== verweis.terminAm) {
    await tx
      .updateTable("kim.verweis")
      .set((e) => ({ termin_am: termin, termin_um: null, version: e("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
  }
  return true;
}

/**
 * Notes that whoever counsels made contact, with her name, on the consent that `weitergabe` went out on. Held by what changes it: a
 * release is made at the same time, and its row comes later in the order of locks. @throws NotFound, Stale
 */
export async function noteKontakt(tx: Tx, actor: Actor, { id, version }: At, weitergabe: string): Promise<void> {
  const done = await tx
    .updateTable("kim.verweis")
    .set({ kontakt: "cm", weitergabe_id: weitergabe, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) {
    const now = await verweisOf(tx, actor, id);
    throw new Stale(now.version, verweisValues(now));
  }
  await recordEvent(tx, actor, { art: "verweis.geaendert", gegenstand: { art: "verweis", id } });
}
