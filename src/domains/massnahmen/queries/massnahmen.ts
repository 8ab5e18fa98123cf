import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { ZAHL } from "../model/kennzahl.ts";
import {
  type Arbeit,
  type Indikator,
  type Massnahme,
  type Prueftag,
  RICHTUNG,
  type SchrittZeile,
} from "../model/massnahme.ts";
import { STAND, type Stand } from "../model/stand.ts";
import { URTEIL, type Wirkung } from "../model/wirkung.ts";

const LUECKEN = sql<string[]>`array(
  select l.luecke_id from kim.massnahme_luecke l where l.kreis = m.kreis and l.massnahme_id = m.id order by l.luecke_id)`;
const ORGANISATIONEN = sql<string[]>`array(
  select o.organisation_id from kim.massnahme_organisation o
  where o.kreis = m.kreis and o.massnahme_id = m.id order by o.organisation_id)`;

export type Nur = {
  readonly ids?: readonly string[];
  /** Those for one of these gaps. */
  readonly luecken?: readonly string[];
};

/** Measures of the Kreis, all or some, the last moved first. A Kreis has some dozen a year. */
export async function massnahmen(tx: Tx, { ids, luecken }: Nur = {}): Promise<Massnahme[]> {
  let query = tx
    .selectFrom("kim.massnahme as m")
    .selectAll("m")
    .select([LUECKEN.as("luecken"), ORGANISATIONEN.as("organisationen")])
    .orderBy("m.stand_seit", "desc")
    .orderBy(sql`m.titel collate kim.deutsch`)
    .orderBy("m.id");
  if (ids !== undefined) query = query.where("m.id", "=", anyOf(ids));
  if (luecken !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("kim.massnahme_luecke as l")
          .whereRef("l.kreis", "=", "m.kreis")
          .whereRef("l.massnahme_id", "=", "m.id")
          .where("l.luecke_id", "=", anyOf(luecken)),
      ),
    );
  return (await query.execute()).map((row) => ({
    id: row.id,
    titel: row.titel,
    ziel: row.ziel,
    verantwortlich: row.verantwortlich,
    budget: row.budget_cent,
    quelle: row.quelle,
    von: row.von,
    bis: row.bis,
    beschlussId: row.beschluss_id,
    gruppeId: row.gremium_id,
    stand: known(STAND, row.stand),
    standSeit: row.stand_seit,
    version: row.version,
    luecken: row.luecken,
    organisationen: row.organisationen,
  }));
}

