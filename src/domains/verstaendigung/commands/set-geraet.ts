import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import type { GeraetEingabe } from "../model/geraet.ts";
import { type Geraet, geraetOf, geraetValues } from "../queries/geraete.ts";

const sprachenIn = ({ sprachen }: GeraetEingabe) => [...new Set(sprachen)].filter((code) => code !== "");

/** @throws Refused for a closed site, an ended language, a name that another device has */
async function refuse(tx: Tx, actor: Actor, input: GeraetEingabe, kept?: Geraet): Promise<void> {
  refuseClosed(
    {
      name: "standort",
      label: "Standort",
      list: await standorte(tx, { traegerId: actor.traegerId }),
      chosen: [input.standort],
      kept: [kept?.standortId],
    },
    {
      name: "sprachen",
      label: "Sprachen",
      list: wahlAm((await codelisten(tx)).sprache, today()),
      chosen: sprachenIn(input),
      kept: kept?.sprachen ?? [],
    },
  );
  const same = await tx
    .selectFrom("kim.uebersetzungsgeraet")
    .select("id")
    .where("traeger_id", "=", actor.traegerId)
    .where(sql<boolean>`lower(name) = lower(${input.name})`)
    .executeTakeFirst();
  if (same !== undefined && same.id !== kept?.id)
    throw new Refused("Ein Gerät mit diesem Namen gibt es schon. Nehmen Sie eine Nummer dazu.", "name");
}

const values = (input: GeraetEingabe) => ({
  name: input.name,
  inventar: input.inventar,
  standort_id: input.standort,
  zustand: input.zustand,
  hinweis: input.hinweis,
});

async function writeSprachen(tx: Tx, actor: Actor, id: string, input: GeraetEingabe): Promise<void> {
  const of = { kreis: actor.kreis, traeger_id: actor.traegerId, geraet_id: id };
  await tx.deleteFrom("kim.uebersetzungsgeraet_sprache").where("geraet_id", "=", id).execute();
  await insertMany(
    tx,
    "kim.uebersetzungsgeraet_sprache",
    sprachenIn(input).map((sprache) => ({ ...of, sprache })),
  );
}

/** Adds a device of one's own Träger. Returns the new id. @throws Refused */
export async function addGeraet(tx: Tx, actor: Actor, input: GeraetEingabe): Promise<string> {
  await refuse(tx, actor, input);
  const id = randomUUID();
  const row = { kreis: actor.kreis, traeger_id: actor.traegerId, id };
  await tx
    .insertInto("kim.uebersetzungsgeraet")
    .values({ ...row, ...values(input) })
    .execute();
  await writeSprachen(tx, actor, id, input);
  await recordEvent(tx, actor, { art: "geraet.angelegt", gegenstand: { art: "geraet", id } });
  return id;
}

/** Changes a device. One that is lent has to come back before it is anything but ready. @throws NotFound, Stale, Refused */
export async function changeGeraet(tx: Tx, actor: Actor, { id, version }: At, input: GeraetEingabe): Promise<void> {
  await lockRow(tx, "kim.uebersetzungsgeraet", id);
  const now = held(await geraetOf(tx, actor, id), version, geraetValues);
  if (now.verliehen !== null && input.zustand !== "bereit")
    throw new Refused("Das Gerät ist verliehen. Tragen Sie zuerst die Rückgabe ein.", "zustand");
  await refuse(tx, actor, input, now);
  await tx
    .updateTable("kim.uebersetzungsgeraet")
    .set({ ...values(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeSprachen(tx, actor, id, input);
  await recordEvent(tx, actor, { art: "geraet.geaendert", gegenstand: { art: "geraet", id } });
}
