import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { MassnahmeEingabe } from "../model/massnahme.ts";
import { massnahmeRow, refuseMassnahme, writeBezuege } from "../rows/massnahme.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** Proposes a measure against gaps. Returns its id. @throws Refused naming the field */
export async function addMassnahme(tx: Tx, actor: Actor, input: MassnahmeEingabe): Promise<string> {
  await refuseMassnahme(tx, input);
  const { kreis } = actor;
  const id = randomUUID();
  const heute = today();
  await tx
    .insertInto("kim.massnahme")
    .values({ kreis, id, ...massnahmeRow(input), stand: "vorgeschlagen", stand_seit: heute, angelegt_am: heute })
    .execute();
  await writeBezuege(tx, { kreis, id }, input);
  await writeSchritt(tx, actor, id, { von: null, nach: "vorgeschlagen", grund: null });
  await recordEvent(tx, actor, { art: "massnahme.angelegt", gegenstand: { art: "massnahme", id } });
  return id;
}
