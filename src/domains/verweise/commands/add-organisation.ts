import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { OrganisationEingabe } from "../model/organisation.ts";
import { organisationRow, refuseOrganisation, writeListen } from "../rows/organisation.ts";

/** Adds a place that people are sent to. Returns the new id. @throws Refused naming the field that has to be put right */
export async function addOrganisation(tx: Tx, actor: Actor, input: OrganisationEingabe): Promise<string> {
  await refuseOrganisation(tx, input);
  const id = randomUUID();
  await tx
    .insertInto("kim.organisation")
    .values({ kreis: actor.kreis, id, ...organisationRow(input) })
    .execute();
  await writeListen(tx, { kreis: actor.kreis, id }, input);
  await recordEvent(tx, actor, { art: "organisation.angelegt", gegenstand: { art: "organisation", id } });
  return id;
}
