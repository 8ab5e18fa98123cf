import { type Actor, writerOf } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type KeyRow, openKeys, subjectKeys } from "../../../platform/tresor/keys.ts";
import { fullName, type PersonName } from "../model/person.ts";
import { openBirth, openName } from "./sealed.ts";
import { compareNames } from "../../../platform/words.ts";
import { isId } from "../../../platform/ids.ts";

/** A person in a list. Words, not codes, where a code list has them; `geburtsdatum` and days are ISO. */
export type PersonKurz = {
  readonly id: string;
  /** Whose file it is: one's own, or that of somebody one stands in for. */
  readonly kontoId: string;
  readonly name: string;
  readonly geburtsdatum: string | null;
  readonly altersgruppe: string | null;
  readonly kommune: string | null;
  readonly erfasstAm: string;
  /** The day of the last consultation that counts; null before the first. */
  readonly letzterKontakt: string | null;
};

/** A person's whole record. Codes beside their words: the form needs the ones, the reader the others. */
export type Person = {
  readonly id: string;
  readonly kontoId: string;
  /** Who wrote the record down, where that is known and was somebody else. */
  readonly erfasstVon: string | null;
  readonly name: PersonName;
  readonly geburtsdatum: string | null;
  readonly altersgruppe: Coded | null;
  readonly kommune: Coded | null;
  readonly staatsangehoerigkeit: Coded | null;
  readonly sprachen: readonly Coded[];
  readonly erfasstAm: string;
  readonly version: number;
};
export type Coded = { readonly code: string; readonly name: string };

/** Whose key was destroyed; the record stays for the figures. */
export const ERASED = "gelöschte Person";

/**
 * Short form of persons by id, in the order of the ids. Ids that are not one's own, or no ids at all (a form that was
 * tampered with), are missing. Names are opened, so only ask for what is shown; a date of birth is opened where it is read.
 */
export async function personsByIds(tx: Tx, actor: Actor, asked: readonly string[]): Promise<PersonKurz[]> {
  const ids = asked.filter(isId);
  if (ids.length === 0) return [];
  const found = await opened(actor, await rowsWithKeys(tx, anyOf(ids)));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** So many consultations with somebody are looked through for whom they were with. */
const RECENT = 40;

/** One's own persons whom one saw last, the last first. They are opened, as in a list. */
export async function lastPersons(tx: Tx, actor: Actor, most: number): Promise<PersonKurz[]> {
  const last = sql<string>`any(array(
    select x.person_id from kim.beratung_person x join (
      select kreis, id, am from kim.beratung
      where konto_id = ${actor.kontoId}::uuid and not zurueckgezogen and stufe = '2'
      order by am desc, id desc limit ${RECENT}) b on b.kreis = x.kreis and b.id = x.beratung_id
    group by x.person_id order by max(b.am) desc, x.person_id limit ${most}))`;
  const persons = [...(await opened(actor, await rowsWithKeys(tx, last))).values()];
  return persons.toSorted(
    (a, b) => (b.letzterKontakt ?? "").localeCompare(a.letzterKontakt ?? "") || compareNames(a.name, b.name),
  );
}

async function opened(
  actor: Actor,
  rows: Awaited<ReturnType<typeof rowsWithKeys>>,
): Promise<ReadonlyMap<string, PersonKurz>> {
  const keys = openKeys(actor.kreis, rows.flatMap(keyRow));
  const found = new Map<string, PersonKurz>();
  for (const row of rows) {
    const key = keys.get(row.id);
    found.set(row.id, {
      id: row.id,
      kontoId: row.konto_id,
      name: key === undefined ? ERASED : fullName(openName(key, row, row.name)),
      get geburtsdatum() {
        return key === undefined ? null : openBirth(key, row, row.geburtsdatum);
      },
      altersgruppe: row.altersgruppe,
      kommune: row.kommune,
      erfasstAm: row.erfasst_am,
      letzterKontakt: row.letzter_kontakt,
    });
  }
  return found;
}

/** The last day with a person `p`, of consultations that count. */
const LETZTER_KONTAKT = sql<string | null>`(
  select max(b.am) from kim.beratung_person x join kim.beratung b on b.kreis = x.kreis and b.id = x.beratung_id
  where x.kreis = p.kreis and x.person_id = p.id and not b.zurueckgezogen)`;

/** With the wrapped key beside each: a person whose key was renewed comes once for each version, the newest last. */
const rowsWithKeys = (tx: Tx, ids: ReturnType<typeof anyOf<string>>) =>
  tx
    .selectFrom("kim.person as p")
    .leftJoin("ref.altersgruppe as a", "a.code", "p.altersgruppe")
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "p.kreis").onRef("k.ags", "=", "p.ags"))
    .leftJoin("tresor.schluessel as d", (on) => on.onRef("d.kreis", "=", "p.kreis").onRef("d.id", "=", "p.id"))
    .leftJoin("tresor.traeger_schluessel as w", (on) =>
      on.onRef("w.kreis", "=", "d.kreis").onRef("w.traeger_id", "=", "d.traeger_id"),
    )
    .select(["p.kreis", "p.id", "p.traeger_id", "p.konto_id", "p.name", "p.geburtsdatum", "p.erfasst_am"])
    .select(["a.name as altersgruppe", "k.name as kommune", LETZTER_KONTAKT.as("letzter_kontakt")])
    .select(["d.version", "d.verpackt", "w.version as traeger_version", "w.verpackt as traeger_verpackt"])
    .where("p.id", "=", ids)
    .orderBy("d.version")
    .execute();

