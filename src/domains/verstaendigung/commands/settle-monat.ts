import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";

/** All of a month (first day, ISO) that are in one state, into another, with their step. Returns how many. */
async function moveAll(tx: Tx, actor: Actor, monat: string, von: string, nach: string): Promise<number> {
  const on = nach === "abgerechnet" ? today() : null;
  const { rows } = await sql<{ id: string }>`
    with moved as (
      update kim.sprachmittlung set stand = ${nach}, abgerechnet_am = ${on}::date, version = version + 1
      where traeger_id = ${actor.traegerId}::uuid and stand = ${von}
        and tag >= ${monat}::date and tag < ${monat}::date + interval '1 month'
      returning kreis, id, traeger_id, version
    )
    insert into kim.sprachmittlung_schritt (kreis, sprachmittlung_id, folge, traeger_id, stand, am, getan_von)
    select kreis, id, version, traeger_id, ${nach}, ${today()}::date, ${actor.kontoId}::uuid from moved
    returning sprachmittlung_id as id`.execute(tx);
  return rows.length;
}

/** Settles whatever was done in a month and is not settled yet. Returns how many. @throws Refused where there is nothing */
export async function settleMonat(tx: Tx, actor: Actor, monat: string): Promise<number> {
  const n = await moveAll(tx, actor, monat, "geleistet", "abgerechnet");
  if (n === 0) throw new Refused("In diesem Monat ist nichts abzurechnen.");
  await recordEvent(tx, actor, event("sprachmittlung.monat_abgerechnet", actor, monat));
  return n;
}

/** Takes the settling of a month back. Returns how many. @throws Refused where nothing is settled */
export async function reopenMonat(tx: Tx, actor: Actor, monat: string): Promise<number> {
  const n = await moveAll(tx, actor, monat, "abgerechnet", "geleistet");
  if (n === 0) throw new Refused("In diesem Monat ist nichts abgerechnet.");
  await recordEvent(tx, actor, event("sprachmittlung.monat_zurueck", actor, monat));
  return n;
}

const event = (art: string, { traegerId }: Actor, monat: string) => ({
  art,
  gegenstand: { art: "traeger", id: traegerId },
  zweck: monat.slice(0, 7),
});