/** One measure. @throws NotFound */
export async function massnahmeOf(tx: Tx, id: string): Promise<Massnahme> {
  const [found] = isId(id) ? await massnahmen(tx, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}

/** What has to be done for measures, in the order in which it was written down; what is done stays where it is. */
export async function arbeiten(tx: Tx, massnahmeId: string): Promise<Arbeit[]> {
  const rows = await tx
    .selectFrom("kim.massnahme_arbeit")
    .select(["id", "was", "wer", "bis", "erledigt_am"])
    .where("massnahme_id", "=", massnahmeId)
    .orderBy("nr")
    .execute();
  return rows.map(({ erledigt_am: erledigtAm, ...row }) => ({ ...row, erledigtAm }));
}

/** Of which measure something has to be done. @throws NotFound */
export async function arbeitOf(tx: Tx, id: string): Promise<{ readonly massnahmeId: string }> {
  const row = isId(id)
    ? await tx.selectFrom("kim.massnahme_arbeit").select("massnahme_id").where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return { massnahmeId: row.massnahme_id };
}

/** What became of a measure, in the order in which it happened. */
export async function schritte(tx: Tx, massnahmeId: string): Promise<SchrittZeile[]> {
  const rows = await tx
    .selectFrom("kim.massnahme_schritt")
    .select(["von", "nach", "am", "grund", "getan_von"])
    .where("massnahme_id", "=", massnahmeId)
    .orderBy("nr")
    .execute();
  return rows.map((row) => ({
    von: row.von === null ? null : known(STAND, row.von),
    nach: known(STAND, row.nach),
    am: row.am,
    grund: row.grund,
    wer: row.getan_von,
  }));
}

/**
 * Where measures stood at the end of a day (ISO) and since when, as their steps say it, by id. One that was written down later counts as
 * it was written down.
 */
export async function staendeAm(
  tx: Tx,
  of: readonly string[],
  tag: string,
): Promise<Map<string, { readonly stand: Stand; readonly seit: string }>> {
  const { rows } = await sql<{ id: string; nach: string; am: string }>`
    select distinct on (massnahme_id) massnahme_id as id, nach, am from kim.massnahme_schritt
    where massnahme_id = ${anyOf(of)}
    order by massnahme_id, am > ${tag}::date, case when am > ${tag}::date then nr else -nr end`.execute(tx);
  return new Map(rows.map(({ id, nach, am }) => [id, { stand: known(STAND, nach), seit: am }]));
}

/** The days on which somebody looks, the earliest first. */
export async function prueftage(tx: Tx, massnahmeId: string): Promise<Prueftag[]> {
  const rows = await tx
    .selectFrom("kim.massnahme_prueftag")
    .select(["id", "am", "erledigt_am", "befund"])
    .where("massnahme_id", "=", massnahmeId)
    .orderBy("am")
    .orderBy("id")
    .execute();
  return rows.map(({ erledigt_am: erledigtAm, ...row }) => ({ ...row, erledigtAm }));
}

/** A day on which somebody looks, with its measure. @throws NotFound */
export async function prueftagOf(tx: Tx, id: string): Promise<Prueftag & { readonly massnahmeId: string }> {
  const row = isId(id)
    ? await tx.selectFrom("kim.massnahme_prueftag").select("massnahme_id").where("id", "=", id).executeTakeFirst()
    : undefined;
  const found = row && (await prueftage(tx, row.massnahme_id)).find((one) => one.id === id);
  if (found === undefined) throw new NotFound();
  return { ...found, massnahmeId: row?.massnahme_id ?? "" };
}

/**
 * Indicators of measures, in their order: those that there are, and for a day (ISO) also those that were taken away after it. What came
 * and went after that day was never there on it.
 */
export async function indikatoren(tx: Tx, of: readonly string[], tag?: string): Promise<Indikator[]> {
  const there =
    tag === undefined
      ? sql<boolean>`entfernt_am is null`
      : sql<boolean>`(entfernt_am is null or entfernt_am > ${tag}::date and not exists (
          select from kim.massnahme_aenderung a where a.kreis = indikator.kreis and a.indikator_id = indikator.id
            and a.feld = 'indikator' and a.alt is null and a.am > ${tag}::date))`;
  const rows = await tx
    .selectFrom("kim.indikator")
    .selectAll()
    .where("massnahme_id", "=", anyOf(of))
    .where(there)
    .orderBy("nr")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    massnahmeId: row.massnahme_id,
    name: row.name,
    einheit: row.einheit,
    richtung: known(RICHTUNG, row.richtung),
    zahl: row.zahl === null ? null : known(ZAHL, row.zahl),
    kode: row.kode,
    anfang: row.anfang,
    anfangAm: row.anfang_am,
    ziel: row.ziel,
    zielAm: row.ziel_am,
    version: row.version,
  }));
}

/** One indicator. @throws NotFound */
export async function indikatorOf(tx: Tx, id: string): Promise<Indikator> {
  const row = isId(id)
    ? await tx.selectFrom("kim.indikator").select("massnahme_id").where("id", "=", id).executeTakeFirst()
    : undefined;
  const found = row && (await indikatoren(tx, [row.massnahme_id])).find((one) => one.id === id);
  if (found === undefined) throw new NotFound();
  return found;
}

/** Checks of the effect of measures, in the order in which they were made. */
export async function wirkungen(
  tx: Tx,
  of: readonly string[],
): Promise<(Wirkung & { readonly massnahmeId: string })[]> {
  const rows = await tx
    .selectFrom("kim.massnahme_wirkung")
    .selectAll()
    .where("massnahme_id", "=", anyOf(of))
    .orderBy("nr")
    .execute();
  const werte = await tx
    .selectFrom("kim.massnahme_wirkung_wert")
    .selectAll()
    .where("wirkung_id", "=", anyOf(rows.map(({ id }) => id)))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    massnahmeId: row.massnahme_id,
    am: row.am,
    urteil: known(URTEIL, row.urteil),
    befund: row.befund,
    unbekannt: row.unbekannt.split("\n"),
    wer: row.getan_von,
    werte: werte
      .filter((one) => one.wirkung_id === row.id)
      .map((one) => ({
        indikatorId: one.indikator_id,
        vorher: one.vorher,
        vorherAm: one.vorher_am,
        nachher: one.nachher,
        nachherAm: one.nachher_am,
      })),
  }));
}
