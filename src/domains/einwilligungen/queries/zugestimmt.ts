import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { type Hinaus, isGueltig } from "../model/stand.ts";
import { EMPFAENGER, KATEGORIE, type Zweck } from "../model/zwecke.ts";
import { type EinwilligungKurz, einwilligungenOfEach, laufendeOfEach } from "./einwilligungen.ts";

/** A consent to a purpose, as whoever is to pass something on sees it. `wem`: the recipient as it is said. */
export type Zugestimmt = EinwilligungKurz & { readonly wem: string; readonly gilt: boolean };

/**
 * The consents of some persons to a purpose that hold today, and those of `auch` whatever became of them. Says what a form offers;
 * whether something may go out, only `passOn` says.
 */
export async function zugestimmt(
  tx: Tx,
  actor: Actor,
  personen: readonly string[],
  { zweck, auch = [] }: { readonly zweck: Zweck; readonly auch?: readonly string[] },
): Promise<Zugestimmt[]> {
  const laufende = await laufendeOfEach(tx, actor, personen);
  const known = auch.every((id) => laufende.some((one) => one.id === id));
  const alle = known ? laufende : await einwilligungenOfEach(tx, actor, personen);
  return alle
    .filter((one) => one.zweck === zweck)
    .map((one) => ({ ...one, wem: one.empfaenger ?? EMPFAENGER[one.empfaengerArt], gilt: isGueltig(one, today()) }))
    .filter(({ id, gilt }) => gilt || auch.includes(id));
}

/** The entries that something else stands on: what went out with them. */
export async function hinausMit(tx: Tx, ids: readonly string[]): Promise<Hinaus[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("kim.weitergabe")
    .select(["id", "einwilligung_id", "person_id", "am", "kategorien"])
    .where("id", "=", anyOf(ids))
    .orderBy("am")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    einwilligungId: row.einwilligung_id,
    personId: row.person_id,
    am: row.am,
    kategorien: KATEGORIE.filter((one) => row.kategorien.includes(one)),
  }));
}
