import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { OrganisationEingabe } from "../model/organisation.ts";
import type { Organisation } from "../queries/organisationen.ts";

/** @throws Refused for a code that ended, and for a name that another one has */
export async function refuseOrganisation(
  tx: Tx,
  input: OrganisationEingabe,
  kept?: Pick<Organisation, "id" | "felder" | "sprachen">,
): Promise<void> {
  const listen = await codelisten(tx);
  refuseClosed(
    {
      name: "felder",
      label: "Wozu hilft sie?",
      list: wahlAm(listen.handlungsfeld, today()),
      chosen: input.felder.filter((one) => one !== ""),
      kept: kept?.felder ?? [],
    },
    {
      name: "sprachen",
      label: "Sprachen",
      list: wahlAm(listen.sprache, today()),
      chosen: input.sprachen.filter((one) => one !== ""),
      kept: kept?.sprachen ?? [],
    },
  );
  const same = await tx
    .selectFrom("kim.organisation")
    .select("id")
    .where(sql<boolean>`lower(name) = lower(${input.name})`)
    .executeTakeFirst();
  if (same !== undefined && same.id !== kept?.id) {
    throw new Refused(
      "Eine Organisation mit diesem Namen gibt es schon. Öffnen Sie sie, oder nennen Sie den Ort dazu.",
      "name",
    );
  }
}

export const organisationRow = (input: OrganisationEingabe) => ({
  name: input.name,
  art: input.art,
  anschrift: input.anschrift,
  telefon: input.telefon,
  email: input.email,
  zeiten: input.zeiten,
  mitbringen: input.mitbringen,
  geschlossen_ab: input.geschlossen_ab,
});

/** What it helps with and which languages it speaks, all of them anew. */
export async function writeListen(
  tx: Tx,
  at: { readonly kreis: string; readonly id: string },
  input: OrganisationEingabe,
) {
  const of = { kreis: at.kreis, organisation_id: at.id };
  await tx.deleteFrom("kim.organisation_feld").where("organisation_id", "=", at.id).execute();
  await tx.deleteFrom("kim.organisation_sprache").where("organisation_id", "=", at.id).execute();
  const each = (codes: readonly string[]) => [...new Set(codes.filter((one) => one !== ""))];
  await insertMany(
    tx,
    "kim.organisation_feld",
    each(input.felder).map((handlungsfeld) => ({ ...of, handlungsfeld })),
  );
  await insertMany(
    tx,
    "kim.organisation_sprache",
    each(input.sprachen).map((sprache) => ({ ...of, sprache })),
  );
}
