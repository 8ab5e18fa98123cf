import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tageDer } from "../model/serie.ts";
import { type SprechstundeEingabe, serieOf } from "../model/sprechstunde.ts";
import { type Sprechstunde, sprechstundeOf, sprechstundeValues } from "../queries/sprechstunden.ts";
import { refuseStandort } from "./set-termin.ts";

const columns = (input: SprechstundeEingabe) => ({
  ...serieOf(input),
  standort_id: input.standort,
  raum: input.raum,
  beginn: input.beginn,
  ende: input.ende,
});

/** Begins a series in one's own calendar. Returns its id. @throws Refused */
export async function beginSprechstunde(tx: Tx, actor: Actor, input: SprechstundeEingabe): Promise<string> {
  await refuseStandort(tx, actor, input.standort, null);
  const id = randomUUID();
  const own = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId, id };
  await tx
    .insertInto("kim.sprechstunde")
    .values({ ...own, ...columns(input) })
    .execute();
  await recordEvent(tx, actor, { art: "sprechstunde.angelegt", gegenstand: { art: "sprechstunde", id } });
  return id;
}

async function hold(tx: Tx, { id, version }: At): Promise<Sprechstunde> {
  await lockRow(tx, "kim.sprechstunde", id);
  return held(await sprechstundeOf(tx, id), version, sprechstundeValues);
}

/** Changes a series. @throws NotFound, Stale, Refused */
export async function changeSprechstunde(tx: Tx, actor: Actor, at: At, input: SprechstundeEingabe): Promise<void> {
  const now = await hold(tx, at);
  await refuseStandort(tx, actor, input.standort, now.standortId);
  await tx
    .updateTable("kim.sprechstunde")
    .set({ ...columns(input), version: now.version + 1 })
    .where("id", "=", now.id)
    .execute();
  await recordEvent(tx, actor, { art: "sprechstunde.geaendert", gegenstand: { art: "sprechstunde", id: now.id } });
}

/** A day on which it does not take place, or takes place after all. @throws NotFound, Stale, Refused */
export async function toggleAusfall(tx: Tx, actor: Actor, at: At, tag: string): Promise<boolean> {
  const now = await hold(tx, at);
  if (!tageDer(now, tag, tag).includes(tag)) throw new Refused("An diesem Tag ist keine Sprechstunde.", "tag");
  const off = now.ausnahmen.includes(tag);
  const row = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: now.kontoId, sprechstunde_id: now.id, tag };
  await (off
    ? tx.deleteFrom("kim.sprechstunde_ausnahme").where("sprechstunde_id", "=", now.id).where("tag", "=", tag).execute()
    : tx.insertInto("kim.sprechstunde_ausnahme").values(row).execute());
  await tx
    .updateTable("kim.sprechstunde")
    .set({ version: now.version + 1 })
    .where("id", "=", now.id)
    .execute();
  const art = off ? "sprechstunde.findet_statt" : "sprechstunde.faellt_aus";
  await recordEvent(tx, actor, { art, gegenstand: { art: "sprechstunde", id: now.id } });
  return !off;
}
