import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { OrganisationEingabe } from "../model/organisation.ts";
import { organisationOf, organisationValues } from "../queries/organisationen.ts";
import { organisationRow, refuseOrganisation, writeListen } from "../rows/organisation.ts";

/** Changes a place that people are sent to, or closes it from a day on. @throws NotFound, Stale, Refused */
export async function changeOrganisation(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: OrganisationEingabe,
): Promise<void> {
  await lockRow(tx, "kim.organisation", id);
  const now = held(await organisationOf(tx, id), version, organisationValues);
  await refuseOrganisation(tx, input, now);
  await tx
    .updateTable("kim.organisation")
    .set({ ...organisationRow(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeListen(tx, { kreis: actor.kreis, id }, input);
  await recordEvent(tx, actor, { art: "organisation.geaendert", gegenstand: { art: "organisation", id } });
}
