import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { type KeyRow, openKeys, rememberKeys } from "../../../platform/tresor/keys.ts";
import { type Namensform, marked, namesOf } from "../model/person.ts";
import { LETZTER_KONTAKT } from "./gruppe.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { GEBURTSJAHR, openBirth, openName } from "./sealed.ts";
import { compareNames } from "../../../platform/words.ts";
import { isId } from "../../../platform/ids.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";

/** A person in a list. Words, not codes, where a code list has them; `geburtsdatum` and days are ISO. */
export type PersonKurz = {
  readonly id: string;
  /** Who is shown for her: herself, unless she was merged into somebody. Everything below is what that one is called. */
  readonly gezeigt: string;
  /** Whose file it is: one's own, or that of somebody one stands in for. */
  readonly kontoId: string;
  readonly name: string;
  /** All names that she may be meant by; the usual one first. */
  readonly namen: readonly Namensform[];
  readonly geburtsdatum: string | null;
  /** Where only the year is known. */
  readonly geburtsjahr: string | null;
  /** Whether either is no more than a guess. */
  readonly geburtGeschaetzt: boolean;
  readonly altersgruppe: string | null;
  readonly kommune: string | null;
  readonly erfasstAm: string;
  /** The day of the last consultation that counts; null before the first. */
  readonly letzterKontakt: string | null;
};

/** Whose key was destroyed; the record stays for the figures. */
export const ERASED = "gelöschte Person";

/**
 * Short form of persons by id, in the order of the ids. Ids that are not one's own, or no ids at all (a form that was
 * tampered with), are missing. Names are opened, so only ask for what is shown; a date of birth is opened where it is read.
 */
export const personsByIds = async (tx: Tx, actor: Actor, asked: readonly string[]): Promise<PersonKurz[]> =>
  (await withShown(tx, actor, asked)).map(({ shown }) => shown);

/** A row by itself, and as whom it is shown: a search compares what was once written down with what is typed. */
export type Zeile = { readonly own: PersonKurz; readonly shown: PersonKurz };

/** The same with what the row itself says, in the order of the ids. */
export async function withShown(tx: Tx, actor: Actor, asked: readonly string[]): Promise<Zeile[]> {
  const ids = asked.filter(isId);
  if (ids.length === 0) return [];
  const found = await opened(tx, actor, await rowsWithKeys(tx, anyOf(ids)));
  const away = [...new Set([...found.values()].map(({ gezeigt }) => gezeigt))].filter((id) => !found.has(id));
  const shown = away.length === 0 ? found : await opened(tx, actor, await rowsWithKeys(tx, anyOf(away)));
  return ids.flatMap((id) => {
    const own = found.get(id);
    if (own === undefined) return [];
    const other = found.get(own.gezeigt) ?? shown.get(own.gezeigt);
    return [{ own, shown: other === undefined || other.id === id ? own : asShown(own, other) }];
  });
}

/** What is shown for somebody who was merged, under her own id and in her own file. */
const asShown = (own: PersonKurz, other: PersonKurz): PersonKurz => ({
  ...own,
  name: other.name,
  namen: other.namen,
  get geburtsdatum() {
    return other.geburtsdatum;
  },
  get geburtsjahr() {
    return other.geburtsjahr;
  },
  geburtGeschaetzt: other.geburtGeschaetzt,
  altersgruppe: other.altersgruppe,
  kommune: other.kommune,
  letzterKontakt: other.letzterKontakt,
});

/** So many consultations with somebody are looked through for whom they were with. */
const RECENT = 40;

/** Somebody whom one saw, and the day (ISO) of the last time. */
export type Gesehen = { readonly id: string; readonly am: string };

/** One's own persons whom one saw last, the last first, as one value for a statement that asks more. */
export const lastSeen = (konto: Given<string>, most: number) => sql<readonly Gesehen[]>`(
  select coalesce(json_agg(l), '[]') from (
    select coalesce(p.zusammengefuehrt_in, p.id) as id, max(b.am) as am from kim.beratung_person x join (
      select kreis, id, am from kim.beratung
      where konto_id = ${konto}::uuid and not zurueckgezogen and stufe = '2'
      order by am desc, id desc limit ${RECENT}) b on b.kreis = x.kreis and b.id = x.beratung_id
    join kim.person p on p.kreis = x.kreis and p.id = x.person_id
    group by 1 order by 2 desc, 1 limit ${most}) l)`;

