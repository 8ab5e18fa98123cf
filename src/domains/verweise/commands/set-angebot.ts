import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { AngebotEingabe } from "../model/organisation.ts";
import { angebotOf, angebotValues } from "../queries/organisationen.ts";

async function refuseFeld(tx: Tx, chosen: string, kept?: string): Promise<void> {
  const list = wahlAm((await codelisten(tx)).handlungsfeld, today());
  refuseClosed({ name: "handlungsfeld", label: "Wozu hilft es?", list, chosen: [chosen], kept: [kept] });
}

/** Adds something that an organisation offers. Returns the new id. @throws NotFound, Refused */
export async function addAngebot(tx: Tx, actor: Actor, organisationId: string, input: AngebotEingabe): Promise<string> {
  await lockRow(tx, "kim.organisation", organisationId);
  await refuseFeld(tx, input.handlungsfeld);
  const id = randomUUID();
  await tx
    .insertInto("kim.angebot")
    .values({ kreis: actor.kreis, id, organisation_id: organisationId, ...input })
    .execute();
  await recordEvent(tx, actor, { art: "angebot.angelegt", gegenstand: { art: "angebot", id } });
  return id;
}

/** Changes an offer, or closes it from a day on. @throws NotFound, Stale, Refused */
export async function changeAngebot(tx: Tx, actor: Actor, { id, version }: At, input: AngebotEingabe): Promise<void> {
  await lockRow(tx, "kim.angebot", id);
  const now = held(await angebotOf(tx, id), version, angebotValues);
  await refuseFeld(tx, input.handlungsfeld, now.handlungsfeld);
  await tx
    .updateTable("kim.angebot")
    .set({ ...input, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "angebot.geaendert", gegenstand: { art: "angebot", id } });
}
