import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type Mitbringsel, mitbringselOf } from "../../codelisten/index.ts";
import { ORGANISATION_ART, type OrganisationArt, isOffen } from "../model/organisation.ts";

/** An organisation among others. Days are ISO, codes those of the lists. */
export type OrganisationKurz = {
  readonly id: string;
  readonly name: string;
  readonly art: OrganisationArt;
  readonly felder: readonly string[];
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly geschlossenAb: string | null;
};

/** An organisation, whole. */
export type Organisation = OrganisationKurz & {
  readonly email: string | null;
  readonly sprachen: readonly string[];
  readonly zeiten: string | null;
  readonly mitbringen: readonly Mitbringsel[];
  readonly version: number;
};

export type Angebot = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly handlungsfeld: string;
  readonly zeiten: string | null;
  readonly geschlossenAb: string | null;
  readonly version: number;
};

export const artOf = (stored: string): OrganisationArt => ORGANISATION_ART.find((one) => one === stored) ?? "andere";

const FELDER = sql<string[]>`coalesce((
  select array_agg(f.handlungsfeld order by f.handlungsfeld) from kim.organisation_feld f
  where f.kreis = o.kreis and f.organisation_id = o.id), '{}')`;
const SPRACHEN = sql<string[]>`coalesce((
  select array_agg(s.sprache order by s.sprache) from kim.organisation_sprache s
  where s.kreis = o.kreis and s.organisation_id = o.id), '{}')`;

const kurz = (tx: Tx) =>
  tx
    .selectFrom("kim.organisation as o")
    .select(["o.id", "o.name", "o.art", "o.anschrift", "o.telefon", "o.geschlossen_ab as geschlossenAb"])
    .select(FELDER.as("felder"));

/** All organisations of the Kreis by name, those that are closed last. Some hundreds at most: the list has no paging. */
export async function organisationen(tx: Tx): Promise<OrganisationKurz[]> {
  const rows = await kurz(tx)
    .orderBy(sql`lower(o.name)`)
    .execute();
  const all = rows.map((row) => ({ ...row, art: artOf(row.art) }));
  const open = all.filter((one) => isOffen(one.geschlossenAb, today()));
  return [...open, ...all.filter((one) => !open.includes(one))];
}

/** @throws NotFound */
export async function organisationOf(tx: Tx, id: string): Promise<Organisation> {
  const row = isId(id)
    ? await kurz(tx)
        .select(["o.email", "o.zeiten", "o.mitbringen", "o.version", SPRACHEN.as("sprachen")])
        .where("o.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return { ...row, art: artOf(row.art), mitbringen: mitbringselOf(row.mitbringen) };
}

export const organisationValues = (o: Organisation): Values => ({
  name: [o.name],
  art: [o.art],
  felder: [...o.felder],
  anschrift: [o.anschrift ?? ""],
  telefon: [o.telefon ?? ""],
  email: [o.email ?? ""],
  sprachen: [...o.sprachen],
  zeiten: [o.zeiten ?? ""],
  mitbringen: [...o.mitbringen],
  geschlossen_ab: [o.geschlossenAb ?? ""],
});

const angebote = (tx: Tx) =>
  tx
    .selectFrom("kim.angebot")
    .select(["id", "organisation_id as organisationId", "name", "handlungsfeld", "zeiten"])
    .select(["geschlossen_ab as geschlossenAb", "version"]);

/** The offers of some organisations, by name. */
export const angeboteOf = (tx: Tx, organisationIds: readonly string[]): Promise<Angebot[]> =>
  angebote(tx)
    .where("organisation_id", "=", anyOf([...organisationIds]))
    .orderBy(sql`lower(name)`)
    .execute();

/** @throws NotFound */
export async function angebotOf(tx: Tx, id: string): Promise<Angebot> {
  const row = isId(id) ? await angebote(tx).where("id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return row;
}

export const angebotValues = (a: Angebot): Values => ({
  name: [a.name],
  handlungsfeld: [a.handlungsfeld],
  zeiten: [a.zeiten ?? ""],
  geschlossen_ab: [a.geschlossenAb ?? ""],
});