const LAST = prepared<{ readonly ids: string[]; readonly days: string[] }>()((db, { ids, days }) =>
  withKeys(db, sql<string>`(${days}::date[])[array_position(${ids}::uuid[], p.id)]`).where(
    "p.id",
    "=",
    sql<string>`any(${ids}::uuid[])`,
  ),
);

/**
 * The same, opened as in a list. When that was is known from the consultations they were found by.
 * @param known what `lastSeen` found, where a statement asked already
 */
export async function lastPersons(
  tx: Tx,
  actor: Actor,
  most: number,
  known?: readonly Gesehen[],
): Promise<PersonKurz[]> {
  const seen =
    known ?? (await tx.selectNoFrom(lastSeen(actor.kontoId, most).as("gesehen")).executeTakeFirstOrThrow()).gesehen;
  if (seen.length === 0) return [];
  const [ids, days] = [seen.map(({ id }) => id), seen.map(({ am }) => am)];
  const persons = [...(await opened(tx, actor, await LAST(tx, { ids, days }))).values()];
  return persons.toSorted(
    (a, b) => (b.letzterKontakt ?? "").localeCompare(a.letzterKontakt ?? "") || compareNames(a.name, b.name),
  );
}

async function opened(
  tx: Tx,
  actor: Actor,
  rows: Awaited<ReturnType<typeof rowsWithKeys>>,
): Promise<ReadonlyMap<string, PersonKurz>> {
  const keys = openKeys(actor.kreis, rows.flatMap(keyRow));
  rememberKeys(tx, keys);
  const found = new Map<string, PersonKurz>();
  for (const row of rows) {
    const key = keys.get(row.id);
    const namen = key === undefined ? [{ name: ERASED }] : namesOf(openName(key, row, row.name));
    found.set(row.id, {
      id: row.id,
      gezeigt: row.zusammengefuehrt_in ?? row.id,
      kontoId: row.konto_id,
      name: marked(namen[0]?.name ?? ERASED, row.gesperrt),
      namen,
      get geburtsdatum() {
        return key === undefined ? null : openBirth(key, row, row.geburtsdatum);
      },
      get geburtsjahr() {
        return key === undefined ? null : openText(key, row, GEBURTSJAHR, row.geburtsjahr);
      },
      geburtGeschaetzt: row.geburt_geschaetzt,
      altersgruppe: row.altersgruppe,
      kommune: row.kommune,
      erfasstAm: row.erfasst_am,
      letzterKontakt: row.letzter_kontakt,
    });
  }
  return found;
}

/** Whether a person `p` has an Auskunftssperre. */
const GESPERRT = sql<boolean>`exists (select from kim.auskunftssperre s
  -- one row: each of those who are the same person has it.
  where s.kreis = p.kreis and s.person_id = p.id)`;

/** With the wrapped key beside each: a person whose key was renewed comes once for each version, the newest last. */
const rowsWithKeys = (tx: Tx, ids: ReturnType<typeof anyOf<string>>) =>
  withKeys(tx, LETZTER_KONTAKT).where("p.id", "=", ids).execute();

const withKeys = (tx: Tx, letzterKontakt: ReturnType<typeof sql<string | null>>) =>
  tx
    .selectFrom("kim.person as p")
    .leftJoin("ref.altersgruppe as a", "a.code", "p.altersgruppe")
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "p.kreis").onRef("k.ags", "=", "p.ags"))
    .leftJoin("tresor.schluessel as d", (on) => on.onRef("d.kreis", "=", "p.kreis").onRef("d.id", "=", "p.id"))
    .leftJoin("tresor.traeger_schluessel as w", (on) =>
      on.onRef("w.kreis", "=", "d.kreis").onRef("w.traeger_id", "=", "d.traeger_id"),
    )
    .select([
      "p.kreis",
      "p.id",
      "p.traeger_id",
      "p.konto_id",
      "p.name",
      "p.geburtsdatum",
      "p.geburtsjahr",
      "p.geburt_geschaetzt",
      "p.erfasst_am",
    ])
    .select("p.zusammengefuehrt_in")
    .select([
      "a.name as altersgruppe",
      "k.name as kommune",
      letzterKontakt.as("letzter_kontakt"),
      GESPERRT.as("gesperrt"),
    ])
    .select(["d.version", "d.verpackt", "w.version as traeger_version", "w.verpackt as traeger_verpackt"])
    .orderBy("d.version");

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
