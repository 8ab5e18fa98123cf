import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { OF_P, type PersonKurz, ofPersons, personsByIds, shownFor } from "../../personen/index.ts";
import { type Beziehung, type Mitglied } from "../model/familie.ts";
import { rolleText } from "../model/texte.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { STELLE } from "./sealed.ts";

/** Somebody of the family: who, and in which household. */
export type Angehoerige = PersonKurz & Omit<Mitglied, "altersgruppe"> & { readonly altersband: string | null };

/** A family as it is seen from one person, who stands first. */
export type Familie = {
  readonly person: Angehoerige;
  readonly personen: readonly Angehoerige[];
  readonly beziehungen: readonly Beziehung[];
  /** Since when the person lives with whom she or he lives with. */
  readonly haushaltSeit: string | null;
};

/** From a person to grandchildren of siblings, and no further: more is no family, and no page. */
const STEPS = 3;
const MOST = 60;

/**
 * Everybody who belongs to a person over some relations, and whoever lives there. Only what one may see: a person out of reach is
 * not there, and nobody beyond her either. Persons that are one are the one that is shown.
 */
const idsAround = (tx: Tx, from: readonly string[]) =>
  sql<{ id: string; altersgruppe: string | null; haushalt: string | null; seit: string | null }>`
    with recursive around (id, step) as (
      select coalesce(zusammengefuehrt_in, id), 0 from kim.person where id = ${anyOf(from)}
      union
      select coalesce(p.zusammengefuehrt_in, p.id), a.step + 1
      from around a
        cross join lateral (select g.id from kim.person g where g.id = a.id
          union all select g.id from kim.person g where g.zusammengefuehrt_in = a.id) g
        cross join lateral (
          select b.andere_id as id from kim.beziehung b where b.person_id = g.id and b.andere_id is not null
          union all select b.person_id from kim.beziehung b where b.andere_id = g.id
          union all select m.person_id from kim.haushalt_person h join kim.haushalt_person m on m.kreis = h.kreis
            and m.haushalt_id = h.haushalt_id and m.bis is null where h.person_id = g.id and h.bis is null and a.step = 0
        ) n
        join kim.person p on p.id = n.id
      where a.step < ${STEPS}
    ), nearest as (select id, min(step) as step from around group by id order by 2, 1 limit ${MOST})
    select p.id, p.altersgruppe, h.haushalt_id as haushalt, h.von as seit
    from nearest n join kim.person p on p.id = n.id
      left join lateral (select h.haushalt_id, h.von from kim.haushalt_person h
        where h.person_id = ${OF_P} and h.bis is null order by h.von desc limit 1) h on true
    order by n.step, p.id`.execute(tx);

/** The family of a person. @throws NotFound for a foreign person as for none */
export async function familieOf(tx: Tx, actor: Actor, personId: string): Promise<Familie> {
  if (!isId(personId)) throw new NotFound();
  const { rows } = await idsAround(tx, [personId]);
  const ids = rows.map((row) => row.id);
  const persons = new Map((await personsByIds(tx, actor, ids)).map((person) => [person.id, person]));
  const personen = rows.flatMap(({ id, altersgruppe, haushalt }): Angehoerige[] => {
    const person = persons.get(id);
    return person === undefined ? [] : [{ ...person, haushalt, altersband: altersgruppe }];
  });
  const [person] = personen;
  if (person === undefined) throw new NotFound();
  return {
    person,
    personen,
    // Who is not shown here is in no relation either.
    beziehungen: await beziehungenUnter(
      tx,
      actor,
      personen.map((one) => one.id),
    ),
    haushaltSeit: rows[0]?.seit ?? null,
  };
}

/** Somebody of the family, and what she or he is to the persons that were asked about. */
export type Angehoerig = PersonKurz & { readonly ist: string };

/** Everybody of the families of some persons, without themselves; nothing for persons out of reach. */
export async function angehoerigeVon(tx: Tx, actor: Actor, personen: readonly string[]): Promise<Angehoerig[]> {
  const asked = personen.filter(isId);
  if (asked.length === 0) return [];
  const { rows } = await idsAround(tx, asked);
  const shown = [...(await shownFor(tx, asked)).values()];
  if (rows.length <= shown.length) return [];
  const ids = rows.map((row) => row.id);
  const all = await personsByIds(tx, actor, ids);
  const beziehungen = await beziehungenUnter(tx, actor, ids);
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? "";
  const day = today();
  return all
    .filter(({ id }) => !shown.includes(id))
    .map((one) => ({ ...one, ist: rolleText(one.id, shown[0] ?? "", beziehungen, day, nameOf) || LIVES_THERE }));
}

const LIVES_THERE = "lebt im Haushalt";

/** Relations of which both persons are among these, and guardians of one of them that are an office; current ones first. */
export async function beziehungenUnter(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Beziehung[]> {
  const rows = (await rowsAmong(tx, ids).execute()).filter((row) => row.person !== row.andere);
  const guarded = [...new Set(rows.filter((row) => row.stelle !== null).map((row) => row.person_id))];
  const keys = await subjectKeys(tx, actor.kreis, guarded);
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    andere: row.andere,
    art: row.art,
    stelle: row.andere_id === null ? (openText(keys.get(row.person_id), row, STELLE, row.stelle) ?? "") : null,
    von: row.von,
    bis: row.bis,
    version: row.version,
  }));
}

const rowsAmong = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("kim.beziehung as b")
    .innerJoin("kim.person as w", (on) => on.onRef("w.kreis", "=", "b.kreis").onRef("w.id", "=", "b.person_id"))
    .leftJoin("kim.person as o", (on) => on.onRef("o.kreis", "=", "b.kreis").onRef("o.id", "=", "b.andere_id"))
    .select(["b.kreis", "b.id", "b.person_id", "b.andere_id", "b.art", "b.stelle", "b.von", "b.bis", "b.version"])
    .select((e) => e.fn.coalesce("w.zusammengefuehrt_in", "w.id").as("person"))
    .select((e) => e.fn.coalesce("o.zusammengefuehrt_in", "o.id").as("andere"))
    .where("b.person_id", "=", ofPersons(ids))
    .where((e) => e.or([e("b.andere_id", "is", null), e("b.andere_id", "=", ofPersons(ids))]))
    .orderBy("b.bis", (o) => o.desc().nullsFirst())
    .orderBy("b.von")
    .orderBy("b.id");

/** One relation; both of its persons must be in reach. @throws NotFound */
export async function beziehungOf(tx: Tx, actor: Actor, id: string): Promise<Beziehung> {
  const row = isId(id)
    ? await tx.selectFrom("kim.beziehung").select(["person_id", "andere_id"]).where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  const ids = [row.person_id, ...(row.andere_id === null ? [] : [row.andere_id])];
  if ((await shownFor(tx, ids)).size < ids.length) throw new NotFound();
  const found = (await beziehungenUnter(tx, actor, ids)).find((one) => one.id === id);
  if (found === undefined) throw new NotFound();
  return found;
}