function keyRow(row: Awaited<ReturnType<typeof rowsWithKeys>>[number]): KeyRow[] {
  const { id, traeger_id, version, verpackt, traeger_version, traeger_verpackt } = row;
  if (version === null || verpackt === null || traeger_version === null || traeger_verpackt === null) return [];
  return [{ id, traeger_id, version, verpackt, traeger_version, traeger_verpackt }];
}

/** Full names by id, for lists of other rooms; an id that is not one's own is missing. */
export async function personNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  const persons = await personsByIds(tx, actor, [...new Set(ids)]);
  return new Map(persons.map((person) => [person.id, person.name]));
}

/** Whose files persons are, by their ids; one that is out of reach is missing. */
export async function personFiles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("kim.person")
    .select(["id", "konto_id"])
    .where("id", "=", anyOf(ids.filter(isId)))
    .execute();
  return new Map(rows.map((row) => [row.id, row.konto_id]));
}

/** A person of one's own or of somebody one stands in for, whole. @throws NotFound for a foreign one as for none, and where the key was destroyed */
export async function personOf(tx: Tx, actor: Actor, id: string): Promise<Person> {
  const row = isId(id) ? await personRow(tx, id) : undefined;
  const key = row === undefined ? undefined : (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (row === undefined || key === undefined) throw new NotFound();
  return {
    id,
    kontoId: row.konto_id,
    erfasstVon: writerOf(row),
    name: openName(key, row, row.name),
    geburtsdatum: openBirth(key, row, row.geburtsdatum),
    altersgruppe: coded(row.altersgruppe, row.altersgruppe_name),
    kommune: coded(row.ags, row.kommune_name),
    staatsangehoerigkeit: coded(row.staatsangehoerigkeit, row.staat_name),
    sprachen: row.sprachen,
    erfasstAm: row.erfasst_am,
    version: row.version,
  };
}

/** The languages of a person in the order of their list, in the same statement: each one more is a way to the server. */
const SPRACHEN = sql<Coded[]>`coalesce((
  select json_agg(json_build_object('code', r.code, 'name', r.name) order by r.rang)
  from kim.person_sprache l join ref.sprache r on r.code = l.sprache
  where l.kreis = p.kreis and l.person_id = p.id), '[]')`;

const personRow = (tx: Tx, id: string) =>
  tx
    .selectFrom("kim.person as p")
    .leftJoin("ref.altersgruppe as a", "a.code", "p.altersgruppe")
    .leftJoin("ref.staatsangehoerigkeit as s", "s.code", "p.staatsangehoerigkeit")
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "p.kreis").onRef("k.ags", "=", "p.ags"))
    .selectAll("p")
    .select(["a.name as altersgruppe_name", "s.name as staat_name", "k.name as kommune_name", SPRACHEN.as("sprachen")])
    .where("p.id", "=", id)
    .executeTakeFirst();

const coded = (code: string | null, name: string | null): Coded | null =>
  code === null ? null : { code, name: name ?? code };
